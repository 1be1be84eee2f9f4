// SPDX-License-Identifier: Apache-2.0
// A pattern can hold only in a text that has all of its names as words: `subprocess.run(..., shell=True)`
// needs "subprocess", "run" and "shell", however they are imported. Negations are dropped, strings are left
// out because they may be put together from parts. The words of a text are hashed as they stand and looked up
// in one table.
#include "scanners/sast/prefilter.h"

#include "scanners/sast/text_tree.h"

#include <algorithm>
#include <array>

namespace codelake::sast {

namespace {

constexpr std::uint64_t k_seed = 0xCBF29CE484222325U;
constexpr std::uint64_t k_prime = 0x100000001B3U;

using WordBytes = std::array<bool, 256>;

constexpr WordBytes word_bytes(bool any_text) {
  WordBytes table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    table[c] = plain || (!any_text && (c == '$' || c >= 0x80));
  }
  return table;
}
constexpr WordBytes k_code_bytes = word_bytes(false);
constexpr WordBytes k_text_bytes = word_bytes(true);

// Calls visit(hash, word) for every word of a text.
template <class Visit>
void for_each_word(std::string_view text, const WordBytes& bytes, Visit visit) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (!bytes[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    std::uint64_t hash = k_seed;
    for (; at < text.size() && bytes[static_cast<unsigned char>(text[at])]; ++at) {
      hash = (hash ^ static_cast<unsigned char>(text[at])) * k_prime;
    }
    visit(hash, text.substr(start, at - start));
  }
}

}  // namespace

Prefilter::Prefilter(const std::vector<const Rule*>& rules, const SharedParts& shared,
                     const std::vector<std::vector<std::size_t>>& parts, bool any_text)
    : m_any_text(any_text), m_rule_parts(parts), m_table(1024) {
  for (const Rule* rule : rules) {
    m_rules.push_back(rule->mode == Rule::Mode::taint ? Node{} : node_of(rule->formula, *rule));
  }
  for (std::size_t part = 0; part < shared.size(); ++part) {
    m_parts.push_back(node_of(shared[part].part->formula, *rules[shared[part].rule]));
  }
}

Prefilter::Node Prefilter::node_of(const Formula& formula, const Rule& rule) {
  Node node;
  switch (formula.kind) {
    case Formula::Kind::regex:
    case Formula::Kind::negation:
      return node;
    case Formula::Kind::inside:
    case Formula::Kind::anywhere:
      return node_of(formula.children[0], rule);
    case Formula::Kind::pattern:
      if (!m_any_text) {
        for (const std::string_view words : pattern_words(rule.patterns[formula.index].text)) add_words(words, node.words);
      } else if (!rule.options.generic_caseless) {
        const std::string& text = rule.patterns[formula.index].text;
        for (const TextNode& word : pattern_text_tree(text).nodes) {
          if (word.kind == TextNode::Kind::word)
            add_words(std::string_view(text).substr(word.begin, word.end - word.begin), node.words);
        }
      }
      return node;
    case Formula::Kind::all:
    case Formula::Kind::any:
      node.kind = formula.kind == Formula::Kind::all ? Node::Kind::all : Node::Kind::any;
      for (const Formula& child : formula.children) node.children.push_back(node_of(child, rule));
      for (const Condition& condition : formula.conditions) node.children.push_back(node_of_condition(condition));
      return node;
  }
  return node;
}

Prefilter::Node Prefilter::node_of_condition(const Condition& condition) {
  Node node;
  if (condition.kind != Condition::Kind::regex || condition.constants || m_any_text) return node;
  node.kind = Node::Kind::any;
  for (const std::string_view word : alternative_words(condition.text)) {
    Node one;
    add_words(word, one.words);
    node.children.push_back(std::move(one));
  }
  return node.children.empty() ? Node{} : node;
}

void Prefilter::add_words(std::string_view text, std::vector<std::uint32_t>& words) {
  for_each_word(text, m_any_text ? k_text_bytes : k_code_bytes,
                [&](std::uint64_t, std::string_view word) { words.push_back(word_index(word)); });
}

std::size_t Prefilter::position_of(std::uint64_t hash) const {
  const std::size_t mask = m_table.size() - 1;
  std::size_t at = (hash ^ (hash >> 32U)) & mask;
  while (m_table[at] != 0 && m_hashes[m_table[at] - 1] != hash) at = (at + 1) & mask;
  return at;
}

std::uint32_t Prefilter::word_index(std::string_view word) {
  std::uint64_t hash = k_seed;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * k_prime;
  std::size_t at = position_of(hash);
  if (m_table[at] == 0) {
    m_hashes.push_back(hash);
    m_table[at] = static_cast<std::uint32_t>(m_hashes.size());
    if (m_hashes.size() * 4 > m_table.size()) {
      grow();
      at = position_of(hash);
    }
  }
  return m_table[at] - 1;
}

void Prefilter::grow() {
  m_table.assign(m_table.size() * 2, 0);
  for (std::size_t word = 0; word < m_hashes.size(); ++word) {
    m_table[position_of(m_hashes[word])] = static_cast<std::uint32_t>(word + 1);
  }
}

std::vector<bool> Prefilter::words_of(std::string_view text) const {
  std::vector<bool> present(m_hashes.size());
  for_each_word(text, m_any_text ? k_text_bytes : k_code_bytes, [&](std::uint64_t hash, std::string_view) {
    const std::uint32_t found = m_table[position_of(hash)];
    if (found != 0) present[found - 1] = true;
  });
  return present;
}

bool Prefilter::holds(const Node& node, const std::vector<bool>& present) const {
  switch (node.kind) {
    case Node::Kind::words:
      for (const std::uint32_t word : node.words) {
        if (!present[word]) return false;
      }
      return true;
    case Node::Kind::all:
      for (const Node& child : node.children) {
        if (!holds(child, present)) return false;
      }
      return true;
    case Node::Kind::any:
      for (const Node& child : node.children) {
        if (holds(child, present)) return true;
      }
      return false;
  }
  return true;
}

Prefilter::Possible Prefilter::possible(std::string_view text) const {
  const std::vector<bool> present = words_of(text);
  Possible possible;
  for (const Node& part : m_parts) possible.parts.push_back(holds(part, present));
  for (std::size_t rule = 0; rule < m_rules.size(); ++rule) {
    const auto& parts = m_rule_parts[rule];
    const bool follows = parts.empty() || std::any_of(parts.begin(), parts.end(), [&](std::size_t part) { return possible.parts[part]; });
    if (follows && holds(m_rules[rule], present)) possible.rules.push_back(rule);
  }
  return possible;
}

}  // namespace codelake::sast
