// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "scanners/sast/match.h"
#include "scanners/sast/rule.h"
#include "scanners/syntax/language.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// What the `fix` or `fix-regex` of a rule puts in place of a match; std::nullopt when it has neither. Further lines of a
// `fix` are indented as the line of the match is.
std::optional<std::string> replacement_of(const Rule& rule, const Match& match, std::string_view source);

// A text with replacements made.
struct Edited {
  std::string text;
  std::size_t count = 0;        // of the replacements that were made and changed something
  std::set<std::string> rules;  // whose replacements these are
};

// Makes the replacements of findings in the text they were found in. Where two overlap, the one that begins first is made,
// of these the longest, of these the one of the rule whose id comes first. Those of `left_out` rules are not made.
Edited with_replacements(std::string_view text, const std::vector<Finding>& findings,
                         const std::set<std::string>& left_out = {});

// What is found in a text that stands in place of the file's; suppressed findings are left out.
using Look = std::function<std::vector<Finding>(const std::string& text)>;

struct Autofix {
  std::string text;
  std::size_t count = 0;           // replacements made
  std::set<std::string> unsettled; // rules whose fixes call for ever further fixes: none of theirs is made
};

// Makes replacements until nothing is left to replace, so that doing it again changes nothing. `findings` are those of
// `text`.
Autofix autofix(const std::string& text, const std::vector<Finding>& findings, const Look& look);

// Whether a text can be read in its language as well as the one it is to take the place of.
bool reads_as_well(const syntax::Language& language, std::string_view before, std::string_view after);

}  // namespace codelake::sast
