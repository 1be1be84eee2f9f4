// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/mark_search.h"
#include "scanners/secrets/place_kernel.h"

#if defined(__AVX2__)
#include <immintrin.h>
#endif

// Included once for each instruction set: everything in it is the including file's own.
namespace codelake::secrets {
namespace {

#if defined(__AVX512VBMI__)
// Tells where in a block marks may begin; bytes behind it are looked at as well. Bytes are told apart by their lower six
// bits: of letters, digits and underscores a digit is one with a letter, and no others.
class BlockOfMarks {
 public:
  explicit BlockOfMarks(const MarkPlaces& places) {
    for (std::size_t place = 0; place < k_mark_places; ++place) {
      m_first[place] = _mm512_load_si512(places[place].six[0].data());
      m_second[place] = _mm512_load_si512(places[place].six[1].data());
    }
  }

  std::uint64_t begins(const char* block) const {
    static_assert(k_mark_places == 4);
    __m512i first = _mm512_set1_epi8(-1);
    __m512i second = first;
    narrow<0>(block, first, second);
    narrow<1>(block, first, second);
    narrow<2>(block, first, second);
    narrow<3>(block, first, second);
    const __m512i either = _mm512_or_si512(first, second);
    return _mm512_test_epi8_mask(either, either);
  }

 private:
  template <std::size_t place>
  void narrow(const char* block, __m512i& first, __m512i& second) const {
    const __m512i bytes = _mm512_loadu_si512(block + place);
    first = _mm512_and_si512(first, _mm512_permutexvar_epi8(bytes, m_first[place]));
    second = _mm512_and_si512(second, _mm512_permutexvar_epi8(bytes, m_second[place]));
  }

  __m512i m_first[k_mark_places];  // of eight groups
  __m512i m_second[k_mark_places];
};
#elif defined(__AVX2__)
using Lanes = __m256i;
inline Lanes load(const void* text) { return _mm256_loadu_si256(static_cast<const __m256i*>(text)); }
inline Lanes all(char byte) { return _mm256_set1_epi8(byte); }
inline Lanes both(Lanes a, Lanes b) { return _mm256_and_si256(a, b); }
inline Lanes upper_halves(Lanes bytes) { return both(_mm256_srli_epi16(bytes, 4), all(0x0F)); }
inline Lanes look_up(Lanes table, Lanes halves) { return _mm256_shuffle_epi8(table, halves); }
inline Lanes spread(const MarkBytes::Halves& table) {
  return _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(table.data())));
}
inline std::uint64_t where_any(Lanes a, Lanes b) {
  const Lanes none = _mm256_cmpeq_epi8(_mm256_or_si256(a, b), _mm256_setzero_si256());
  return static_cast<std::uint32_t>(~_mm256_movemask_epi8(none));
}

// Tells where in a block marks may begin; bytes behind it are looked at as well.
class BlockOfMarks {
 public:
  explicit BlockOfMarks(const MarkPlaces& places) : m_first(places, 0), m_second(places, 1) {}

  std::uint64_t begins(const char* block) const {
    std::uint64_t found = 0;
    for (std::size_t at = 0; at < k_block_bytes; at += sizeof(Lanes)) found |= lanes(block + at) << at;
    return found;
  }

 private:
  // Of eight groups.
  struct Tables {
    Tables(const MarkPlaces& places, std::size_t half)
        : lower{spread(places[0].lower[half]), spread(places[1].lower[half]), spread(places[2].lower[half]), spread(places[3].lower[half])},
          upper{spread(places[0].upper[half]), spread(places[1].upper[half]), spread(places[2].upper[half]), spread(places[3].upper[half])} {}
    Lanes lower[k_mark_places];
    Lanes upper[k_mark_places];
  };

  template <std::size_t place>
  void narrow(const char* text, Lanes& first, Lanes& second) const {
    const Lanes bytes = load(text + place);
    const Lanes lower = both(bytes, all(0x0F));
    const Lanes upper = upper_halves(bytes);
    first = both(first, both(look_up(m_first.lower[place], lower), look_up(m_first.upper[place], upper)));
    second = both(second, both(look_up(m_second.lower[place], lower), look_up(m_second.upper[place], upper)));
  }

  std::uint64_t lanes(const char* text) const {
    static_assert(k_mark_places == 4);
    Lanes first = all(-1);
    Lanes second = first;
    narrow<0>(text, first, second);
    narrow<1>(text, first, second);
    narrow<2>(text, first, second);
    narrow<3>(text, first, second);
    return where_any(first, second);
  }

  Tables m_first;
  Tables m_second;
};
#else
// Tells where in a block marks may begin; bytes behind it are looked at as well.
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

// Places are written several at a time, and kept or not without a branch: which of them matter cannot be foretold.
inline std::size_t find_marks_here(const char* text, std::size_t blocks, const MarkTables& tables, std::uint16_t* places) {
  const BlockOfMarks block(tables.places);
  std::size_t written = 0;
  for (std::size_t i = 0; i < blocks; ++i) {
    const std::uint64_t begins = block.begins(text + i * k_block_bytes);
    written += write_places(begins, i * k_block_bytes, places + written);
  }
  const auto keep = [&](std::size_t count, const auto& holds) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint16_t place = places[i];
      places[kept] = place;
      kept += holds(text + place) ? 1 : 0;
    }
    return kept;
  };
  const std::size_t used = keep(written, [&](const char* at) { return tables.beginnings.is_used(at); });
  return keep(used, [&](const char* at) { return tables.beginnings.may_begin(at); });
}

}  // namespace
}  // namespace codelake::secrets
