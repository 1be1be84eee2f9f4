// SPDX-License-Identifier: Apache-2.0
#include "reports/formats/text/printable.h"

#include "core/report_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace codelake::reports::text {

namespace {

struct Span {
  char32_t first;
  char32_t last;
};

// Cc, and the characters of Cf and Zl/Zp that hide or reorder text ("Trojan source", CVE-2021-42574).
constexpr std::array<Span, 13> k_hidden = {{{0x00, 0x1F},
                                            {0x7F, 0x9F},
                                            {0xAD, 0xAD},
                                            {0x61C, 0x61C},
                                            {0x115F, 0x1160},
                                            {0x180E, 0x180E},
                                            {0x200B, 0x200F},
                                            {0x2028, 0x202E},
                                            {0x2060, 0x206F},
                                            {0x3164, 0x3164},
                                            {0xFEFF, 0xFEFF},
                                            {0xFFF9, 0xFFFB},
                                            {0xE0000, 0xE007F}}};

// Combining marks and variation selectors that are common in text; they stand on the glyph before them.
constexpr std::array<Span, 9> k_combining = {{{0x300, 0x36F},
                                              {0x483, 0x489},
                                              {0x591, 0x5BD},
                                              {0x1AB0, 0x1AFF},
                                              {0x1DC0, 0x1DFF},
                                              {0x20D0, 0x20FF},
                                              {0xFE00, 0xFE0F},
                                              {0xFE20, 0xFE2F},
                                              {0xE0100, 0xE01EF}}};

// Two columns: the wide and full-width blocks of Unicode annex 11, and emoji.
constexpr std::array<Span, 12> k_wide = {{{0x1100, 0x115E},
                                          {0x2E80, 0x303E},
                                          {0x3041, 0x33FF},
                                          {0x3400, 0x4DBF},
                                          {0x4E00, 0xA4CF},
                                          {0xA960, 0xA97F},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFE30, 0xFE6F},
                                          {0xFF00, 0xFF60},
                                          {0x1F300, 0x1FAFF},
                                          {0x20000, 0x3FFFD}}};

bool within(std::span<const Span> spans, char32_t point) {
  return std::any_of(spans.begin(), spans.end(),
                     [point](const Span& span) { return span.first <= point && point <= span.last; });
}

std::size_t length_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

// The code point of one well-formed sequence.
char32_t code_point(std::string_view sequence) {
  const auto lead = static_cast<unsigned char>(sequence[0]);
  if (sequence.size() == 1) return lead;
  char32_t point = lead & (0xFFU >> (sequence.size() + 1));
  for (const char c : sequence.substr(1)) point = (point << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
  return point;
}

Glyph glyph_of(std::string_view sequence) {
  const char32_t point = code_point(sequence);
  if (within(k_hidden, point)) {
    const auto number = static_cast<std::uint32_t>(point);
    std::string name = point < 0x100 ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{{{:x}}}", number);
    const int columns = static_cast<int>(name.size());
    return {std::move(name), columns};
  }
  if (within(k_combining, point)) return {std::string(sequence), 0};
  return {std::string(sequence), within(k_wide, point) ? 2 : 1};
}

// One column each, nothing to escape: most of what is shown.
bool is_plain(char c) { return c >= 0x20 && c < 0x7F; }
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_plain(c); });
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The next word of a text, which loses it; empty at the end.
std::string_view take_word(std::string_view& text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  const auto end = std::find_if(text.begin(), text.end(), is_space);
  const std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(word.size());
  return word;
}

// Words that stand in one line with one space between them.
bool is_one_line(std::string_view text, int columns) {
  return !text.empty() && text.size() <= static_cast<std::size_t>(std::max(columns, 0)) && is_plain(text) &&
         text.front() != ' ' && text.back() != ' ' && text.find("  ") == std::string_view::npos;
}

// Lines under construction, none wider than asked.
class Lines {
 public:
  explicit Lines(int columns) : m_columns(std::max(columns, 8)) {}

  void add_word(std::string_view word) {
    if (is_plain(word)) return add_plain(word);
    const std::vector<Glyph> glyphs = glyphs_of(word);
    int needed = 0;
    for (const Glyph& glyph : glyphs) needed += glyph.columns;
    if (m_used > 0 && m_used + 1 + needed > m_columns) start_line();
    if (m_used > 0) add({" ", 1});
    for (const Glyph& glyph : glyphs) add(glyph);
  }
  std::vector<std::string>& lines() { return m_lines; }

 private:
  void add_plain(std::string_view word) {
    if (m_used > 0 && static_cast<std::size_t>(m_columns - m_used) < word.size() + 1) start_line();
    if (m_used > 0) add({" ", 1});
    while (!word.empty()) {
      if (m_lines.empty() || m_used == m_columns) start_line();
      const std::string_view fitting = word.substr(0, static_cast<std::size_t>(m_columns - m_used));
      m_lines.back() += fitting;
      m_used += static_cast<int>(fitting.size());
      word.remove_prefix(fitting.size());
    }
  }
  void start_line() {
    m_lines.emplace_back();
    m_used = 0;
  }
  void add(const Glyph& glyph) {
    if (m_lines.empty() || m_used + glyph.columns > m_columns) start_line();
    m_lines.back() += glyph.text;
    m_used += glyph.columns;
  }

  int m_columns;
  int m_used = 0;
  std::vector<std::string> m_lines;
};

}  // namespace

std::vector<Glyph> glyphs_of(std::string_view line) {
  constexpr int tab_columns = 4;
  std::vector<Glyph> glyphs;
  glyphs.reserve(line.size());
  if (is_plain(line)) {
    for (const char c : line) glyphs.push_back({std::string(1, c), 1});
    return glyphs;
  }
  const std::string text = valid_utf8(line);
  int column = 0;
  for (std::size_t at = 0; at < text.size(); at += length_at(text, at)) {
    if (text[at] == '\t') {
      const int columns = tab_columns - column % tab_columns;
      glyphs.push_back({std::string(static_cast<std::size_t>(columns), ' '), columns});
    } else {
      glyphs.push_back(glyph_of(std::string_view(text).substr(at, length_at(text, at))));
    }
    column += glyphs.back().columns;
  }
  return glyphs;
}

int columns_of(std::string_view printable) {
  int columns = 0;
  for (const Glyph& glyph : glyphs_of(printable)) columns += glyph.columns;
  return columns;
}

std::string printable(std::string_view text, std::size_t glyphs_max) {
  constexpr std::size_t bytes_per_glyph_max = 4;
  std::string line(text.substr(0, (glyphs_max + 1) * bytes_per_glyph_max));
  while (!line.empty() && is_space(line.back())) line.pop_back();
  std::replace_if(line.begin(), line.end(), is_space, ' ');
  if (is_plain(line)) return line.size() <= glyphs_max ? line : line.substr(0, glyphs_max) + "...";
  std::string shown;
  std::size_t count = 0;
  for (const Glyph& glyph : glyphs_of(line)) {
    if (count++ == glyphs_max) return shown + "...";
    shown += glyph.text;
  }
  return shown;
}

std::vector<std::string> wrapped(std::string_view text, int columns, std::size_t lines_max) {
  if (is_one_line(text, columns)) return std::vector<std::string>(1, std::string(text));
  Lines lines(columns);
  for (std::string_view word = take_word(text); !word.empty(); word = take_word(text)) {
    lines.add_word(word.substr(0, 4000));
    if (lines.lines().size() > lines_max) break;
  }
  std::vector<std::string> result = std::move(lines.lines());
  if (result.size() > lines_max) {
    result.resize(lines_max);
    result.back() += " ...";
  }
  return result;
}

}  // namespace codelake::reports::text
