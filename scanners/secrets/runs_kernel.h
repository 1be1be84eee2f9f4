// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/lanes.h"
#include "scanners/secrets/runs.h"

// Included once for each instruction set: everything in it is the including file's own.
namespace codelake::secrets {
namespace {

#if defined(__AVX512VBMI__)
inline ByteKinds kinds_of(const char* block) {
  static constexpr KindTable table = [] {
    KindTable made{};
    for (unsigned c = 0; c < made.size(); ++c) {
      const auto byte = static_cast<char>(c);
      made[c] = static_cast<std::uint8_t>((is_run_byte(static_cast<unsigned char>(c)) ? 1U : 0U) | (is_word_byte(byte) ? 2U : 0U) |
                                          (secrets::is_digit(byte) ? 4U : 0U));
    }
    return made;
  }();
  const BlockKinds kinds(block, table);
  return {kinds.bits<0>(), kinds.bits<1>(), kinds.bits<2>()};
}
#else
inline ByteKinds kinds_of(const char* block) {
  ByteKinds kinds;
  for (unsigned at = 0; at < k_block_bytes; at += k_lanes) {
    const Bytes bytes = bytes_at(block + at);
    const Bytes from_dash = bytes - '-';
    const Found digit = is_digit(bytes);
    const Found letter_or_line = is_letter(bytes) | (bytes == '_');
    const Found run = letter_or_line | (from_dash < 13) | (bytes == '+') | (bytes == '~');
    kinds.run |= bits_of(run) << at;
    kinds.word |= bits_of(letter_or_line | digit) << at;
    kinds.digit |= bits_of(digit) << at;
  }
  return kinds;
}
#endif

inline void tell_kinds_here(const char* block, std::span<ByteKinds> kinds) {
  for (ByteKinds& kind : kinds) {
    kind = kinds_of(block);
    block += k_block_bytes;
  }
}

// What name_begins says; the byte before `block` is looked at as well.
inline std::uint64_t name_begins_here(const char* block) {
  std::uint64_t begins = 0;
  for (unsigned at = 0; at < k_block_bytes; at += k_lanes) {
    const Bytes bytes = bytes_at(block + at);
    const Bytes before = bytes_at(block + at - 1);
    const Found upper = (bytes - 'A') < 26;
    const Found after_lower = (before - 'a') < 26;
    const Found word = is_letter(bytes) | is_digit(bytes) | (bytes == '_');
    begins |= bits_of(word & (~is_letter(before) | (upper & after_lower))) << at;
  }
  return begins;
}

}  // namespace
}  // namespace codelake::secrets
