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
using Lanes = __m512i;
inline Lanes load(const void* text) { return _mm512_loadu_si512(text); }
inline Lanes none() { return _mm512_setzero_si512(); }
inline Lanes both(Lanes a, Lanes b) { return _mm512_and_si512(a, b); }
inline Lanes either(Lanes a, Lanes b) { return _mm512_or_si512(a, b); }
inline std::uint64_t where_any(Lanes bits) { return _mm512_test_epi8_mask(bits, bits); }

// Which of eight groups have the bytes, told apart by their lower six bits: of letters, digits and underscores a digit is
// one with a letter, and no others.
class GroupsOf {
 public:
  GroupsOf() = default;
  GroupsOf(const MarkBytes& bytes, std::size_t table) : m_six(_mm512_load_si512(bytes.six[table].data())) {}
  Lanes operator()(Lanes bytes) const { return _mm512_permutexvar_epi8(bytes, m_six); }

 private:
  Lanes m_six;
};
#elif defined(__AVX2__)
using Lanes = __m256i;
inline Lanes load(const void* text) { return _mm256_loadu_si256(static_cast<const __m256i*>(text)); }
inline Lanes none() { return _mm256_setzero_si256(); }
inline Lanes both(Lanes a, Lanes b) { return _mm256_and_si256(a, b); }
inline Lanes either(Lanes a, Lanes b) { return _mm256_or_si256(a, b); }
inline std::uint64_t where_any(Lanes bits) {
  return static_cast<std::uint32_t>(~_mm256_movemask_epi8(_mm256_cmpeq_epi8(bits, none())));
}

// Which of eight groups have the bytes, told apart by their halves.
class GroupsOf {
 public:
  GroupsOf() = default;
  GroupsOf(const MarkBytes& bytes, std::size_t table) : m_lower(spread(bytes.lower[table])), m_upper(spread(bytes.upper[table])) {}

  Lanes operator()(Lanes bytes) const {
    const Lanes half = _mm256_set1_epi8(0x0F);
    const Lanes upper = both(_mm256_srli_epi16(bytes, 4), half);
    return both(_mm256_shuffle_epi8(m_lower, both(bytes, half)), _mm256_shuffle_epi8(m_upper, upper));
  }

 private:
  static Lanes spread(const MarkBytes::Halves& table) {
    return _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(table.data())));
  }
  Lanes m_lower;
  Lanes m_upper;
};
#endif

#if defined(__AVX2__)
// Tells where in a block marks may begin; bytes behind it are looked at as well.
class BlockOfMarks {
 public:
  explicit BlockOfMarks(const MarkPlaces& places) {
    for (std::size_t table = 0; table < k_mark_tables; ++table) {
      for (std::size_t place = 0; place < k_mark_places; ++place) m_groups[table][place] = GroupsOf(places[place], table);
    }
  }

  std::uint64_t begins(const char* block) const {
    std::uint64_t found = 0;
    for (std::size_t at = 0; at < k_block_bytes; at += sizeof(Lanes)) found |= where_any(lanes(block + at)) << at;
    return found;
  }

 private:
  Lanes lanes(const char* text) const {
    static_assert(k_mark_places == 4);
    const Lanes bytes[] = {load(text), load(text + 1), load(text + 2), load(text + 3)};
    Lanes any = none();
    for (const auto& groups : m_groups) {
      any = either(any, both(both(groups[0](bytes[0]), groups[1](bytes[1])), both(groups[2](bytes[2]), groups[3](bytes[3]))));
    }
    return any;
  }

  GroupsOf m_groups[k_mark_tables][k_mark_places];
};
#else
// Tells where in a block marks may begin; bytes behind it are looked at as well.
class BlockOfMarks {
 public:
  explicit BlockOfMarks(const MarkPlaces& places) : m_places(places) {}

  std::uint64_t begins(const char* block) const {
    std::uint64_t found = 0;
    for (std::size_t at = 0; at < k_block_bytes; ++at) {
      std::uint32_t groups = ~std::uint32_t{0};
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
