// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/blocks.h"
#include "scanners/secrets/kernels.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#if defined(__AVX512VBMI2__)
#include <immintrin.h>
#endif

// Included once for each instruction set: everything in it is the including file's own.
namespace codelake::secrets {
namespace {

// Writes the places of the bits of a block, counted from `begin`, perhaps k_places_at_once more; gives how many there are.
#if defined(__AVX512VBMI2__)
inline std::size_t write_places(std::uint64_t bits, std::size_t begin, std::uint16_t* places) {
  static_assert(k_places_at_once == 32);
  alignas(64) static constexpr std::array<std::uint8_t, k_block_bytes> numbers = [] {
    std::array<std::uint8_t, k_block_bytes> made{};
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = static_cast<std::uint8_t>(i);
    return made;
  }();
  const auto count = static_cast<std::size_t>(std::popcount(bits));
  const __m512i found = _mm512_maskz_compress_epi8(bits, _mm512_load_si512(numbers.data()));
  const __m512i from = _mm512_set1_epi16(static_cast<short>(begin));
  _mm512_storeu_si512(places, _mm512_add_epi16(_mm512_cvtepu8_epi16(_mm512_castsi512_si256(found)), from));
  if (count > k_places_at_once) {
    const __m256i more = _mm512_extracti64x4_epi64(found, 1);
    _mm512_storeu_si512(places + k_places_at_once, _mm512_add_epi16(_mm512_cvtepu8_epi16(more), from));
  }
  return count;
}
#else
inline std::size_t write_places(std::uint64_t bits, std::size_t begin, std::uint16_t* places) {
  constexpr std::size_t at_once = 8;
  const auto count = static_cast<std::size_t>(std::popcount(bits));
  for (std::size_t done = 0; done < count; done += at_once) {
    for (std::size_t i = 0; i < at_once; ++i) {
      places[done + i] = static_cast<std::uint16_t>(begin + static_cast<std::size_t>(std::countr_zero(bits)));
      bits &= bits - 1;
    }
  }
  return count;
}
#endif

}  // namespace
}  // namespace codelake::secrets
