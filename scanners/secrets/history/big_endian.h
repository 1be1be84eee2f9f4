// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace codelake::secrets::history {

// The big-endian number of four bytes at `at`; requires that they are there.
inline std::uint32_t be32(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// The same of eight bytes.
inline std::uint64_t be64(std::string_view bytes, std::size_t at) {
  return (static_cast<std::uint64_t>(be32(bytes, at)) << 32U) | be32(bytes, at + 4);
}

}  // namespace codelake::secrets::history
