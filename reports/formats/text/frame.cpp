// SPDX-License-Identifier: Apache-2.0
//
// Columns of a range count code points, a terminal counts cells: a tab takes up to four, a Chinese character two, an
// escaped control character four. So a line is first turned into glyphs (one per code point, each with its cells), and
// everything else, the cut and the carets, works on glyphs. Example, with range 1:2-1:4 and a tab first:
//     1 |     ab      glyphs: tab(4) a(1) b(1); glyphs 1 to 3 are marked,
//       |     ^^      so the carets start after 4 cells.
#include "reports/formats/text/frame.h"

#include "core/line_index.h"
#include "reports/formats/text/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace codelake::reports::text {

namespace {

struct Interval {
  std::size_t begin = 0;
  std::size_t end = 0;
};

int columns_in(const std::vector<Glyph>& glyphs, Interval part) {
  const auto begin = glyphs.begin();
  return std::accumulate(begin + static_cast<std::ptrdiff_t>(part.begin), begin + static_cast<std::ptrdiff_t>(part.end),
                         0, [](int sum, const Glyph& glyph) { return sum + glyph.columns; });
}

std::string text_in(const std::vector<Glyph>& glyphs, Interval part) {
  std::string text;
  for (std::size_t i = part.begin; i < part.end; ++i) text += glyphs[i].text;
  return text;
}

// The part of a line that fits into `columns`, with up to a third of the room before the mark.
Interval window(const std::vector<Glyph>& glyphs, Interval mark, int columns) {
  Interval part{0, glyphs.size()};
  if (columns_in(glyphs, part) <= columns) return part;
  constexpr int dots = 6;  // "..." at both ends
  const int room = std::max(columns - dots, 8);
  part.begin = part.end = std::min(mark.begin, glyphs.size());
  int used = 0;
  while (part.begin > 0 && used + glyphs[part.begin - 1].columns <= room / 3) used += glyphs[--part.begin].columns;
  while (part.end < glyphs.size() && used + glyphs[part.end].columns <= room) used += glyphs[part.end++].columns;
  while (part.begin > 0 && used + glyphs[part.begin - 1].columns <= room) used += glyphs[--part.begin].columns;
  return part;
}

// Writes the lines of one frame.
class Frame {
 public:
  Frame(const Framed& framed, const Ink& ink, int width)
      : m_framed(framed), m_ink(ink), m_snippet(framed.snippet), m_last_line(last_marked_line(framed.range)) {
    m_digits = std::max(k_gutter, static_cast<int>(std::to_string(m_last_line).size()));
    m_columns = std::max(width - m_digits - 3, 20);
  }

  std::string text() {
    const std::uint32_t available = available_lines();
    const std::uint32_t wanted = m_last_line - m_framed.range.start.line + 1;
    constexpr std::uint32_t lines_max = 4;
    if (wanted <= lines_max && wanted <= available) {
      for (std::uint32_t i = 0; i < wanted; ++i) add_line(i);
      return std::move(m_text);
    }
    for (std::uint32_t i = 0; i < std::min(available, lines_max - 2); ++i) add_line(i);
    if (wanted > lines_max - 2) m_text += gutter("...") + "\n";
    if (wanted <= available) add_line(wanted - 1);
    return std::move(m_text);
  }

 private:
  // The last line that holds a character of the range: an end at column 1 marks nothing of its line.
  static std::uint32_t last_marked_line(const Range& range) {
    if (range.end.line <= range.start.line) return range.start.line;
    return range.end.column > 1 ? range.end.line : range.end.line - 1;
  }

  std::uint32_t available_lines() const {
    std::uint32_t count = m_snippet.line_count();
    while (count > 1 && m_snippet.line(count).empty()) --count;
    return count;
  }

  std::string gutter(std::string_view number) const { return m_ink.edge(fmt::format("{:>{}}", number, m_digits)); }

  Interval mark_on(std::uint32_t index, std::size_t glyph_count) const {
    const Range& range = m_framed.range;
    if (index > 0) return {};
    Interval mark{range.start.column - 1, glyph_count};
    if (range.end.line <= range.start.line) mark.end = std::min<std::size_t>(range.end.column - 1, glyph_count);
    if (mark.begin >= glyph_count) return {glyph_count, glyph_count};
    mark.end = std::max(mark.end, mark.begin + 1);
    return mark;
  }

  void add_line(std::uint32_t index) {
    const std::vector<Glyph> glyphs = glyphs_of(m_snippet.line(index + 1));
    const Interval mark = mark_on(index, glyphs.size());
    const Interval part = window(glyphs, mark, m_columns);
    const std::string_view before = part.begin > 0 ? "..." : "";
    const std::string_view after = part.end < glyphs.size() ? "..." : "";
    m_text += gutter(std::to_string(m_framed.range.start.line + index)) + m_ink.edge(" | ");
    m_text += std::string(before) + text_in(glyphs, part) + std::string(after) + "\n";

    const Interval seen{std::max(mark.begin, part.begin), std::min(mark.end, part.end)};
    if (seen.begin >= seen.end) return;
    const auto blanks = static_cast<int>(before.size()) + columns_in(glyphs, {part.begin, seen.begin});
    const int carets = std::max(columns_in(glyphs, seen), 1);
    m_text += gutter("") + m_ink.edge(" | ") + std::string(static_cast<std::size_t>(blanks), ' ') +
              m_ink.of(m_framed.severity, std::string(static_cast<std::size_t>(carets), '^')) +
              (m_framed.label.empty() ? "" : " " + m_framed.label) + "\n";
  }

  const Framed& m_framed;
  const Ink& m_ink;
  LineIndex m_snippet;
  std::uint32_t m_last_line;
  int m_digits = k_gutter;
  int m_columns = 0;
  std::string m_text;
};

}  // namespace

std::string frame(const Framed& framed, const Ink& ink, int width) {
  if (framed.snippet.empty() || framed.range.start.line == 0 || framed.range.start.column == 0) return {};
  return Frame(framed, ink, width).text();
}

}  // namespace codelake::reports::text
