// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/mark_search.h"

#include <bit>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

// Included once for each instruction set: everything in it is the including file's own.
namespace codelake::secrets {
namespace {

#if defined(__AVX2__)
inline __m256i twice(const MarkBytes::Halves& table) {
  return _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(table.data())));
}

// Tells where in a block marks may begin; three bytes behind it are looked at as well.
class BlockOfMarks {
 public:
  explicit BlockOfMarks(const MarkPlaces& places) : m_first(places, 0), m_second(places, 1) {}

  std::uint64_t begins(const char* block) const { return half(block) | half(block + k_lanes) << k_lanes; }

 private:
  static constexpr std::size_t k_lanes = 32;

  // Of eight groups.
  struct Tables {
    Tables(const MarkPlaces& places, std::size_t half) {
      for (std::size_t i = 0; i < k_mark_places; ++i) {
        lower[i] = twice(places[i].lower[half]);
        upper[i] = twice(places[i].upper[half]);
      }
    }
    __m256i lower[k_mark_places];
    __m256i upper[k_mark_places];
  };

  std::uint64_t half(const char* text) const {
    const __m256i low = _mm256_set1_epi8(0x0F);
    __m256i first = _mm256_set1_epi8(-1);
    __m256i second = first;
    for (std::size_t i = 0; i < k_mark_places; ++i) {
      const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + i));
      const __m256i lower = _mm256_and_si256(bytes, low);
      const __m256i upper = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low);
      first = _mm256_and_si256(first, groups(m_first, i, lower, upper));
      second = _mm256_and_si256(second, groups(m_second, i, lower, upper));
    }
    const __m256i none = _mm256_cmpeq_epi8(_mm256_or_si256(first, second), _mm256_setzero_si256());
    return ~static_cast<std::uint32_t>(_mm256_movemask_epi8(none));
  }

  static __m256i groups(const Tables& tables, std::size_t place, __m256i lower, __m256i upper) {
    return _mm256_and_si256(_mm256_shuffle_epi8(tables.lower[place], lower), _mm256_shuffle_epi8(tables.upper[place], upper));
  }

  Tables m_first;
  Tables m_second;
};
#else
// Tells where in a block marks may begin; three bytes behind it are looked at as well.
class BlockOfMarks {
 public:
  explicit BlockOfMarks(const MarkPlaces& places) : m_places(places) {}

  std::uint64_t begins(const char* block) const {
    std::uint64_t found = 0;
    for (std::size_t at = 0; at < k_block_bytes; ++at) {
      unsigned groups = 0xFFFF;
      for (std::size_t i = 0; i < k_mark_places; ++i) groups &= m_places[i].whole[static_cast<unsigned char>(block[at + i])];
      found |= groups != 0 ? std::uint64_t{1} << at : 0;
    }
    return found;
  }

 private:
  const MarkPlaces& m_places;
};
#endif

// Places are written eight at a time, and kept or not without a branch: which of them matter cannot be foretold.
inline std::size_t find_marks_here(const char* text, std::size_t blocks, const MarkTables& tables, std::uint32_t* places) {
  constexpr std::size_t at_once = 8;
  const BlockOfMarks block(tables.places);
  std::size_t written = 0;
  for (std::size_t i = 0; i < blocks; ++i) {
    std::uint64_t begins = block.begins(text + i * k_block_bytes);
    const auto count = static_cast<std::size_t>(std::popcount(begins));
    for (std::size_t done = 0; done < count; done += at_once) {
      for (std::size_t k = 0; k < at_once; ++k) {
        places[written + done + k] = static_cast<std::uint32_t>(i * k_block_bytes + static_cast<unsigned>(std::countr_zero(begins)));
        begins &= begins - 1;
      }
    }
    written += count;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < written; ++i) {
    const std::uint32_t place = places[i];
    places[kept] = place;
    kept += tables.beginnings->is_used(text + place) ? 1 : 0;
  }
  return kept;
}

}  // namespace
}  // namespace codelake::secrets
