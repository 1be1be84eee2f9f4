// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/lanes.h"
#include "scanners/secrets/signs.h"

#include <string_view>

// Included once for each instruction set: everything in it is the including file's own.
namespace codelake::secrets {
namespace {

#if defined(__AVX512VBMI__)
inline ByteSigns signs_of_block(const char* block) {
  static constexpr KindTable table = [] {
    KindTable made{};
    constexpr std::array<std::string_view, 8> kinds = {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_", "%", "\\", "xu", "\"'`", " \t\r\n", "+", "\n"};
    for (unsigned kind = 0; kind < kinds.size(); ++kind) {
      for (const char c : kinds[kind]) {
        std::uint8_t& bits = made[static_cast<unsigned char>(c)];
        bits = static_cast<std::uint8_t>(bits | 1U << kind);
      }
    }
    return made;
  }();
  const BlockKinds kinds(block, table);
  return {kinds.bits<0>(), kinds.bits<1>(), kinds.bits<2>(), kinds.bits<3>(),
          kinds.bits<4>(), kinds.bits<5>(), kinds.bits<6>(), kinds.bits<7>()};
}
#else
inline ByteSigns signs_of_block(const char* block) {
  ByteSigns signs;
  for (unsigned at = 0; at < k_block_bytes; at += k_lanes) {
    const Bytes bytes = bytes_at(block + at);
    const Found plus = bytes == '+';
    const Found line_break = bytes == '\n';
    const Found base64 = is_letter(bytes) | is_digit(bytes) | plus | (bytes == '/') | (bytes == '-') | (bytes == '_');
    const Found space = line_break | (bytes == ' ') | (bytes == '\t') | (bytes == '\r');
    signs.base64 |= bits_of(base64) << at;
    signs.percent |= bits_of(bytes == '%') << at;
    signs.backslash |= bits_of(bytes == '\\') << at;
    signs.x_or_u |= bits_of((bytes == 'x') | (bytes == 'u')) << at;
    signs.quote |= bits_of((bytes == '"') | (bytes == '\'') | (bytes == '`')) << at;
    signs.space |= bits_of(space) << at;
    signs.plus |= bits_of(plus) << at;
    signs.line_break |= bits_of(line_break) << at;
  }
  return signs;
}
#endif

inline void tell_signs_here(const char* block, std::span<ByteSigns> signs) {
  for (ByteSigns& sign : signs) {
    sign = signs_of_block(block);
    block += k_block_bytes;
  }
}

}  // namespace
}  // namespace codelake::secrets
