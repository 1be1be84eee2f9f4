// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/keystore.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace codelake::secrets;
  const Rule* rule = keystore_rule({reinterpret_cast<const char*>(data), size});
  if (rule != nullptr && rule->id.empty()) std::abort();
  return 0;
}
