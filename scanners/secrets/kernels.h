// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace codelake::secrets {

struct EncodedRows;
struct KindRows;
struct MarkTables;
struct RunPlaces;
struct SignRows;

// What looks at many bytes at once, built for an instruction set.
struct Kernels {
  // Of runs.h: the kinds of the bytes of some blocks, the first of which has the row `first`; the places where runs begin
  // among the bytes behind the first row; likewise of names, reading the byte before as well.
  void (*tell_kinds)(const char* blocks, std::size_t count, std::size_t first, KindRows& kinds);
  void (*find_runs)(const KindRows& kinds, std::size_t bytes, RunPlaces& found);
  std::uint64_t (*name_begins)(const char* block);
  // Of signs.h, in the same way.
  void (*tell_signs)(const char* blocks, std::size_t count, std::size_t first, SignRows& signs);
  void (*find_signs)(const SignRows& signs, std::size_t blocks, EncodedRows& found);
  // mark_search.h; reads Beginnings::k_looked_at - 1 bytes behind the blocks, and may write k_places_at_once places more
  // than it gives.
  std::size_t (*find_marks)(const char* text, std::size_t blocks, const MarkTables& tables, std::uint16_t* places);
  // fast_hash of core/hash.h.
  std::uint64_t (*hash)(std::string_view bytes);
};

constexpr std::size_t k_places_at_once = 32;

// The best ones this processor can run.
const Kernels& kernels();

}  // namespace codelake::secrets
