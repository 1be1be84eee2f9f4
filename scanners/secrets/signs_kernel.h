// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/lanes.h"
#include "scanners/secrets/rows_kernel.h"
#include "scanners/secrets/signs.h"

#include <string_view>

// Included once for each instruction set: everything in it is the including file's own.
namespace codelake::secrets {
namespace {

// Of one block.
struct BlockSigns {
  std::uint64_t base64 = 0;
  std::uint64_t percent = 0;
  std::uint64_t backslash = 0;
  std::uint64_t x_or_u = 0;
  std::uint64_t quote = 0;
  std::uint64_t space = 0;
  std::uint64_t plus = 0;
  std::uint64_t line_break = 0;
};

#if defined(__AVX512VBMI__)
inline BlockSigns signs_of_block(const char* block) {
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
inline BlockSigns signs_of_block(const char* block) {
  BlockSigns signs;
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

inline void tell_signs_here(const char* blocks, std::size_t count, std::size_t first, SignRows& rows) {
  for (std::size_t i = 0; i < count; ++i) {
    const BlockSigns signs = signs_of_block(blocks + i * k_block_bytes);
    const std::size_t row = first + i;
    rows.base64[row] = signs.base64;
    rows.percent[row] = signs.percent;
    rows.backslash[row] = signs.backslash;
    rows.x_or_u[row] = signs.x_or_u;
    rows.quote[row] = signs.quote;
    rows.space[row] = signs.space;
    rows.plus[row] = signs.plus;
    rows.line_break[row] = signs.line_break;
  }
}

inline void find_signs_here(const SignRows& signs, std::size_t blocks, EncodedRows& found) {
  static_assert(k_encoded_run == 16 + 8);
  for (std::size_t row = 1; row <= blocks; row += k_rows) {
    RowsOn on = rows_on(signs.base64, row);
    for (unsigned by = 1; by < 16; by *= 2) on &= ahead(on, by);
    store(on.rows & ahead(on, 8).rows & begins_of(signs.base64, row), found.runs, row);
    store(rows_at(signs.backslash, row) & ahead(rows_on(signs.x_or_u, row), 1).rows, found.backslashes, row);
  }
}

}  // namespace
}  // namespace codelake::secrets
