// SPDX-License-Identifier: Apache-2.0
//
// What nothing follows is the last statement of a body, and within it the last statement of each of its arms:
//
//     def f(a):
//         if a: g()        an exit
//         else: return     one
//     for x in y: h(x)     at the end of a body the whole loop is one: it may not run at all
//
// Where a function gives the value of its last statement, the same walk tells which expressions those are.
#include "scanners/sast/exits.h"

#include "scanners/sast/kinds.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

enum class Wanted : std::uint8_t { statements, values };

class Exits {
 public:
  Exits(const syntax::Tree& tree, Wanted wanted) : m_tree(tree), m_values(wanted == Wanted::values) {}

  std::vector<NodeId> run() {
    if (!m_values) add_last_of(0);
    for (NodeId id = 1; id < m_tree.nodes.size(); ++id) {
      const Kind kind = m_tree[id].kind;
      const bool says = kind == Kind::return_statement || kind == Kind::throw_statement;
      if (says && !m_values) m_exits.push_back(id);
      if (kind == Kind::function || kind == Kind::lambda) add_body(m_tree.child(id, Role::body));
    }
    std::sort(m_exits.begin(), m_exits.end());
    m_exits.erase(std::unique(m_exits.begin(), m_exits.end()), m_exits.end());
    return std::move(m_exits);
  }

 private:
  void add_last_of(NodeId list) {
    NodeId last = 0;
    for (NodeId at = first_code(m_tree, list); at != 0; at = next_code(m_tree, at)) last = at;
    if (last != 0) add(last);
  }

  void add_body(NodeId body) {
    if (body == 0) return;
    if (is_statement_list(m_tree[body].kind)) {
      add_last_of(body);
    } else {
      add(body);
    }
  }

  void add(NodeId statement) {
    switch (m_tree[statement].kind) {
      case Kind::block: return add_last_of(statement);
      case Kind::with_statement: return add_body(m_tree.child(statement, Role::body));
      case Kind::if_statement: return add_arms(statement);
      case Kind::try_statement: return add_try(statement);
      default: break;
    }
    if (!m_values || is_expression(m_tree[statement].kind)) m_exits.push_back(statement);
    if (m_values && m_tree[statement].kind == Kind::switch_statement) add_cases(statement);
  }

  void add_cases(NodeId list) {
    for (NodeId part = first_code(m_tree, list); part != 0; part = next_code(m_tree, part)) {
      const Kind kind = m_tree[part].kind;
      if (kind == Kind::switch_body) add_cases(part);
      if (kind == Kind::switch_case) add_body(m_tree.child(part, Role::body));
      if (kind == Kind::block) add_body(part);
    }
  }

  void add_arms(NodeId statement) {
    const NodeId alternative = m_tree.child(statement, Role::alternative);
    add_body(m_tree.child(statement, Role::consequence));
    if (alternative != 0) {
      add_body(alternative);
    } else if (!m_values) {
      m_exits.push_back(statement);
    }
  }

  void add_try(NodeId statement) {
    for (NodeId part = first_code(m_tree, statement); part != 0; part = next_code(m_tree, part)) {
      const bool last = m_tree[part].kind == Kind::finally_clause;
      const NodeId code = m_tree.child(part, Role::body);
      if (last) return add_body(code != 0 ? code : part);
    }
    const NodeId body = m_tree.child(statement, Role::body);
    add_body(body);
    if (m_values && !may_throw(body)) return;
    for (NodeId part = first_code(m_tree, statement); part != 0; part = next_code(m_tree, part)) {
      if (m_tree[part].kind == Kind::catch_clause) add_body(m_tree.child(part, Role::body));
    }
  }

  bool may_throw(NodeId body) const {
    for (NodeId at = body; at < m_tree[body].subtree_end; ++at) {
      const Kind kind = m_tree[at].kind;
      if (kind == Kind::call || kind == Kind::field_access || kind == Kind::index || kind == Kind::throw_statement) return true;
    }
    return false;
  }

  const syntax::Tree& m_tree;
  bool m_values = false;
  std::vector<NodeId> m_exits;
};

}  // namespace

std::vector<NodeId> exits_of(const syntax::Tree& tree) { return Exits(tree, Wanted::statements).run(); }

std::vector<NodeId> values_given(const syntax::Tree& tree) {
  constexpr std::array<std::string_view, 3> k_languages = {"ruby", "rust", "scala"};
  if (std::find(k_languages.begin(), k_languages.end(), tree.language) == k_languages.end()) return {};
  return Exits(tree, Wanted::values).run();
}

}  // namespace codelake::sast
