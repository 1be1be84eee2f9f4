// SPDX-License-Identifier: Apache-2.0
#include "compliance/framework.h"

#include <cstddef>
#include <cstdint>

// A framework file of a stranger: refused, or parsed into at least one control; never a crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto framework = codelake::compliance::parse_framework(text, "input.yaml");
  if (framework && framework->controls.empty()) __builtin_trap();
  return 0;
}
