// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace codelake::secrets {

struct ByteKinds;
struct ByteSigns;
struct MarkTables;

// What looks at many bytes at once, built for an instruction set.
struct Kernels {
  void (*tell_kinds)(const char* blocks, std::span<ByteKinds> kinds);              // runs.h
  std::uint64_t (*name_begins)(const char* block);                                 // likewise; reads the byte before
  void (*tell_signs)(const char* blocks, std::span<ByteSigns> signs);              // signs.h
  // mark_search.h; reads Beginnings::k_looked_at - 1 bytes behind the blocks, and may write k_places_at_once places more
  // than it gives.
  std::size_t (*find_marks)(const char* text, std::size_t blocks, const MarkTables& tables, std::uint32_t* places);
};

constexpr std::size_t k_places_at_once = 16;

// The best ones this processor can run.
const Kernels& kernels();

}  // namespace codelake::secrets
