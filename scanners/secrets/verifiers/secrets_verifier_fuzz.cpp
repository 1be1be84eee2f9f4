// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/verifiers/verifier.h"

#include <cstddef>
#include <cstdint>

// Every verifier takes every text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto verifiers = codelake::secrets::all_verifiers();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto& verifier : verifiers) verifier.check(text);
  return 0;
}
