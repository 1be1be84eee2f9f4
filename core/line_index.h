// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/location.h"

#include <string_view>
#include <vector>

namespace codelake {

// Turns byte offsets of one text into lines and columns. A line ends at LF, CRLF or a lone CR.
class LineIndex {
 public:
  // `text` must outlive the index.
  explicit LineIndex(std::string_view text);

  // Offsets past the end give the place after the last character.
  Position position(std::size_t offset) const;
  // The same in time linear in the distance, for an offset at or after `earlier`: many places of one long line.
  Position position_after(const Position& earlier, std::size_t offset) const;
  Range range(std::size_t begin, std::size_t end) const { return {position(begin), position(end)}; }

  std::uint32_t line_count() const { return static_cast<std::uint32_t>(m_starts.size()); }
  // The text of a 1-based line without its line break; empty past the last line.
  std::string_view line(std::uint32_t number) const;

 private:
  std::string_view m_text;
  std::vector<std::uint32_t> m_starts;  // offset of the first byte of each line
};

}  // namespace codelake
