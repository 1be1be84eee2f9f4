// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/kind.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::syntax {

// An index into Tree::nodes. 0 is the root; as a parent, child or sibling 0 means "none".
using NodeId = std::uint32_t;

// Equal texts have equal symbols, in every tree and process; 0 is "no symbol".
using Symbol = std::uint64_t;
Symbol symbol_of(std::string_view text);

// Nodes stand in pre-order: the subtree of `id` is the ids [id, subtree_end), and one node is inside another exactly
// when its id lies there.
struct Node {
  Kind kind = Kind::other;
  Role role = Role::none;
  std::uint16_t flags = 0;
  NodeId parent = 0;
  NodeId subtree_end = 0;
  std::uint32_t begin = 0;  // bytes of the source text, half open
  std::uint32_t end = 0;
  Symbol symbol = 0;
  std::uint64_t hash = 0;   // of the whole subtree (kinds, roles are left out, symbols): equal code, equal hash
};

// The texts of symbols that need not stand in the source: "class", "+", a grammar's node name (syntax/grammar.h).
class Words;

// Where the content of a string node starts and ends, in bytes of the source.
struct StringContent {
  NodeId node = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// The generic tree of one file or pattern. A value; immutable once lowered.
struct Tree {
  std::string_view language;
  std::string_view source;          // must outlive the tree
  std::vector<Node> nodes;          // never empty: [0] is Kind::module
  std::uint64_t error_bytes = 0;    // bytes inside error nodes
  std::uint32_t error_count = 0;
  bool depth_limit_hit = false;     // deeper parts were left out, as error nodes

  const Node& operator[](NodeId id) const { return nodes[id]; }
  NodeId first_child(NodeId id) const { return nodes[id].subtree_end > id + 1 ? id + 1 : 0; }
  NodeId next_sibling(NodeId id) const {
    const NodeId next = nodes[id].subtree_end;
    return id != 0 && next < nodes[nodes[id].parent].subtree_end ? next : 0;
  }
  bool inside(NodeId inner, NodeId outer) const { return outer <= inner && inner < nodes[outer].subtree_end; }
  // The first child with that role; 0 when there is none.
  NodeId child(NodeId id, Role role) const;
  std::vector<NodeId> children(NodeId id) const;

  // The source text of a node.
  std::string_view text(NodeId id) const { return source.substr(nodes[id].begin, nodes[id].end - nodes[id].begin); }
  // For a string: what stands between its quotes, escapes as written. Else the source text.
  std::string_view content(NodeId id) const;
  // The text a node's symbol was made of; empty for symbol 0.
  std::string_view symbol_text(NodeId id) const;

  // For strings only, ascending by node.
  std::vector<StringContent> string_contents;

  const Words* words = nullptr;     // of the language, which must outlive the tree
};

// The tree as an indented text, one node a line: "kind/role 'symbol text' [begin-end]"; for `dump-tree` and golden tests.
std::string print(const Tree& tree);

}  // namespace codelake::syntax
