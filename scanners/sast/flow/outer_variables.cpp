// SPDX-License-Identifier: Apache-2.0
//
// The idea: a function is run on what the variables around it hold when its surroundings end, so what another function
// puts into them would be lost. They are told apart before anything is run, by one pass over the tree with a stack of scopes: a
// name that a function assigns and does not declare goes to the function around it, until one declares it or the file is reached.
//
//     let last = ""                           the file declares last
//     function keep(q) { last = q }           assigned here, declared outside: last is an outer variable
//     function show() { return last }         hence holds what keep() put there, too
#include "scanners/sast/flow/outer_variables.h"

#include "scanners/sast/flow/collection_names.h"
#include "scanners/sast/kinds.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;

namespace {

struct Assigned {
  Symbol name = 0;
  bool declared_function = false;  // one that may run at any time lies between
};

struct Scope {
  NodeId node = 0;
  NodeId end = 0;
  std::unordered_set<Symbol> declared;
  std::vector<Symbol> outer;  // named by `global`
  std::vector<Assigned> assigned;
};

class Scopes {
 public:
  explicit Scopes(const syntax::Tree& tree)
      : m_tree(tree), m_declares_by_assigning(tree.language == "python" || tree.language == "php" || tree.language == "ruby") {}

  // Gives each outer variable to `use`.
  template <class Use>
  void run(const Use& use) {
    m_scopes.push_back({0, static_cast<NodeId>(m_tree.nodes.size()), {}, {}, {}});
    for (NodeId id = 0; id < m_tree.nodes.size(); ++id) {
      while (m_scopes.back().end <= id) close(use);
      look_at(id);
    }
    while (m_scopes.size() > 1) close(use);
  }

 private:
  void look_at(NodeId id) {
    switch (m_tree[id].kind) {
      case Kind::function:
      case Kind::lambda: m_scopes.push_back({id, m_tree[id].subtree_end, {}, {}, {}}); return;
      case Kind::parameter:
      case Kind::variable_declaration: return declare(m_tree.child(id, Role::name));
      case Kind::for_each_statement: return declare(m_tree.child(id, Role::left));
      case Kind::assignment: return assign(m_tree.child(id, Role::left), true);
      case Kind::call: return call(id);
      default: break;
    }
    if (!names_outer(m_tree, id)) return;
    for (NodeId name = first_code(m_tree, id); name != 0; name = next_code(m_tree, name)) {
      m_scopes.back().outer.push_back(m_tree[name].symbol);
    }
  }

  void declare(NodeId target) { assign(target, false); }

  // All names of a target: `a`, `(a, b)`; of `a.b` and `a[i]` the first one, which stays the same object.
  void assign(NodeId target, bool may_be_outer) {
    if (target == 0) return;
    const Kind kind = m_tree[target].kind;
    if (kind == Kind::field_access || kind == Kind::index) return change(target);
    if (kind == Kind::identifier) {
      if (may_be_outer && !m_declares_by_assigning) {
        m_scopes.back().assigned.push_back({m_tree[target].symbol, false});
      } else {
        m_scopes.back().declared.insert(m_tree[target].symbol);
      }
      return;
    }
    for (NodeId part = m_tree.first_child(target); part != 0; part = m_tree.next_sibling(part)) assign(part, may_be_outer);
  }

  void change(NodeId target) {
    while (target != 0 && (m_tree[target].kind == Kind::field_access || m_tree[target].kind == Kind::index)) {
      target = m_tree.child(target, Role::object);
    }
    if (target != 0 && m_tree[target].kind == Kind::identifier) m_scopes.back().assigned.push_back({m_tree[target].symbol, false});
  }

  void call(NodeId id) {
    const NodeId callee = m_tree.child(id, Role::callee);
    if (callee == 0 || m_tree[callee].kind != Kind::field_access || m_scopes.size() == 1) return;
    const NodeId name = m_tree.child(callee, Role::name);
    const NodeId arguments = m_tree.child(id, Role::arguments);
    std::size_t count = 0;
    for (NodeId each = arguments == 0 ? 0 : first_code(m_tree, arguments); each != 0; each = next_code(m_tree, each)) count += 1;
    if (name != 0 && puts_in(m_tree[name].symbol, count)) change(callee);
  }

  template <class Use>
  void close(const Use& use) {
    const Scope scope = std::move(m_scopes.back());
    m_scopes.pop_back();
    Scope& around = m_scopes.back();
    std::vector<Assigned> assigned = scope.assigned;
    for (const Symbol name : scope.outer) assigned.push_back({name, false});
    for (Assigned each : assigned) {
      const bool named = std::find(scope.outer.begin(), scope.outer.end(), each.name) != scope.outer.end();
      if (!named && scope.declared.count(each.name) != 0) continue;
      each.declared_function = each.declared_function || m_tree[scope.node].kind == Kind::function;
      // Which of the functions around declares it is known when they end: until then it may be a variable of each.
      if (m_scopes.size() == 1) {
        use(NodeId{0}, each.name);
      } else {
        if (each.declared_function) use(around.node, each.name);
        around.assigned.push_back(each);
      }
    }
  }

  const syntax::Tree& m_tree;
  bool m_declares_by_assigning;
  std::vector<Scope> m_scopes;
};

}  // namespace

OuterVariables::OuterVariables(const syntax::Tree& tree) {
  for (NodeId id = 0; id < tree.nodes.size(); ++id) {
    const NodeId name = tree[id].kind == Kind::class_declaration ? tree.child(id, Role::name) : 0;
    if (name != 0) m_classes.insert(tree[name].symbol);
    const NodeId function = tree[id].kind == Kind::parameter && is_reference(tree, id) ? tree[tree[id].parent].parent : 0;
    const NodeId called = function == 0 ? 0 : tree.child(function, Role::name);
    if (called != 0) m_by_reference.insert(tree[called].symbol);
  }
  Scopes(tree).run([&](NodeId owner, Symbol name) { m_all.insert(key(owner, name)); });
}

bool is_reference(const syntax::Tree& tree, NodeId parameter) {
  if (tree.language == "php") return tree.text(parameter).find('&') != std::string_view::npos;
  if (tree.language == "cpp") return tree.text(parameter).find("& ") != std::string_view::npos || tree.text(parameter).find(" &") != std::string_view::npos;
  if (tree.language != "csharp") return false;
  return tree.text(parameter).starts_with("ref ") || tree.text(parameter).starts_with("out ");
}

bool names_outer(const syntax::Tree& tree, NodeId statement) {
  if (tree[statement].kind != Kind::other) return false;
  const std::string_view word = tree.symbol_text(statement);
  return word == "global_statement" || word == "nonlocal_statement" || word == "global_declaration";
}

}  // namespace codelake::sast::flow
