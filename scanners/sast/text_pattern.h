// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "scanners/sast/match.h"
#include "scanners/sast/rule_options.h"
#include "scanners/sast/text_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// A pattern of `languages: [generic]`, ready to match text of any kind.
struct TextPattern {
  static constexpr std::uint8_t k_no_slot = 0xFF;
  std::string text;
  TextTree tree;
  std::vector<std::uint8_t> slots;  // beside tree.nodes
  std::size_t slot_count = 0;
  bool starts_with_ellipsis = false;
  bool ends_with_ellipsis = false;
};

// Makes a pattern ready, or tells what is wrong with it. The slot of a metavariable is its place in `metavariables`.
Result<TextPattern> compile_text_pattern(std::string_view text, const std::vector<std::string>& metavariables);

// A text to be searched and its tree.
struct SearchedText {
  std::string_view text;
  const TextTree& tree;
};

// The places where the pattern holds, by place. Of two that end at the same byte the shorter one is kept, or the longer if
// the pattern ends in an ellipsis.
std::vector<Match> find_text(const TextPattern& pattern, const RuleOptions& options, const SearchedText& in, Budget& budget);

}  // namespace codelake::sast
