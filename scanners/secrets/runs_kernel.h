// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/runs.h"

#include <cstring>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

// Included once for each instruction set: everything in it is the including file's own.
namespace codelake::secrets {
namespace {

#if defined(__AVX2__)
constexpr std::size_t k_lanes = 32;
#else
constexpr std::size_t k_lanes = 16;
#endif
using Bytes = std::uint8_t __attribute__((vector_size(k_lanes)));
using Found = std::int8_t __attribute__((vector_size(k_lanes)));

// One bit for each byte that was found, the first the lowest.
inline std::uint64_t bits_of(const Found& found) {
#if defined(__AVX2__)
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(reinterpret_cast<__m256i>(found)));
#elif defined(__SSE2__)
  return static_cast<std::uint16_t>(_mm_movemask_epi8(reinterpret_cast<__m128i>(found)));
#else
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < k_lanes; ++i) bits |= found[i] != 0 ? std::uint64_t{1} << i : 0;
  return bits;
#endif
}

inline ByteKinds kinds_of(const char* block) {
  ByteKinds kinds;
  for (unsigned at = 0; at < k_block_bytes; at += k_lanes) {
    Bytes bytes;
    std::memcpy(&bytes, block + at, sizeof bytes);
    const Bytes letters = (bytes | 0x20) - 'a';
    const Bytes digits = bytes - '0';
    const Bytes from_dash = bytes - '-';
    const Found digit = digits < 10;
    const Found letter_or_line = (letters < 26) | (bytes == '_');
    const Found run = letter_or_line | (from_dash < 13) | (bytes == '+') | (bytes == '~');
    kinds.run |= bits_of(run) << at;
    kinds.word |= bits_of(letter_or_line | digit) << at;
    kinds.digit |= bits_of(digit) << at;
  }
  return kinds;
}

inline void tell_kinds_here(const char* block, std::span<ByteKinds> kinds) {
  for (ByteKinds& kind : kinds) {
    kind = kinds_of(block);
    block += k_block_bytes;
  }
}

}  // namespace
}  // namespace codelake::secrets
