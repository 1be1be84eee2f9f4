// SPDX-License-Identifier: Apache-2.0
// Words and marks of the pattern stand one after the other in the text, however it is laid out: `f(x) { a; }` holds
// where the braces take three lines. Only a block of the pattern asks for a block of the text. An ellipsis passes over
// what stands on the next ten lines at most; at the end of a block it takes the rest of the text's block. A match enters
// blocks but never leaves the one it starts in: `pin ... pin` does not go from the last pin of one set to the next set.
#include "scanners/sast/text_pattern.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace codelake::sast {

namespace {

using Kind = TextNode::Kind;
using Values = std::array<Value, k_slots_max>;

constexpr std::size_t k_pattern_nodes_max = 2000;

// An ellipsis that is being matched.
struct Gap {
  bool open = false;
  std::uint8_t slot = TextPattern::k_no_slot;
  std::uint32_t last_line = 0;  // how far it may reach
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// How far a match has come.
struct State {
  std::uint32_t wanted = 0;  // the pattern's next node
  std::uint32_t node = 0;    // the text's next node
  std::uint32_t list = 0;    // the text's block that holds the last node matched
  std::uint32_t end = 0;     // of the last node matched, in bytes
  std::uint32_t line = 0;
  Gap gap = {};
};

// A block of the pattern and the block of the text it is matched in.
struct Frame {
  std::uint32_t wanted_end = 0;
  std::uint32_t node_end = 0;
  bool outermost = true;
  bool anything = false;  // the pattern's block is nothing but an ellipsis
};

class Finder {
 public:
  Finder(const TextPattern& pattern, const RuleOptions& options, const SearchedText& in, Budget& budget)
      : m_pattern(pattern), m_options(options), m_text(in.text), m_tree(in.tree), m_budget(budget) {}

  bool match_at(std::uint32_t start, Match& result) {
    m_values = {};
    const TextNode& first = m_tree.nodes[start];
    State state{1, start, first.parent, first.begin, first.line, {}};
    const Frame frame{static_cast<std::uint32_t>(m_pattern.tree.nodes.size()), m_tree.nodes[first.parent].subtree_end, true};
    if (!match(state, frame)) return false;
    const auto slots = static_cast<std::ptrdiff_t>(m_pattern.slot_count);
    result = {first.begin, state.end, {m_values.begin(), m_values.begin() + slots}};
    return true;
  }

 private:
  const TextNode& wanted(const State& state) const { return m_pattern.tree.nodes[state.wanted]; }
  const TextNode& node(const State& state) const { return m_tree.nodes[state.node]; }

  // Matches the rest of the frame; true leaves in `state` where the match came to.
  bool match(State& state, const Frame& frame) {
    while (m_budget.spend()) {
      if (state.wanted >= frame.wanted_end) return finish(state, frame);
      const Kind kind = wanted(state).kind;
      if (kind == Kind::ellipsis) {
        open(state);
      } else if (kind != Kind::block) {
        return atom(state, frame);
      } else if (!block(state, frame)) {
        return false;
      }
    }
    return false;
  }

  void open(State& state) const {
    const std::uint32_t span = m_options.generic_ellipsis_max_span;
    if (state.gap.open)
      state.gap.last_line += span;
    else
      state.gap = {true, m_pattern.slots[state.wanted], state.line + span, state.end, state.end};
    ++state.wanted;
  }

  bool bind(std::uint8_t slot, std::uint32_t begin, std::uint32_t end) {
    if (slot == TextPattern::k_no_slot) return true;
    const Value value{syntax::symbol_of(m_text.substr(begin, end - begin)) | 1U, begin, end, 0};
    if (m_values[slot].hash != 0) return m_values[slot].hash == value.hash;
    m_values[slot] = value;
    return true;
  }

  bool close(const Gap& gap) { return !gap.open || bind(gap.slot, gap.begin, gap.end); }

  // The end of a block of the pattern: an open gap takes the rest of the text's block.
  bool finish(State& state, const Frame& frame) {
    const std::uint32_t list_end = m_tree.nodes[state.list].subtree_end;
    if (!state.gap.open) return frame.outermost || state.node >= list_end;
    for (; state.node < list_end; ++state.node) {
      if (node(state).kind == Kind::block) continue;
      if (node(state).line > state.gap.last_line && !frame.anything) return frame.outermost && close(state.gap);
      state.end = state.gap.end = node(state).end;
    }
    return close(state.gap);
  }

  bool holds(const State& state) {
    const TextNode& pattern = wanted(state);
    const TextNode& found = node(state);
    if (pattern.kind == Kind::metavariable)
      return found.kind == Kind::word && bind(m_pattern.slots[state.wanted], found.begin, found.end);
    if (pattern.kind != found.kind) return false;
    return pattern.symbol == found.symbol || (m_options.generic_caseless && same_letters(pattern, found));
  }

  bool same_letters(const TextNode& pattern, const TextNode& found) const {
    const std::string_view a = m_text.substr(found.begin, found.end - found.begin);
    const std::string_view b = std::string_view(m_pattern.text).substr(pattern.begin, pattern.end - pattern.begin);
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
  }

  // A word or mark, and all that follows it in the frame.
  bool atom(State& state, const Frame& frame) {
    const Values values = m_values;
    for (; state.node < frame.node_end; ++state.node) {
      if (node(state).kind == Kind::block) continue;
      if (state.gap.open && node(state).line > state.gap.last_line) return false;
      if (!m_budget.spend()) return false;
      if (close(state.gap) && holds(state)) {
        State next{state.wanted + 1, state.node + 1, node(state).parent, node(state).end, node(state).line, {}};
        if (match(next, frame)) {
          state = next;
          return true;
        }
      }
      m_values = values;
      if (!state.gap.open) return false;
      state.gap.end = node(state).end;
    }
    return false;
  }

  bool may_be_empty(std::uint32_t from, std::uint32_t to) const {
    const auto& nodes = m_pattern.tree.nodes;
    return std::all_of(nodes.begin() + from, nodes.begin() + to,
                       [](const TextNode& one) { return one.kind == Kind::ellipsis || one.kind == Kind::block; });
  }

  // A block of the pattern; the state then stands after it.
  bool block(State& state, const Frame& frame) {
    const std::uint32_t end = wanted(state).subtree_end;
    const std::uint32_t list_end = std::min(m_tree.nodes[state.list].subtree_end, frame.node_end);
    while (state.node < list_end && node(state).kind != Kind::block) {
      if (!state.gap.open || node(state).line > state.gap.last_line) break;
      state.gap.end = node(state).end;
      ++state.node;
    }
    if (!close(state.gap)) return false;
    state.gap = {};
    if (state.node >= list_end || node(state).kind != Kind::block) {
      const bool empty = may_be_empty(state.wanted, end);
      state.wanted = end;
      return empty;
    }
    const std::uint32_t after = node(state).subtree_end;
    const bool anything = state.wanted + 2 == end && m_pattern.tree.nodes[state.wanted + 1].kind == Kind::ellipsis;
    State inner{state.wanted + 1, state.node + 1, state.node, state.end, state.line, {}};
    if (!match(inner, {end, after, false, anything})) return false;
    state = {end, after, m_tree.nodes[state.node].parent, inner.end, inner.line, {}};
    return true;
  }

  const TextPattern& m_pattern;
  const RuleOptions& m_options;
  std::string_view m_text;
  const TextTree& m_tree;
  Budget& m_budget;
  Values m_values{};
};

// Whether a node is where a match may start: a pattern that starts with an ellipsis starts with a block.
bool may_start(const TextPattern& pattern, const TextTree& tree, std::uint32_t node, bool caseless) {
  const TextNode& found = tree.nodes[node];
  if (found.kind == Kind::block) return false;
  if (pattern.starts_with_ellipsis) return tree.nodes[node - 1].kind == Kind::block && found.parent == node - 1;
  const TextNode& first = pattern.tree.nodes[1];
  if (first.kind == Kind::block) return true;
  if (first.kind == Kind::metavariable) return found.kind == Kind::word;
  return caseless || (first.kind == found.kind && first.symbol == found.symbol);
}

}  // namespace

Result<TextPattern> compile_text_pattern(std::string_view text, const std::vector<std::string>& metavariables) {
  TextPattern pattern;
  pattern.text = text;
  pattern.tree = pattern_text_tree(text);
  const auto& nodes = pattern.tree.nodes;
  if (nodes.size() < 2) return fail(ErrorKind::usage, "reading a pattern", std::string(text), "it is empty");
  if (nodes.size() > k_pattern_nodes_max)
    return fail(ErrorKind::usage, "reading a pattern", std::string(text.substr(0, 40)), "it is too long");
  pattern.slots.assign(nodes.size(), TextPattern::k_no_slot);
  pattern.slot_count = metavariables.size();
  for (std::size_t at = 1; at < nodes.size(); ++at) {
    if (nodes[at].kind != Kind::metavariable && nodes[at].kind != Kind::ellipsis) continue;
    const std::size_t slot = slot_in(metavariables, text.substr(nodes[at].begin, nodes[at].end - nodes[at].begin));
    if (slot < k_slots_max) pattern.slots[at] = static_cast<std::uint8_t>(slot);
    const bool named = nodes[at].kind == Kind::ellipsis && nodes[at].end - nodes[at].begin > 3;
    if (named && nodes[at - 1].kind == Kind::ellipsis)
      return fail(ErrorKind::usage, "reading a pattern", std::string(text), "$...X right after an ellipsis");
  }
  pattern.starts_with_ellipsis = nodes[1].kind == Kind::ellipsis;
  pattern.ends_with_ellipsis = nodes.back().kind == Kind::ellipsis && nodes.back().parent == 0;
  return pattern;
}

std::vector<Match> find_text(const TextPattern& pattern, const RuleOptions& options, const SearchedText& in, Budget& budget) {
  Finder finder(pattern, options, in, budget);
  std::vector<Match> matches;
  std::vector<bool> kept;
  std::unordered_map<std::uint32_t, std::size_t> by_end;
  for (std::uint32_t node = 1; node < in.tree.nodes.size() && !budget.exhausted; ++node) {
    Match match;
    if (!may_start(pattern, in.tree, node, options.generic_caseless) || !finder.match_at(node, match)) continue;
    const auto [other, added] = by_end.try_emplace(match.end, kept.size());
    if (!added && pattern.ends_with_ellipsis) continue;
    if (!added) {
      kept[other->second] = false;
      other->second = kept.size();
    }
    kept.push_back(true);
    matches.push_back(std::move(match));
  }
  std::size_t next = 0;
  std::erase_if(matches, [&](const Match&) { return !kept[next++]; });
  return matches;
}

}  // namespace codelake::sast
