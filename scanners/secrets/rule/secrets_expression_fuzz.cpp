// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/outline.h"
#include "scanners/secrets/rule/tails.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string pattern(reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 4000));
  codelake::secrets::outline_of(pattern);
  if (codelake::secrets::Tails::suit(pattern)) codelake::secrets::Tails({{0, pattern}});
  return 0;
}
