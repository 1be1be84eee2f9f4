// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"
#include "scanners/syntax/pattern_text.h"
#include "scanners/syntax/tree.h"

#include <optional>

namespace codelake::syntax {

// Where the pattern stands in the text that was parsed.
struct PatternPlace {
  Span region;            // the pattern and its tail
  std::uint32_t pattern_begin = 0;
  const std::vector<std::string_view>& silent_words;  // need be in no node
  bool single_entries = false;  // as in PatternDialect
};

// The pattern's own part of a lowered tree, with placeholders turned into the pattern kinds; spans are those of the
// pattern, to which `source` is set. Nothing when some of the pattern's text is in none of its nodes (the tree then
// means less than the pattern says).
std::optional<Tree> pattern_tree(const Tree& lowered, const PatternText& text, const PatternPlace& place,
                                 std::string_view source);

}  // namespace codelake::syntax
