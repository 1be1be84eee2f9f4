// SPDX-License-Identifier: Apache-2.0
//
// What nothing follows is the last statement of a body, and within it the last statement of each of its arms:
//
//     def f(a):
//         if a: g()        an exit
//         else: return     one
//     for x in y: h(x)     at the end of a body the whole loop is one: it may not run at all
#include "scanners/sast/exits.h"

#include "scanners/sast/kinds.h"

#include <algorithm>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

class Exits {
 public:
  explicit Exits(const syntax::Tree& tree) : m_tree(tree) {}

  std::vector<NodeId> run() {
    add_last_of(0);
    for (NodeId id = 1; id < m_tree.nodes.size(); ++id) {
      const Kind kind = m_tree[id].kind;
      if (kind == Kind::return_statement || kind == Kind::throw_statement) m_exits.push_back(id);
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
      default: m_exits.push_back(statement);
    }
  }

  void add_arms(NodeId statement) {
    const NodeId alternative = m_tree.child(statement, Role::alternative);
    add_body(m_tree.child(statement, Role::consequence));
    if (alternative == 0) {
      m_exits.push_back(statement);
    } else {
      add_body(alternative);
    }
  }

  void add_try(NodeId statement) {
    for (NodeId part = first_code(m_tree, statement); part != 0; part = next_code(m_tree, part)) {
      const bool last = m_tree[part].kind == Kind::finally_clause;
      const NodeId code = m_tree.child(part, Role::body);
      if (last) return add_body(code != 0 ? code : part);
    }
    add_body(m_tree.child(statement, Role::body));
    for (NodeId part = first_code(m_tree, statement); part != 0; part = next_code(m_tree, part)) {
      if (m_tree[part].kind == Kind::catch_clause) add_body(m_tree.child(part, Role::body));
    }
  }

  const syntax::Tree& m_tree;
  std::vector<NodeId> m_exits;
};

}  // namespace

std::vector<NodeId> exits_of(const syntax::Tree& tree) { return Exits(tree).run(); }

}  // namespace codelake::sast
