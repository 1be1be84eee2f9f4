// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

// Many bytes at once. Included once for each instruction set: everything in it is the including file's own.
namespace codelake::secrets {
namespace {

#if defined(__AVX512BW__)
constexpr std::size_t k_lanes = 64;
#elif defined(__AVX2__)
constexpr std::size_t k_lanes = 32;
#else
constexpr std::size_t k_lanes = 16;
#endif
using Bytes = std::uint8_t __attribute__((vector_size(k_lanes)));
using Found = std::int8_t __attribute__((vector_size(k_lanes)));

inline Bytes bytes_at(const char* text) {
  Bytes bytes;
  std::memcpy(&bytes, text, sizeof bytes);
  return bytes;
}

inline Found is_letter(const Bytes& bytes) { return ((bytes | 0x20) - 'a') < 26; }
inline Found is_digit(const Bytes& bytes) { return (bytes - '0') < 10; }

// One bit for each byte that was found, the first the lowest.
inline std::uint64_t bits_of(const Found& found) {
#if defined(__AVX512BW__)
  return _mm512_movepi8_mask(reinterpret_cast<__m512i>(found));
#elif defined(__AVX2__)
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(reinterpret_cast<__m256i>(found)));
#elif defined(__SSE2__)
  return static_cast<std::uint16_t>(_mm_movemask_epi8(reinterpret_cast<__m128i>(found)));
#else
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < k_lanes; ++i) bits |= found[i] != 0 ? std::uint64_t{1} << i : 0;
  return bits;
#endif
}

#if defined(__AVX512VBMI__)
// Which of eight kinds each byte below 128 is of, one bit for each; other bytes are of none.
using KindTable = std::array<std::uint8_t, 128>;

// Tells the kinds of 64 bytes by one look-up.
class BlockKinds {
 public:
  BlockKinds(const char* block, const KindTable& table) {
    const __m512i bytes = _mm512_loadu_si512(block);
    const __m512i lower = _mm512_loadu_si512(table.data());
    const __m512i upper = _mm512_loadu_si512(table.data() + 64);
    m_kinds = _mm512_maskz_permutex2var_epi8(~_mm512_movepi8_mask(bytes), lower, bytes, upper);
  }
  // One bit for each byte of the kind, the first the lowest.
  template <unsigned kind>
  std::uint64_t bits() const {
    return _mm512_test_epi8_mask(m_kinds, _mm512_set1_epi8(static_cast<char>(1U << kind)));
  }

 private:
  __m512i m_kinds;
};
#endif

}  // namespace
}  // namespace codelake::secrets
