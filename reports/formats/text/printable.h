// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::reports::text {

// What one code point of a text shows on a terminal.
struct Glyph {
  std::string text;
  int columns = 1;
};

// One glyph per code point of a line. Nothing in it can steer a terminal or hide: control, bidirectional and invisible
// characters are written as \x1b or \u{202e}, bytes that are no UTF-8 as U+FFFD, tabs as spaces up to a multiple of 4.
std::vector<Glyph> glyphs_of(std::string_view line);

// Sum of the columns of a text that is printable already.
int columns_of(std::string_view printable);

// A foreign text as one line that is safe to show, cut with "..." after `glyphs_max` glyphs; line breaks become spaces.
std::string printable(std::string_view text, std::size_t glyphs_max = 500);

// The words of a foreign text in lines of at most `columns`, a longer word broken; cut with "..." after `lines_max`.
std::vector<std::string> wrapped(std::string_view text, int columns, std::size_t lines_max);

}  // namespace codelake::reports::text
