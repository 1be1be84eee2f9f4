// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/beginnings.h"
#include "scanners/secrets/blocks.h"
#include "scanners/secrets/kernels.h"
#include "scanners/secrets/rule/mark_groups.h"
#include "scanners/secrets/rule/tails.h"
#include "scanners/secrets/window.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace codelake::secrets {

// Which groups of marks may have a byte at one of their first places: by its halves or its lower six bits, of eight groups
// each, and by the whole of it.
struct MarkBytes {
  using Halves = std::array<std::uint8_t, 16>;
  using Sixes = std::array<std::uint8_t, 64>;

  alignas(64) std::array<Sixes, k_mark_tables> six{};
  alignas(16) std::array<Halves, k_mark_tables> lower{};
  alignas(16) std::array<Halves, k_mark_tables> upper{};
  std::array<std::uint32_t, 256> whole{};
};
using MarkPlaces = std::array<MarkBytes, k_mark_places>;

struct MarkTables {
  const MarkPlaces& places;
  const Beginnings& beginnings;  // of the marks
};

// Finds the places of all marks of some tails, many bytes at once. Const use is safe from several threads.
class MarkSearch {
 public:
  MarkSearch() = default;
  explicit MarkSearch(const Tails& tails);

  // Calls visit(mark, begin) for every mark that begins in the window, in order; it may end behind it.
  template <class Visit>
  void visit_all(std::string_view text, const Window& window, const Visit& visit) const {
    if (m_marks.empty()) return;
    Found found;
    for (std::size_t at = window.begin; at < window.end; at += k_chunk_bytes) {
      const std::size_t blocks = std::min(k_chunk_blocks, (window.end - at + k_block_bytes - 1) / k_block_bytes);
      const std::size_t count = find(text, at, blocks, found);
      for (std::size_t i = 0; i < count && at + found[i] < window.end; ++i) {
        m_marks.visit_at(text, at + found[i], [&](std::size_t mark) { visit(mark, at + found[i]); });
      }
    }
  }

 private:
  // Places in some blocks; they are written several at a time.
  using Found = std::array<std::uint16_t, k_chunk_bytes + k_places_at_once>;

  // Where in some blocks from `begin` on marks may begin, how many places there are.
  std::size_t find(std::string_view text, std::size_t begin, std::size_t blocks, Found& found) const;

  MarkPlaces m_places{};
  Beginnings m_marks;
};

}  // namespace codelake::secrets
