// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/foreign_rules.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  (void)codelake::secrets::read_foreign_rules({reinterpret_cast<const char*>(data), size}, "fuzz.toml");
  return 0;
}
