// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <cstdint>
#include <string_view>
#include <utility>

namespace codelake::syntax {

// Half-open bytes of the source.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Builds one generic tree in pre-order, node by node.
class TreeBuilder {
 public:
  // All must outlive the tree. The first node opened must be the root.
  TreeBuilder(std::string_view language, std::string_view source, const Words* words);

  // A node; what is added until close() becomes its children.
  NodeId open(Kind kind, Role role, Span span);
  void close();
  // A node without children.
  NodeId leaf(Kind kind, Role role, Span span) { return leaf(kind, role, span, symbol_of(text(span))); }
  NodeId leaf(Kind kind, Role role, Span span, Symbol symbol);
  // A string or character literal whose content stands at `content`.
  NodeId string_leaf(Kind kind, Role role, Span span, Span content);
  // The same for the string last opened.
  void set_content(NodeId id, Span content) { m_tree.string_contents.push_back({id, content.begin, content.end}); }
  Node& node(NodeId id) { return m_tree.nodes[id]; }
  NodeId parent() const { return m_parent; }
  // How many nodes there are so far.
  NodeId size() const { return static_cast<NodeId>(m_tree.nodes.size()); }
  std::string_view text(Span span) const { return m_tree.source.substr(span.begin, span.end - span.begin); }
  // The finished tree; the builder is empty then.
  Tree take() { return std::move(m_tree); }

 protected:
  Tree m_tree;
  NodeId m_parent = 0;
};

}  // namespace codelake::syntax
