// SPDX-License-Identifier: Apache-2.0
// The parts of the matcher that lay lists over lists; see matcher.cpp for the idea.
#include "scanners/sast/kinds.h"
#include "scanners/sast/matcher.h"

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

constexpr std::size_t k_positions_max = 64;
const syntax::Symbol k_default = syntax::symbol_of("default");

std::uint64_t bit(std::size_t position) {
  return position < k_positions_max ? std::uint64_t{1} << position : 0;
}

bool has_quotes(const syntax::Tree& tree, NodeId string) {
  return tree.text(string).size() != tree.content(string).size();
}

// The next node after `id` that stands as a statement, whatever it is nested in; 0 past `end`.
NodeId next_nested_statement(const syntax::Tree& tree, NodeId id, NodeId end) {
  for (NodeId at = id + 1; at < end; ++at) {
    if ((tree[at].flags & syntax::k_statement) != 0 && tree[at].kind != Kind::block) return at;
  }
  return 0;
}

// The statement after `id`: in its list, or in the lists around it that lie before `end`.
NodeId next_statement(const syntax::Tree& tree, NodeId id, NodeId end) {
  const NodeId next = next_code(tree, id);
  return next != 0 || tree[id].subtree_end >= end
             ? next
             : next_nested_statement(tree, tree[id].subtree_end - 1, end);
}

}  // namespace

// `${...}` in a template stands for one thing that is interpolated, `T[...]` has a size.
bool Matcher::is_hole(NodeId pattern) const {
  const bool size = m_pattern[pattern].role == Role::index && m_pattern[m_pattern[pattern].parent].kind == Kind::type_name;
  if (size && m_pattern[pattern].kind == Kind::ellipsis) return true;
  return m_pattern[pattern].kind == Kind::ellipsis && m_code.language != "bash" && m_pattern[m_pattern[pattern].parent].kind == Kind::string_template;
}

// Whether a part of a template's pattern stands in brackets: `${$X}`, `#{$X}`, `\($X)`.
bool Matcher::is_in_brackets(NodeId pattern) const {
  const std::uint32_t begin = m_pattern[pattern].begin;
  if (m_pattern[m_pattern[pattern].parent].kind != Kind::string_template || begin == 0) return false;
  const char before = m_pattern.source[begin - 1];
  return before == '{' || before == '(';
}

// `...` stands for any number of elements; between the pieces of a string, or of strings side by side, "..." does.
bool Matcher::is_gap(NodeId pattern) const {
  const Kind kind = m_pattern[pattern].kind;
  if (is_hole(pattern)) return false;
  if (kind == Kind::ellipsis || kind == Kind::metavariable_ellipsis) return true;
  if (kind != Kind::string || m_pattern.content(pattern) != "...") return false;
  const NodeId whole = m_pattern[pattern].parent;
  if (m_pattern[whole].kind != Kind::string_template) return false;
  if (!has_quotes(m_pattern, pattern)) return true;
  // Between pieces without quotes it is a string that is interpolated.
  for (NodeId at = m_pattern.first_child(whole); at != 0; at = m_pattern.next_sibling(at)) {
    if (m_pattern[at].kind == Kind::string && !has_quotes(m_pattern, at)) return false;
  }
  return true;
}

// A part that says no more than "anything": `(...)` after a class name, `except ...`.
bool Matcher::may_be_absent(NodeId pattern) const {
  const syntax::Node& part = m_pattern[pattern];
  if (part.kind == Kind::ellipsis) return true;
  // An anonymous function may be handed over where the pattern names one, and a catch may leave out what it catches.
  if (part.role == Role::name && part.kind == Kind::metavariable) {
    const bool handed = m_pattern[part.parent].kind == Kind::lambda && part.parent != m_reading.first;
    return handed || m_pattern[part.parent].kind == Kind::catch_clause;
  }
  if (part.kind != Kind::arguments && part.kind != Kind::parameters) return false;
  for (NodeId at = first_code(m_pattern, pattern); at != 0; at = next_code(m_pattern, at)) {
    if (m_pattern[at].kind != Kind::ellipsis) return false;
  }
  return true;
}

bool Matcher::list(const Task& task) {
  if (task.pattern == 0) return task.code == 0 && proceed(task.next);
  if (is_gap(task.pattern)) return list_gap(task);
  if (task.code == 0) return false;
  Task rest = task;
  rest.pattern = next_code(m_pattern, task.pattern);
  rest.code = next_code(m_code, task.code);
  const bool piece = m_code[task.code].kind == Kind::string && m_code[m_code[task.code].parent].kind == Kind::string_template;
  if (is_hole(task.pattern)) return !piece && proceed(&rest);
  return node(task.pattern, task.code, &rest);
}

bool Matcher::list_gap(const Task& task) {
  Task rest = task;
  rest.pattern = next_code(m_pattern, task.pattern);
  const bool binds = m_pattern[task.pattern].kind == Kind::metavariable_ellipsis;
  if (rest.pattern == 0 && !binds) return proceed(task.next);
  const std::uint8_t slot = m_reading.nodes[task.pattern].slot;
  for (NodeId at = task.code;; at = next_code(m_code, at)) {
    if (!m_budget.spend()) return true;
    rest.code = at;
    const NodeId parent = task.code == 0 ? 0 : m_code[task.code].parent;
    const bool possible = rest.pattern != 0 || at == 0;
    if (possible && binds && bind(slot, value_between(task.code, at, parent), &rest)) return true;
    if (possible && !binds && proceed(&rest)) return true;
    if (at == 0) return false;
  }
}

// Positional arguments stand in order, keyword arguments anywhere. `last` is the first argument, `used` the
// keyword arguments already taken.
bool Matcher::arguments(const Task& task) {
  std::size_t position = 0;
  for (NodeId at = task.last; at != task.code && at != 0; at = next_code(m_code, at)) ++position;
  Task at = task;
  while (at.code != 0 && (at.used & bit(position)) != 0) {
    at.code = next_code(m_code, at.code);
    ++position;
  }
  const bool block = at.code != 0 && is_trailing_block(m_code, at.code);
  if (at.pattern == 0) return (at.code == 0 || block) && proceed(at.next);
  if (m_pattern[at.pattern].kind == Kind::keyword_argument) return keyword(at);
  if (is_gap(at.pattern)) return list_gap(at);
  if (at.code == 0 || (block && m_pattern[at.pattern].kind == Kind::metavariable)) return false;
  Task rest = at;
  rest.pattern = next_code(m_pattern, at.pattern);
  rest.code = next_code(m_code, at.code);
  return node(at.pattern, at.code, &rest);
}

bool Matcher::keyword(const Task& task) {
  Task rest = task;
  rest.pattern = next_code(m_pattern, task.pattern);
  std::size_t position = 0;
  bool reached = false;
  for (NodeId at = task.last; at != 0; at = next_code(m_code, at), ++position) {
    reached = reached || at == task.code;
    const bool free = reached && (task.used & bit(position)) == 0;
    if (!free || m_code[at].kind != Kind::keyword_argument) continue;
    rest.used = task.used | bit(position);
    if (position >= k_positions_max) rest.code = next_code(m_code, at);
    if (same_kind(task.pattern, at, &rest)) return true;
  }
  return false;
}

bool Matcher::is_taken(NodeId code) const { return std::find(m_taken.begin(), m_taken.end(), code) != m_taken.end(); }

bool Matcher::unordered(const Task& task) {
  if (task.pattern == 0) {
    for (NodeId at = first_code(m_code, task.code); at != 0 && !task.open; at = next_code(m_code, at)) {
      if (!is_taken(at)) return false;
    }
    return proceed(task.next);
  }
  Task rest = task;
  rest.pattern = next_code(m_pattern, task.pattern);
  if (m_pattern[task.pattern].kind == Kind::ellipsis) return proceed(&rest);
  for (NodeId at = first_code(m_code, task.code); at != 0; at = next_code(m_code, at)) {
    if (is_taken(at)) continue;
    m_taken.push_back(at);
    const bool stop = m_pattern[task.pattern].kind == Kind::call ? nested_block(task.pattern, at, &rest)
                                                                 : node(task.pattern, at, &rest);
    m_taken.pop_back();
    if (stop) return true;
  }
  return false;
}

// A block among the entries of a block (HCL) stands for one at any depth of blocks.
bool Matcher::nested_block(NodeId pattern, NodeId code, const Task* next) {
  if (m_code[code].kind != Kind::call) return false;
  for (NodeId at = code; at < m_code[code].subtree_end; ++at) {
    if (m_code[at].kind == Kind::call && node(pattern, at, next)) return true;
  }
  return false;
}

// Parts are found by the role they play; what the pattern does not mention may be anything.
bool Matcher::parts(const Task& task) {
  if (task.pattern == 0) return proceed(task.next);
  Task rest = task;
  rest.pattern = next_code(m_pattern, task.pattern);
  const Role role = m_pattern[task.pattern].role;
  // Any number of the parts a loop runs over.
  const bool loops = m_code[task.code].kind == Kind::for_each_statement && (role == Role::left || role == Role::right);
  if ((role == Role::none || loops) && m_pattern[task.pattern].kind == Kind::ellipsis) return proceed(&rest);
  if (m_code[task.code].kind == Kind::import_statement || m_code[task.code].kind == Kind::import_name) {
    if (import_parts(task)) return true;
    if (role == Role::module || role == Role::name) return false;
  }
  std::size_t position = 0;
  bool present = false;
  for (NodeId at = first_code(m_code, task.code); at != 0; at = next_code(m_code, at), ++position) {
    if (m_code[at].role != role || (task.used & bit(position)) != 0) continue;
    present = true;
    rest.used = task.used | bit(position);
    if (node(task.pattern, at, &rest)) return true;
  }
  if (implied(task.pattern, task.code)) return proceed(&rest);
  return !present && may_be_absent(task.pattern) && proceed(&rest);
}

// A module stands for all below it: `import xml` for `import xml.sax` and `from xml.etree import
// ElementTree`.
bool Matcher::import_parts(const Task& task) {
  Task rest = task;
  rest.pattern = next_code(m_pattern, task.pattern);
  const Role role = m_pattern[task.pattern].role;
  if (role == Role::module || role == Role::name) {
    const NodeId code = m_code.child(task.code, role);
    // `import $X from 'm'` names only the alias; what it imports is the default.
    const NodeId alias =
        role == Role::name ? m_pattern.child(m_pattern[task.pattern].parent, Role::alias) : 0;
    const bool only_alias = alias != 0 && m_pattern[alias].begin == m_pattern[task.pattern].begin;
    if (only_alias && code != 0) return m_code[code].symbol == k_default && proceed(&rest);
    if (code != 0 && m_pattern[task.pattern].kind == Kind::string) return module_path(task.pattern, code, &rest);
    if (code == 0) return false;
    return chain(task.pattern, code, &rest) || (role == Role::module && rest.pattern == 0 && imports_one_of(task, code));
  }
  const bool from = m_pattern.child(m_pattern[task.pattern].parent, Role::module) != 0;
  const NodeId module = m_code.child(task.code, Role::module);
  if (from || module == 0 || m_pattern[task.pattern].kind != Kind::import_name) return false;
  const NodeId name = m_pattern.child(task.pattern, Role::name);
  return name != 0 && chain(name, module, &rest);
}

// `import a.b.$X` stands for each name of `import a.b.{C, D}`.
bool Matcher::imports_one_of(const Task& task, NodeId module) {
  if (m_pattern[task.pattern].kind != Kind::field_access) return false;
  const NodeId object = m_pattern.first_child(task.pattern);
  for (NodeId at = first_code(m_code, task.code); at != 0; at = next_code(m_code, at)) {
    Task name;
    name.kind = Task::Kind::chain;
    name.pattern = m_pattern.next_sibling(object);
    name.code = m_code[at].kind == Kind::import_name ? m_code.child(at, Role::name) : 0;
    name.next = task.next;
    if (name.code != 0 && node(object, module, &name)) return true;
  }
  return false;
}

// `last` is the last statement matched, `end` the end of the list's subtree. A list with a gap may go on
// after the pattern's last statement, and so may the outermost one, whose last statement is the end of the
// match.
bool Matcher::statements(const Task& task) {
  if (task.pattern == 0) {
    if (!task.open && task.code != 0) return false;
    if (task.outermost) m_end = m_code[task.last].end;
    return proceed(task.next);
  }
  if (is_gap(task.pattern)) return statement_gap(task);
  if (task.code == 0) return false;
  Task rest = task;
  rest.pattern = next_code(m_pattern, task.pattern);
  rest.last = task.code;
  rest.code = task.open ? next_statement(m_code, task.code, task.end) : next_code(m_code, task.code);
  if (!is_expression(m_pattern[task.pattern].kind) || m_pattern[task.pattern].kind == Kind::metavariable) {
    return node(task.pattern, task.code, &rest);
  }
  return statement(task.pattern, rest);
}

// An expression stands for every statement that holds it, but not for those that hold it in a nested
// statement.
bool Matcher::statement(NodeId pattern, const Task& rest) {
  const NodeId code = rest.last;
  for (NodeId at = code; at < m_code[code].subtree_end; ++at) {
    const bool nested = at != code && (m_code[at].flags & syntax::k_statement) != 0;
    if (nested || m_code[at].kind == Kind::block) {
      at = m_code[at].subtree_end - 1;
      continue;
    }
    if (node(pattern, at, &rest)) return true;
  }
  return false;
}

bool Matcher::statement_gap(const Task& task) {
  Task rest = task;
  rest.pattern = next_code(m_pattern, task.pattern);
  if (rest.pattern == 0) {
    for (NodeId at = task.code; at != 0; at = next_statement(m_code, at, task.end)) rest.last = at;
    rest.code = 0;
    return proceed(&rest);
  }
  for (NodeId at = task.code; at != 0; at = next_nested_statement(m_code, at, task.end)) {
    if (!m_budget.spend()) return true;
    rest.code = at;
    if (proceed(&rest)) return true;
  }
  rest.code = 0;
  return is_gap(rest.pattern) && proceed(&rest);
}

}  // namespace codelake::sast
