// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/tree_builder.h"

#include <algorithm>
#include <bit>

namespace codelake::syntax {

namespace {

constexpr std::uint64_t k_prime = 0x9E3779B185EBCA87ULL;
// Flags that change what the code means; the others do not tell two subtrees apart.
constexpr std::uint16_t k_hashed_flags = k_creation | k_async | k_generator;

void mix_child_hash(Node& parent, const Node& child) {
  parent.hash = std::rotl(parent.hash ^ (child.hash * k_prime), 27) * k_prime;
}

void finish_hash(Node& node, std::string_view leaf_text) {
  std::uint64_t own = node.symbol ^ (static_cast<std::uint64_t>(node.kind) << 48U) ^
                      (static_cast<std::uint64_t>(node.flags & k_hashed_flags) << 32U);
  // A construct without a kind has its grammar name as symbol; without children only its text tells two apart.
  if (node.kind == Kind::other && !leaf_text.empty()) own ^= symbol_of(leaf_text) * k_prime;
  node.hash = (std::rotl(node.hash, 31) ^ own) * k_prime;
  node.hash ^= node.hash >> 29U;
}

}  // namespace

TreeBuilder::TreeBuilder(std::string_view language, std::string_view source, const Words* words) {
  m_tree.language = language;
  m_tree.source = source;
  m_tree.words = words;
}

NodeId TreeBuilder::open(Kind kind, Role role, Span span) {
  const auto id = static_cast<NodeId>(m_tree.nodes.size());
  Node& added = m_tree.nodes.emplace_back();
  added.kind = kind;
  added.role = role;
  added.parent = m_parent;
  added.begin = span.begin;
  added.end = span.end;
  const Kind outer = m_tree.nodes[m_parent].kind;
  if (id != 0 && (outer == Kind::block || outer == Kind::module || outer == Kind::class_body)) added.flags = k_statement;
  m_parent = id;
  return id;
}

void TreeBuilder::close() {
  Node& closed = m_tree.nodes[m_parent];
  const NodeId id = m_parent;
  closed.subtree_end = static_cast<NodeId>(m_tree.nodes.size());
  finish_hash(closed, closed.subtree_end == id + 1 && closed.kind == Kind::other ? m_tree.text(id) : "");
  if (id == 0) return;
  Node& outer = m_tree.nodes[closed.parent];
  mix_child_hash(outer, closed);
  // A part shared by several declarations may stand before the one it was lowered into.
  outer.begin = std::min(outer.begin, closed.begin);
  outer.end = std::max(outer.end, closed.end);
  m_parent = closed.parent;
}

NodeId TreeBuilder::leaf(Kind kind, Role role, Span span, Symbol symbol) {
  const NodeId id = open(kind, role, span);
  m_tree.nodes[id].symbol = symbol;
  close();
  return id;
}

NodeId TreeBuilder::string_leaf(Kind kind, Role role, Span span, Span content) {
  const NodeId id = leaf(kind, role, span, symbol_of(text(content)));
  set_content(id, content);
  return id;
}

}  // namespace codelake::syntax
