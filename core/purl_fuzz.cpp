// SPDX-License-Identifier: Apache-2.0
// Whatever can be read can be written, and what was written is read back as the same.
#include "core/purl.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = codelake::canonical_purl_text({reinterpret_cast<const char*>(data), size});
  if (!text) return 0;
  const auto again = codelake::canonical_purl_text(*text);
  if (!again || *again != *text) std::abort();
  return 0;
}
