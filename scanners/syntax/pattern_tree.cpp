// SPDX-License-Identifier: Apache-2.0
// The lowered text of `foo(..., $X)` is call(foo, arguments(__codelake_e1_, __codelake_mX)). A node all of whose leaves
// are one ellipsis (`T x` for a parameter, `x: x` for an entry) becomes that ellipsis; so one form of placeholder per
// place is enough and no place needs code of its own.
#include "scanners/syntax/pattern_tree.h"

#include "scanners/syntax/pattern_dialect.h"

#include <algorithm>

namespace codelake::syntax {

namespace {

// From where the placeholder starts, if it does after at most one mark; else the text.
std::string_view unmarked(std::string_view text) {
  const bool marked = !text.empty() && k_placeholder_marks.find(text.front()) != std::string_view::npos;
  return marked && text.substr(1).starts_with(k_placeholder) ? text.substr(1) : text;
}

bool is_list_placeholder(std::string_view text) {
  return text.starts_with(k_placeholder) && text.size() > k_placeholder.size() &&
         (text[k_placeholder.size()] == 'e' || text[k_placeholder.size()] == 's');
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

bool can_be_ellipsis(Kind kind) {
  switch (kind) {
    case Kind::parameter:
    case Kind::variable_declaration:
    case Kind::pair:
    case Kind::keyword_argument:
    case Kind::import_name:
    case Kind::import_statement:
    case Kind::jsx_attribute:
    case Kind::type_name:
    case Kind::function:
    case Kind::switch_case:
      return true;
    default:
      return false;
  }
}

class Rewriter {
 public:
  Rewriter(const Tree& from, const PatternText& text, const PatternPlace& place, std::string_view source)
      : m_from(from), m_text(text), m_place(place), m_to(from.language, source, from.words), m_size(source.size()) {}

  std::optional<Tree> run() {
    m_to.open(Kind::module, Role::none, {0, static_cast<std::uint32_t>(m_size)});
    std::vector<NodeId> roots = pattern_roots();
    if (roots.empty() || !covers(roots)) return std::nullopt;
    if (roots.size() == 1 && m_from[roots.front()].kind == Kind::decorators) roots = m_from.children(roots.front());
    if (roots.size() == 1 && m_place.single_entries) roots.front() = only_entry(roots.front());
    for (const NodeId root : roots) rewrite(root, Role::none);
    m_to.close();
    return m_to.take();
  }

 private:
  bool in_region(NodeId id) const {
    const Node& node = m_from[id];
    return node.begin < node.end && node.begin >= m_place.region.begin && node.end <= m_place.region.end;
  }

  std::vector<NodeId> pattern_roots() const {
    std::vector<NodeId> roots;
    for (NodeId id = 1; id < m_from.nodes.size();) {
      if (in_region(id)) {
        roots.push_back(id);
        id = m_from[id].subtree_end;
      } else {
        ++id;
      }
    }
    return roots;
  }

  NodeId only_entry(NodeId list) const {
    const Kind kind = m_from[list].kind;
    const NodeId entry = m_from.first_child(list);
    const bool opened = kind == Kind::dictionary || (kind == Kind::list && !m_from.text(list).starts_with('['));
    return opened && entry != 0 && m_from.next_sibling(entry) == 0 ? entry : list;
  }

  bool covers(const std::vector<NodeId>& roots) const {
    std::vector<bool> seen(m_place.region.end - m_place.region.begin, false);
    for (const NodeId root : roots) {
      for (std::uint32_t at = m_from[root].begin; at < m_from[root].end; ++at) seen[at - m_place.region.begin] = true;
    }
    constexpr std::string_view silent = " \t\r\n()[]{};,";
    for (std::uint32_t at = m_place.region.begin; at < m_place.region.end; ++at) {
      if (seen[at - m_place.region.begin] || silent.find(m_from.source[at]) != std::string_view::npos) continue;
      const std::size_t word = silent_word_at(at);
      if (word == 0) return false;
      at += static_cast<std::uint32_t>(word) - 1;
    }
    return true;
  }

  std::size_t silent_word_at(std::uint32_t at) const {
    for (const std::string_view word : m_place.silent_words) {
      if (m_from.source.substr(at).starts_with(word)) return word.size();
    }
    return 0;
  }

  void rewrite(NodeId id, Role role) {
    const std::string_view list = list_of(id);
    const Node& node = m_from[id];
    if (!list.empty()) return placeholder(id, list, role);
    if (node.subtree_end == id + 1 && !m_from.text(id).empty()) {
      const std::string_view written = unmarked(trimmed(m_from.content(id)));
      if (written.starts_with(k_placeholder)) return placeholder(id, written, role);
    }
    if (node.kind == Kind::variable_declaration && is_doubled(id)) return placeholder(id, unmarked(m_from.text(id + 1)), role);
    if ((node.kind == Kind::call && call_of(id, k_deep_call)) || deep_value(id) != 0) return deep(id, role);
    if (const auto typed = typed_parts(id); typed.second != 0) return typed_metavariable(typed, role);
    const NodeId made = m_to.open(node.kind, role, span(id));
    m_to.node(made).symbol = node.symbol;
    m_to.node(made).flags = node.flags;
    if (node.kind == Kind::string || node.kind == Kind::char_literal) copy_content(id, made);
    const bool doubled = is_doubled(id);
    for (const NodeId child : m_from.children(id)) {
      if (!doubled || m_from[child].role != Role::type) rewrite(child, m_from[child].role);
    }
    m_to.close();
  }

  // `X X` that stands for a parameter X without a type, or for a statement X.
  bool is_doubled(NodeId id) const {
    const std::vector<NodeId> parts = m_from.children(id);
    const Kind kind = m_from[id].kind;
    return (kind == Kind::parameter || kind == Kind::variable_declaration) && parts.size() == 2 &&
           unmarked(m_from.text(parts[0])).starts_with(k_placeholder) && m_from.text(parts[0]) == m_from.text(parts[1]);
  }

  // The list placeholder that is all the leaves of `id`; empty when there is none.
  std::string_view list_of(NodeId id) const {
    if (!can_be_ellipsis(m_from[id].kind) || (m_from[id].kind == Kind::switch_case && !is_filled_in(id))) return {};
    std::string_view only;
    for (NodeId at = id + 1; at < m_from[id].subtree_end; ++at) {
      if (m_from[at].subtree_end != at + 1) continue;
      // What a form of the placeholder needs beside it.
      if (m_from[at].kind == Kind::modifier && same(span(at), span(id))) continue;
      if (m_from[at].kind == Kind::block && m_from[id].kind == Kind::switch_case) continue;
      const std::string_view text = unmarked(m_from.content(at));
      if (!is_list_placeholder(text) || (!only.empty() && text != only)) return {};
      only = text;
    }
    return only;
  }

  // All of it is the form of one placeholder; `case ...:` was written.
  bool is_filled_in(NodeId id) const {
    const NodeId first = id + 1;
    return first < m_from[id].subtree_end && same(span(first), span(id));
  }

  static bool same(Span a, Span b) { return a.begin == b.begin && a.end == b.end; }

  void placeholder(NodeId id, std::string_view text, Role role) {
    const std::string_view rest = text.substr(k_placeholder.size());
    const std::string name(rest.substr(1));
    switch (rest.empty() ? ' ' : rest.front()) {
      case 'e': return leaf(Kind::ellipsis, role, id, "...");
      case 's': return leaf(Kind::metavariable_ellipsis, role, id, "$..." + name);
      default: return leaf(Kind::metavariable, role, id, "$" + name);
    }
  }

  bool call_of(NodeId id, std::string_view name) const {
    const NodeId callee = m_from.child(id, Role::callee);
    return callee != 0 && unmarked(m_from.text(callee)) == name;
  }

  // Where there are no calls a deep expression is the value of the one entry {"__codelake_deep": X}; 0: this is none.
  NodeId deep_value(NodeId id) const {
    const NodeId entry = m_from[id].kind == Kind::dictionary ? m_from.first_child(id) : 0;
    const NodeId key = entry == 0 ? 0 : m_from.child(entry, Role::key);
    return key != 0 && m_from.content(key) == k_deep_call ? m_from.child(entry, Role::value) : 0;
  }

  void deep(NodeId id, Role role) {
    m_to.open(Kind::deep, role, span(id));
    if (const NodeId value = deep_value(id); value != 0) rewrite(value, Role::none);
    const NodeId arguments = m_from.child(id, Role::arguments);
    if (arguments != 0) {
      for (const NodeId child : m_from.children(arguments)) rewrite(child, Role::none);
    }
    m_to.close();
  }

  // Type and name of a typed metavariable, written as a cast or as a call of our own.
  std::pair<NodeId, NodeId> typed_parts(NodeId id) const {
    const Node& node = m_from[id];
    if (node.kind == Kind::call && call_of(id, k_typed_call)) {
      const std::vector<NodeId> parts = m_from.children(m_from.child(id, Role::arguments));
      if (parts.size() == 2) return {parts[0], parts[1]};
    }
    // `(T $X)` alone, written as an index, may be read as the type of an array.
    const bool indexed = node.kind == Kind::index || (node.kind == Kind::type_name && node.subtree_end > id + 1);
    if (indexed && m_from.text(id + 1) == k_typed_call) {
      const std::vector<NodeId> parts = m_from.children(id);
      return parts.size() == 2 ? typed_parts(parts[1]) : std::pair<NodeId, NodeId>{0, 0};
    }
    if (node.kind != Kind::cast) return {0, 0};
    const NodeId value = m_from.child(id, Role::value);
    const NodeId type = m_from.child(id, Role::type);
    const std::string mark = std::string(k_placeholder) + 't';
    const bool typed = value != 0 && type != 0 && unmarked(m_from.text(value)).starts_with(mark) && m_from.text(value) != k_typed_call;
    return typed ? std::pair{type, value} : std::pair<NodeId, NodeId>{0, 0};
  }

  void typed_metavariable(std::pair<NodeId, NodeId> parts, Role role) {
    const Span type = span(parts.first);
    const Span name = span(parts.second);
    m_to.open(Kind::typed_metavariable, role, {std::min(type.begin, name.begin), std::max(type.end, name.end)});
    rewrite(parts.first, Role::type);
    rewrite(parts.second, Role::name);
    m_to.close();
  }

  void copy_content(NodeId id, NodeId made) {
    const auto found = std::find_if(m_from.string_contents.begin(), m_from.string_contents.end(),
                                    [id](const StringContent& content) { return content.node == id; });
    if (found != m_from.string_contents.end()) {
      const Span content = origin({found->begin, found->end});
      m_to.set_content(made, content);
    }
  }

  Span origin(Span span) const {
    const std::uint32_t begin = std::max(span.begin, m_place.pattern_begin) - m_place.pattern_begin;
    const std::uint32_t end = std::max(span.end, m_place.pattern_begin) - m_place.pattern_begin;
    const PatternText::Origin origin = m_text.origin(begin, end);
    return {origin.begin, origin.end};
  }

  Span span(NodeId id) const { return origin({m_from[id].begin, m_from[id].end}); }

  void leaf(Kind kind, Role role, NodeId from, std::string_view symbol) {
    const NodeId id = m_to.open(kind, role, span(from));
    m_to.node(id).symbol = symbol_of(symbol);
    m_to.node(id).flags = m_from[from].flags;
    m_to.close();
  }

  const Tree& m_from;
  const PatternText& m_text;
  const PatternPlace& m_place;
  TreeBuilder m_to;
  std::size_t m_size = 0;
};

}  // namespace

std::optional<Tree> pattern_tree(const Tree& lowered, const PatternText& text, const PatternPlace& place,
                                 std::string_view source) {
  return Rewriter(lowered, text, place, source).run();
}

}  // namespace codelake::syntax
