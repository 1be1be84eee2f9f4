// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/grammar.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace codelake::syntax {

// One node of the parser's own tree, without the tokens that say nothing.
struct RawNode {
  std::uint16_t type = 0;   // the grammar's symbol number, or Grammar::error_type()
  std::uint8_t field = 0;   // the grammar's field number in the parent; 0: none
  bool missing = false;     // made up by the parser
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  RawId subtree_end = 0;    // nodes stand in pre-order, as in Tree
};

// What tree-sitter makes of a text, flat and in pre-order; [0] is the root, also for a text it gave up on (an error
// node over the whole text: more parser steps than the text's length allows).
struct RawTree {
  std::vector<RawNode> nodes;
  bool has_error = false;
};

// The parser is one per thread. `raw` is overwritten; keeping it between calls saves its memory.
void parse_raw(const Grammar& grammar, std::string_view source, RawTree& raw);

}  // namespace codelake::syntax
