// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/evaluate.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// Tells from the words of a text alone which rules cannot match it, in one pass for all rules.
class Prefilter {
 public:
  // `rules` must outlive the filter.
  explicit Prefilter(const std::vector<CompiledRule>& rules);

  // Indices of the rules that may match, ascending.
  std::vector<std::size_t> possible(std::string_view text) const;

 private:
  // A condition on the words present: all of its children, or any of them, or all of its words.
  struct Node {
    enum class Kind { words, all, any };
    Kind kind = Kind::words;
    std::vector<std::uint32_t> words;  // none: always true
    std::vector<Node> children;
  };

  Node node_of(const Formula& formula, const CompiledRule& rule);
  Node node_of(const Reading& reading);
  std::uint32_t word_index(std::string_view word);
  bool holds(const Node& node, const std::vector<bool>& present) const;
  std::vector<bool> words_of(std::string_view text) const;
  std::size_t position_of(std::uint64_t hash) const;
  void grow();

  std::vector<Node> m_rules;
  std::vector<std::uint64_t> m_hashes;          // by word
  std::vector<std::uint32_t> m_table;           // open addressing: word + 1, or 0
};

}  // namespace codelake::sast
