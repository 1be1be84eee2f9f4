// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/rule.h"
#include "scanners/sast/taint_parts.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace codelake::sast {

// Tells from the words of a text alone which rules cannot match it, in one pass for all rules. Works on the
// text of the patterns, so that a rule whose words are missing is never compiled.
class Prefilter {
 public:
  // `parts`: for each rule those of its data flow. `any_text`: the rules' patterns are text, not code.
  Prefilter(const std::vector<const Rule*>& rules, const SharedParts& shared,
            const std::vector<std::vector<std::size_t>>& parts, bool any_text);

  // What may match a text. A rule that follows data may when any end of a way may be in it.
  struct Possible {
    std::vector<std::size_t> rules;  // indices, ascending
    std::vector<bool> parts;         // by the index of a shared part
  };
  Possible possible(std::string_view text) const;

 private:
  // A condition on the words present: all of its children, or any of them, or all of its words.
  struct Node {
    enum class Kind { words, all, any };
    Kind kind = Kind::words;
    std::vector<std::uint32_t> words;  // none: always true
    std::vector<Node> children;
  };

  Node node_of(const Formula& formula, const Rule& rule);
  Node node_of_condition(const Condition& condition);
  std::uint32_t word_index(std::string_view word);
  bool holds(const Node& node, const std::vector<bool>& present) const;
  std::vector<bool> words_of(std::string_view text) const;
  std::size_t position_of(std::uint64_t hash) const;
  void grow();

  void add_words(std::string_view text, std::vector<std::uint32_t>& words);

  bool m_any_text;
  std::vector<Node> m_rules;                           // without a condition for those that follow data
  std::vector<std::vector<std::size_t>> m_rule_parts;  // beside m_rules: none for other rules
  std::vector<Node> m_parts;
  std::vector<std::uint64_t> m_hashes;  // by word
  std::vector<std::uint32_t> m_table;   // open addressing: word + 1, or 0
};

// The words every text must have that a pattern can match: its names. Keywords, strings and the types of
// typed metavariables are left out, since equivalent code may do without them.
std::vector<std::string_view> pattern_words(std::string_view pattern);

// The words one of which a text must have that a regular expression of the form ^(one|two)$ holds for; none for others.
std::vector<std::string_view> alternative_words(std::string_view regex);

}  // namespace codelake::sast
