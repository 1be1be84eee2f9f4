// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/file_view.h"

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;

FileView::FileView(const syntax::Tree& tree)
    : m_tree(tree), m_imports(tree), m_anchors(tree.nodes.size() - 1) {
  for (NodeId id = 1; id < tree.nodes.size(); ++id) ++m_starts[static_cast<std::size_t>(tree[id].kind) + 1];
  for (std::size_t kind = 0; kind < k_kinds; ++kind) m_starts[kind + 1] += m_starts[kind];
  auto next = m_starts;
  for (NodeId id = 1; id < tree.nodes.size(); ++id) {
    const syntax::Node& node = tree[id];
    Anchor& anchor = m_anchors[next[static_cast<std::size_t>(node.kind)]++];
    anchor = {id, node.symbol, node.symbol};
    if (node.kind != Kind::call || tree.first_child(id) == 0) continue;
    const NodeId callee = tree.first_child(id);
    anchor.imported = m_imports.last_name(callee);
    anchor.symbol = tree[callee].kind == Kind::field_access ? anchor.imported : tree[callee].symbol;
  }
}

const Variables& FileView::variables() const {
  if (!m_variables) m_variables.emplace(m_tree);
  return *m_variables;
}

bool FileView::same(const Value& a, const Value& b) const {
  if (a.hash != b.hash) return false;
  const bool names = a.node != b.node && a.node != 0 && b.node != 0 &&
                     m_tree[a.node].kind == Kind::identifier && m_tree[b.node].kind == Kind::identifier;
  if (!names) return true;
  const auto first = variables().scope_of(a.node);
  const auto second = variables().scope_of(b.node);
  return !first || !second || *first == *second;
}

std::span<const Anchor> FileView::of_kind(Kind kind) const {
  const auto index = static_cast<std::size_t>(kind);
  return std::span(m_anchors).subspan(m_starts[index], m_starts[index + 1] - m_starts[index]);
}

}  // namespace codelake::sast
