// SPDX-License-Identifier: Apache-2.0
// Every place that writes a name is collected with the scope the name belongs to. A use has a known value
// when the last write before it, in the order of the text, stands in a block around the use, and no later
// write can come round in a loop. Example: in `q = "a"; f(q); q = x` the use in f(q) is "a"; were the three
// inside one loop, it would be unknown.
#include "scanners/sast/variables.h"

#include "scanners/sast/kinds.h"

#include <algorithm>
#include <tuple>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;

namespace {

constexpr int k_depth_max = 8;
constexpr std::ptrdiff_t k_writes_max = 2000;  // a name written more often is not followed
constexpr std::size_t k_text_max = 64 * 1024;
const Symbol k_plus = syntax::symbol_of("+");

bool is_scope(Kind kind) {
  return kind == Kind::function || kind == Kind::class_declaration || kind == Kind::lambda;
}
bool is_loop(Kind kind) {
  return kind == Kind::while_statement || kind == Kind::do_statement || kind == Kind::for_statement ||
         kind == Kind::for_each_statement;
}
bool is_literal(Kind kind) {
  return kind == Kind::string || kind == Kind::number || kind == Kind::boolean || kind == Kind::null;
}

// Whether a plain assignment makes a variable of its own in the scope.
bool assigning_declares(const syntax::Tree& tree, NodeId scope) {
  const bool function = scope != 0 && tree[scope].kind != Kind::lambda;
  return tree.language == "python" || (function && (tree.language == "ruby" || tree.language == "php"));
}

}  // namespace

Variables::Variables(const syntax::Tree& tree) : m_tree(tree) {
  collect();
  settle_scopes();
}

void Variables::collect() {
  std::vector<NodeId> scopes = {0};
  for (NodeId id = 1; id < m_tree.nodes.size(); ++id) {
    while (scopes.size() > 1 && id >= m_tree[scopes.back()].subtree_end) scopes.pop_back();
    collect_at(id, scopes.back());
    if (is_scope(m_tree[id].kind)) scopes.push_back(id);
  }
}

void Variables::collect_at(NodeId id, NodeId scope) {
  Write write;
  write.scope = scope;
  write.node = id;
  switch (m_tree[id].kind) {
    case Kind::assignment: {
      NodeId target = m_tree.child(id, Role::left);
      if (target == 0) target = m_tree.child(id, Role::name);
      write.value = m_tree.child(id, Role::right);
      if (write.value == 0) write.value = m_tree.child(id, Role::value);
      if (m_tree[id].symbol != 0) write.value = 0;
      write.type = m_tree.child(id, Role::type);
      write.declares = assigning_declares(m_tree, scope) || (m_tree[id].flags & syntax::k_declares) != 0;
      return add_targets(target, write);
    }
    case Kind::variable_declaration:
    case Kind::parameter:
      write.value = m_tree[id].kind == Kind::parameter ? 0 : m_tree.child(id, Role::value);
      write.type = m_tree.child(id, Role::type);
      write.declares = true;
      return add_targets(m_tree.child(id, Role::name), write);
    case Kind::for_each_statement:
    case Kind::catch_clause:
      write.declares = true;
      add_targets(m_tree.child(id, Role::left), write);
      return add_targets(m_tree.child(id, Role::name), write);
    case Kind::import_name:
      write.declares = true;
      return add_targets(m_tree.child(id, Role::alias), write);
    case Kind::unary:
      if (m_tree.text(id).starts_with("++") || m_tree.text(id).ends_with("++"))
        add_targets(m_tree.first_child(id), write);
      return;
    default:
      return;
  }
}

void Variables::add_targets(NodeId target, const Write& write) {
  if (target == 0) return;
  const Kind kind = m_tree[target].kind;
  if (kind == Kind::identifier) {
    m_writes.push_back(write);
    m_writes.back().name = m_tree[target].symbol;
    return;
  }
  if (kind == Kind::field_access || kind == Kind::index || kind == Kind::call) return;
  Write unknown = write;
  unknown.value = 0;
  for (NodeId at = m_tree.first_child(target); at != 0; at = m_tree.next_sibling(at))
    add_targets(at, unknown);
}

void Variables::settle_scopes() {
  const auto order = [](const Write& a, const Write& b) {
    return std::tie(a.name, a.scope, a.node) < std::tie(b.name, b.scope, b.node);
  };
  std::sort(m_writes.begin(), m_writes.end(), order);
  // A plain assignment writes the variable of the scope that declares it.
  std::vector<Write> declared;
  std::copy_if(m_writes.begin(), m_writes.end(), std::back_inserter(declared),
               [](const Write& w) { return w.declares; });
  for (Write& write : m_writes) {
    if (write.declares) continue;
    NodeId scope = 0;
    const auto first = std::lower_bound(declared.begin(), declared.end(), write.name,
                                        [](const Write& w, Symbol name) { return w.name < name; });
    for (auto at = first; at != declared.end() && at->name == write.name; ++at) {
      if (at->scope >= scope && m_tree.inside(write.node, at->scope)) scope = at->scope;
    }
    write.scope = scope;
  }
  std::sort(m_writes.begin(), m_writes.end(), order);
}

std::pair<std::size_t, std::size_t> Variables::writes_seen_from(NodeId at, Symbol name) const {
  const auto first = std::lower_bound(m_writes.begin(), m_writes.end(), name,
                                      [](const Write& w, Symbol symbol) { return w.name < symbol; });
  auto best = m_writes.end();
  if (m_writes.end() - first > k_writes_max && (first + k_writes_max)->name == name) return {0, 0};
  for (auto write = first; write != m_writes.end() && write->name == name; ++write) {
    if (m_tree.inside(at, write->scope) && (best == m_writes.end() || write->scope > best->scope))
      best = write;
  }
  if (best == m_writes.end()) return {0, 0};
  auto end = best;
  while (end != m_writes.end() && end->name == name && end->scope == best->scope) ++end;
  return {static_cast<std::size_t>(best - m_writes.begin()),
          static_cast<std::size_t>(end - m_writes.begin())};
}

// Whether a write is always made before the use: the list of statements it stands in holds the use too.
bool Variables::reaches(const Write& write, NodeId use) const {
  const NodeId statement = statement_of(m_tree, write.node);
  const NodeId list = statement == 0 ? m_tree[write.node].parent : m_tree[statement].parent;
  return m_tree.inside(use, list) && use >= m_tree[write.node].subtree_end;
}

// Whether a write after the use may come before it, in the next round of a loop.
bool Variables::repeated(const Write& later, NodeId use) const {
  for (NodeId at = m_tree[use].parent; at != 0; at = m_tree[at].parent) {
    if (is_loop(m_tree[at].kind) && m_tree.inside(later.node, at)) return true;
  }
  return false;
}

NodeId Variables::value_at(NodeId use) const {
  const auto [first, last] = writes_seen_from(use, m_tree[use].symbol);
  if (first == last) return 0;
  const NodeId scope = m_writes[first].scope;
  NodeId use_scope = use;
  while (use_scope != scope && !is_scope(m_tree[use_scope].kind) && use_scope != 0)
    use_scope = m_tree[use_scope].parent;
  // From an inner function any write may have come last.
  if (last - first == 1) {
    const bool before = use_scope != scope || reaches(m_writes[first], use);
    return before ? m_writes[first].value : 0;
  }
  if (use_scope != scope) return 0;
  std::size_t at = first;
  while (at + 1 < last && m_tree[m_writes[at + 1].node].subtree_end <= use) ++at;
  if (!reaches(m_writes[at], use)) return 0;
  for (std::size_t later = at + 1; later < last; ++later) {
    if (repeated(m_writes[later], use)) return 0;
  }
  return m_writes[at].value;
}

NodeId Variables::constant(NodeId identifier) const {
  NodeId value = identifier;
  for (int depth = 0; depth < k_depth_max && value != 0 && m_tree[value].kind == Kind::identifier; ++depth) {
    value = value_at(value);
  }
  return value != 0 && value != identifier && is_literal(m_tree[value].kind) ? value : 0;
}

std::optional<std::string> Variables::text_of(NodeId expression, int depth) const {
  if (expression == 0 || depth > k_depth_max) return std::nullopt;
  switch (m_tree[expression].kind) {
    case Kind::string:
      return std::string(m_tree.content(expression));
    case Kind::identifier:
      return is_value(m_tree, expression) ? text_of(value_at(expression), depth + 1) : std::nullopt;
    case Kind::binary:
      if (m_tree[expression].symbol != k_plus) return std::nullopt;
      break;
    case Kind::string_template:
      break;
    default:
      return std::nullopt;
  }
  std::string all;
  for (NodeId at = m_tree.first_child(expression); at != 0; at = m_tree.next_sibling(at)) {
    const auto part = text_of(at, depth + 1);
    if (!part || all.size() + part->size() > k_text_max) return std::nullopt;
    all += *part;
  }
  return all;
}

std::optional<std::string> Variables::constant_string(NodeId expression) const {
  return text_of(expression, 0);
}

bool Variables::is_constant_string(NodeId expression) const {
  return m_tree[expression].kind == Kind::string || text_of(expression, 0).has_value();
}

std::optional<NodeId> Variables::scope_of(NodeId identifier) const {
  const Kind around = m_tree[m_tree[identifier].parent].kind;
  // Members, arguments' names and functions are no variables.
  const bool other = around == Kind::field_access || around == Kind::keyword_argument ||
                     around == Kind::pair || around == Kind::function || around == Kind::class_declaration;
  if (other && m_tree[identifier].role == Role::name) return std::nullopt;
  const auto [first, last] = writes_seen_from(identifier, m_tree[identifier].symbol);
  if (first == last) return std::nullopt;
  return m_writes[first].scope;
}

NodeId Variables::type_of(NodeId expression) const {
  const syntax::Node& node = m_tree[expression];
  if (node.kind == Kind::call && (node.flags & syntax::k_creation) != 0)
    return m_tree.first_child(expression);
  if (node.kind == Kind::cast) return m_tree.child(expression, Role::type);
  NodeId name = expression;
  if (node.kind == Kind::field_access) {
    const NodeId object = m_tree.first_child(expression);
    if (object == 0 || (m_tree.text(object) != "this" && m_tree.text(object) != "self")) return 0;
    name = m_tree.next_sibling(object);
  }
  if (name == 0 || m_tree[name].kind != Kind::identifier) return 0;
  const auto [first, last] = writes_seen_from(name, m_tree[name].symbol);
  NodeId type = 0;
  for (std::size_t at = first; at < last; ++at) {
    if (m_writes[at].type != 0 && (type == 0 || m_writes[at].node < name)) type = m_writes[at].type;
  }
  if (type == 0 && last - first == 1 && m_writes[first].value > 0 && m_writes[first].value != expression) {
    const syntax::Node& value = m_tree[m_writes[first].value];
    if (value.kind == Kind::call && (value.flags & syntax::k_creation) != 0)
      type = m_tree.first_child(m_writes[first].value);
  }
  return type;
}

}  // namespace codelake::sast
