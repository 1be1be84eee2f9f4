// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/named_values.h"

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::symbol_of;

NamedValues::NamedValues(const syntax::Tree& tree) : m_tree(tree) {
  if (tree.language != "hcl") return;
  for (NodeId at = tree.first_child(0); at != 0; at = tree.next_sibling(at)) {
    if (tree[at].kind == Kind::call) add_block(at);
  }
}

void NamedValues::add(Name name, NodeId value) {
  const auto [found, added] = m_values.try_emplace(name, value);
  if (!added) found->second = 0;
}

void NamedValues::add_block(NodeId block) {
  const NodeId callee = m_tree.child(block, Role::callee);
  const NodeId arguments = m_tree.child(block, Role::arguments);
  if (callee == 0 || arguments == 0) return;
  const bool locals = m_tree.text(callee) == "locals";
  if (!locals && m_tree.text(callee) != "variable") return;
  syntax::Symbol label = 0;
  NodeId body = 0;
  for (NodeId at = m_tree.first_child(arguments); at != 0; at = m_tree.next_sibling(at)) {
    if (m_tree[at].kind == Kind::string) label = m_tree[at].symbol;
    if (m_tree[at].kind == Kind::dictionary) body = at;
  }
  for (NodeId at = body == 0 ? 0 : m_tree.first_child(body); at != 0; at = m_tree.next_sibling(at)) {
    const NodeId key = m_tree.child(at, Role::key);
    const NodeId value = m_tree.child(at, Role::value);
    if (key == 0 || value == 0) continue;
    if (locals) add({symbol_of("local"), m_tree[key].symbol}, value);
    if (!locals && m_tree.text(key) == "default") add({symbol_of("var"), label}, value);
  }
}

NodeId NamedValues::of(NodeId access) const {
  if (m_values.empty() || m_tree[access].kind != Kind::field_access) return 0;
  const NodeId object = m_tree.child(access, Role::object);
  const NodeId name = m_tree.child(access, Role::name);
  if (object == 0 || name == 0) return 0;
  const auto found = m_values.find({m_tree[object].symbol, m_tree[name].symbol});
  return found == m_values.end() ? 0 : found->second;
}

}  // namespace codelake::sast
