// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// A word, a mark or a block of a text of any kind.
struct TextNode {
  enum class Kind : std::uint8_t { word, mark, block, metavariable, ellipsis };  // the last two: patterns only
  Kind kind = Kind::word;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t line = 0;
  std::uint32_t parent = 0;       // the block it stands in; 0 is the whole text
  std::uint32_t subtree_end = 0;  // of a block
  syntax::Symbol symbol = 0;      // of its text
};

// A text as nested blocks of words and marks. More indented lines are a block, and so is what stands between brackets
// that close on their line. Nodes stand in pre-order; node 0 is the whole.
struct TextTree {
  std::vector<TextNode> nodes;

  // The end of the block a node stands in.
  std::uint32_t block_end(std::uint32_t node) const { return nodes[nodes[node].parent].subtree_end; }
};

// Reads a text to be searched.
TextTree text_tree(std::string_view text);
// Reads a pattern, in which $X, ... and $...X have a meaning and brackets make no blocks.
TextTree pattern_text_tree(std::string_view text);

// The text with comments of that style ("c", "cpp", "shell") blanked out, of the same length.
std::string without_comments(std::string_view text, std::string_view style);

}  // namespace codelake::sast
