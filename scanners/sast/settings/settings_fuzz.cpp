// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/settings/settings.h"

#include <cstddef>
#include <cstdint>

// The first byte chooses the format.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::string_view k_names[] = {"a.properties", "a.ini", "a.env", "a.json", "a.yaml", "a.toml"};
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  (void)codelake::sast::read_settings(k_names[data[0] % 6], bytes);
  return 0;
}
