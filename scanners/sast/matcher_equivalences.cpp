// SPDX-License-Identifier: Apache-2.0
// Code that a pattern does not spell but means; see matcher.cpp for the idea.
#include "scanners/sast/kinds.h"
#include "scanners/sast/matcher.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

constexpr std::size_t k_operands_max = 64;
constexpr std::size_t k_orders_max = 1000;  // of the same operands: all of them match at the same place
const syntax::Symbol k_require = syntax::symbol_of("require");
const syntax::Symbol k_plus = syntax::symbol_of("+");
const syntax::Symbol k_dot = syntax::symbol_of(".");

template <std::size_t size>
bool is_any(syntax::Symbol symbol, const std::array<std::string_view, size>& signs) {
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return syntax::symbol_of(sign) == symbol; });
}

bool is_bitwise(syntax::Symbol symbol) {
  static const std::array<syntax::Symbol, 3> signs = {syntax::symbol_of("&"), syntax::symbol_of("|"), syntax::symbol_of("^")};
  return std::find(signs.begin(), signs.end(), symbol) != signs.end();
}

bool is_logical(syntax::Symbol symbol) {
  static const std::array<syntax::Symbol, 4> signs = {syntax::symbol_of("&&"), syntax::symbol_of("||"),
                                                      syntax::symbol_of("and"), syntax::symbol_of("or")};
  return std::find(signs.begin(), signs.end(), symbol) != signs.end();
}

bool is_comparison(syntax::Symbol symbol) {
  static const std::array<syntax::Symbol, 4> signs = {syntax::symbol_of("=="), syntax::symbol_of("!="),
                                                      syntax::symbol_of("==="), syntax::symbol_of("!==")};
  return std::find(signs.begin(), signs.end(), symbol) != signs.end();
}

// Whether a node is one more link of the chain `a | b | c` that `root` is the end of.
bool goes_on(const syntax::Tree& tree, NodeId root, NodeId node) {
  return tree[node].kind == Kind::binary && tree[node].symbol == tree[root].symbol;
}

// The operand of that number of the chain, from the left; 0: there is none. `left` counts down.
NodeId operand(const syntax::Tree& tree, NodeId root, NodeId node, std::size_t& left) {
  if (!goes_on(tree, root, node)) return left-- == 0 ? node : 0;
  for (NodeId at = first_code(tree, node); at != 0; at = next_code(tree, at)) {
    if (const NodeId found = operand(tree, root, at, left); found != 0) return found;
  }
  return 0;
}

NodeId operand(const syntax::Tree& tree, NodeId root, std::size_t number) {
  return operand(tree, root, root, number);
}

// The same when those that stand for anything come last: `$X | $Y | a` looks for a first.
NodeId operand_by_rank(const syntax::Tree& tree, NodeId root, std::size_t number) {
  for (const bool anything : {false, true}) {
    for (std::size_t i = 0; i < k_operands_max; ++i) {
      const NodeId found = operand(tree, root, i);
      if (found == 0) break;
      const bool is_anything = tree[found].kind == Kind::metavariable || tree[found].kind == Kind::ellipsis;
      if (is_anything == anything && number-- == 0) return found;
    }
  }
  return 0;
}

}  // namespace

// `p = f(...)` stands for `p = (T) f(x)` as well: a cast does not change what is computed. The code it holds is looked at by
// itself when it is all of the pattern; a metavariable without a value takes the cast with it.
bool Matcher::passes_cast(NodeId pattern) const {
  if (pattern == m_reading.first) return false;
  switch (m_pattern[pattern].kind) {
    case Kind::cast:
    case Kind::typed_metavariable:
    case Kind::ellipsis:
    case Kind::metavariable_ellipsis:
    case Kind::deep:
      return false;
    case Kind::metavariable: {
      const std::uint8_t slot = m_reading.nodes[pattern].slot;
      return slot != PatternNode::k_no_slot && m_values[slot].hash != 0;
    }
    default:
      return true;
  }
}

// Whether code has a modifier without saying it: a member is public where no other visibility is written.
bool Matcher::implied(NodeId pattern, NodeId code) const {
  constexpr std::array<std::string_view, 4> k_languages = {"php", "kotlin", "scala", "typescript"};
  if (m_pattern[pattern].kind != Kind::modifier || m_pattern.text(pattern) != "public") return false;
  if (std::find(k_languages.begin(), k_languages.end(), m_code.language) == k_languages.end()) return false;
  for (NodeId at = m_code.first_child(code); at != 0; at = m_code.next_sibling(at)) {
    if (m_code[at].kind == Kind::modifier && (m_code.text(at) == "private" || m_code.text(at) == "protected")) return false;
  }
  return true;
}

// Whether operands may stand in another grouping or order than the pattern's.
bool Matcher::operands_apply(NodeId pattern, NodeId code) const {
  const syntax::Symbol symbol = m_pattern[pattern].symbol;
  if (symbol != m_code[code].symbol) return false;
  if (is_comparison(symbol)) return m_options.commutative_compop || m_options.symmetric_eq;
  if (symbol == k_dot && m_code.language == "php") return true;
  if (symbol == k_plus) return m_reading.nodes[pattern].open;
  const bool shell = m_code.language == "bash" || m_code.language == "dockerfile";
  return m_options.ac_matching && !shell && (is_bitwise(symbol) || is_logical(symbol));
}

// Whether a binary is part of a longer chain in the pattern, whose orders are tried from its end.
bool Matcher::is_inner_link(NodeId pattern) const {
  const NodeId around = m_pattern[pattern].parent;
  return pattern != m_reading.first && goes_on(m_pattern, pattern, around);
}

bool Matcher::chained(NodeId pattern, NodeId code, const Task* next) {
  const syntax::Symbol symbol = m_pattern[pattern].symbol;
  Task task;
  task.kind = Task::Kind::operands;
  task.pattern = pattern;
  task.code = code;
  task.next = next;
  // Commutative operands may stand anywhere; a pattern that is all of it is found among more of them.
  const bool any_order = is_bitwise(symbol) || is_comparison(symbol) || (is_logical(symbol) && m_options.commutative_boolop);
  const bool searched = pattern == m_reading.first || m_pattern[m_pattern[pattern].parent].kind == Kind::deep;
  task.open = any_order && searched;
  task.outermost = any_order;
  const std::size_t outer = std::exchange(m_orders_left, k_orders_max);
  const bool stop = proceed(&task);
  m_orders_left = outer;
  return stop;
}

// `last` is the number of the pattern's next operand, `end` that of the code's; `outermost`: in any order.
bool Matcher::operands(const Task& task) {
  if (!m_budget.spend()) return true;
  const NodeId wanted = task.outermost ? operand_by_rank(m_pattern, task.pattern, task.last) : operand(m_pattern, task.pattern, task.last);
  Task rest = task;
  rest.last = task.last + 1;
  if (wanted == 0) {
    std::size_t count = 0;
    for (; count < k_operands_max && operand(m_code, task.code, count) != 0; ++count) {
      const bool taken = task.outermost ? ((task.used >> count) & 1U) != 0 : count < task.end;
      if (!taken && !task.open) return false;
    }
    m_orders_left -= 1;
    return proceed(task.next);
  }
  const bool gap = m_pattern[wanted].kind == Kind::ellipsis;
  if (gap && task.outermost) {
    rest.open = true;
    return operands(rest);
  }
  for (NodeId number = task.outermost ? 0 : task.end; number < k_operands_max; ++number) {
    // Operands are counted from the left each time, so a later one costs more.
    if (!m_budget.spend(number + 1)) return true;
    if (m_orders_left == 0) return false;
    const NodeId found = operand(m_code, task.code, number);
    rest.end = number;
    if (gap && operands(rest)) return true;
    if (found == 0 || (!gap && !task.outermost && number > task.end)) return false;
    if (gap || ((task.used >> number) & 1U) != 0) continue;
    rest.end = number + 1;
    rest.used = task.used | (std::uint64_t{1} << number);
    if (node(wanted, found, &rest)) return true;
    if (!task.outermost && m_pattern[wanted].kind == Kind::metavariable && operand_run(wanted, found, rest)) return true;
  }
  return false;
}

// A metavariable stands for several operands in a row.
bool Matcher::operand_run(NodeId wanted, NodeId first, Task rest) {
  Value value = value_of(first);
  value.node = 0;
  for (NodeId number = rest.end; number < k_operands_max; ++number) {
    const NodeId found = operand(m_code, rest.code, number);
    if (found == 0) return false;
    const Value part = value_of(found);
    value.hash = names_hash(value.hash, part.hash);
    value.end = part.end;
    rest.end = number + 1;
    if (bind(m_reading.nodes[wanted].slot, value, &rest)) return true;
  }
  return false;
}

// `const x = require('m')` imports m as `import x from 'm'` does.
bool Matcher::required(NodeId pattern, NodeId code, const Task* next) {
  const NodeId call = m_code.child(code, Role::value);
  const NodeId module = m_pattern.child(pattern, Role::module);
  if (call == 0 || module == 0 || m_code[call].kind != Kind::call || m_code[m_code.first_child(call)].symbol != k_require)
    return false;
  const NodeId arguments = m_code.child(call, Role::arguments);
  const NodeId path = arguments == 0 ? 0 : first_code(m_code, arguments);
  if (path == 0) return false;
  Task rest;
  rest.kind = Task::Kind::chain;
  rest.next = next;
  const NodeId imported = m_pattern.next_sibling(module) != 0 ? m_pattern.next_sibling(module)
                          : m_pattern.first_child(pattern) != module ? m_pattern.first_child(pattern)
                                                                     : 0;
  if (imported == 0) return module_path(module, path, next);
  NodeId local = m_pattern.child(imported, Role::alias);
  if (local == 0) local = m_pattern.child(imported, Role::name);
  rest.pattern = local;
  rest.code = m_code.child(code, Role::name);
  if (local == 0 || rest.code == 0) return false;
  if (m_code[rest.code].kind == Kind::identifier) return module_path(module, path, &rest);
  // `const {a} = require('m')` imports one name.
  for (NodeId at = first_code(m_code, rest.code); at != 0; at = next_code(m_code, at)) {
    Task one = rest;
    one.code = at;
    if (module_path(module, path, &one)) return true;
  }
  return false;
}

// A module's path stands for all that start with it.
bool Matcher::module_path(NodeId pattern, NodeId code, const Task* next) {
  if (m_pattern[pattern].kind != Kind::string || m_code[code].kind != Kind::string) return node(pattern, code, next);
  if (m_reading.nodes[pattern].string_mode != StringMode::exact) return node(pattern, code, next);
  return m_code.content(code).starts_with(m_pattern.content(pattern)) && proceed(next);
}

// In C a text is a `char *`, and NULL a pointer to anything.
bool Matcher::literal_pointer(NodeId type, const Task& rest) {
  const bool c = m_code.language == "c" || m_code.language == "cpp";
  const NodeId target = m_pattern.first_child(type);
  if (!c || m_pattern[type].kind != Kind::type_name || target == 0 || m_pattern[target].kind != Kind::metavariable) return false;
  if (m_code[rest.code].kind == Kind::null || m_code.text(rest.code) == "NULL") return proceed(&rest);
  const std::uint32_t place = m_code[rest.code].begin;
  const Value letters{syntax::symbol_of("char"), place, place, 0};
  return m_code[rest.code].kind == Kind::string && bind(m_reading.nodes[target].slot, letters, &rest);
}

// In Scala C.apply(…) creates a C as `new C(…)` does.
bool Matcher::applied(NodeId pattern, NodeId code, const Task* next) {
  const NodeId callee = m_code.child(code, Role::callee);
  if (m_code.language != "scala" || m_pattern[pattern].kind != Kind::call || callee == 0) return false;
  const NodeId object = m_code[callee].kind == Kind::field_access ? m_code.child(callee, Role::object) : 0;
  const NodeId name = object == 0 ? 0 : m_code.child(callee, Role::name);
  const bool creates = (m_pattern[pattern].flags & syntax::k_creation) != 0;
  if (name == 0 || !creates || m_code.text(name) != "apply" || m_code[object].kind != Kind::identifier) return false;
  if (std::isupper(static_cast<unsigned char>(m_code.text(object).front())) == 0) return false;
  Task rest;
  rest.kind = Task::Kind::chain;
  rest.pattern = m_pattern.child(pattern, Role::arguments);
  rest.code = m_code.child(code, Role::arguments);
  rest.next = next;
  return rest.pattern != 0 && rest.code != 0 && node(m_pattern.first_child(pattern), object, &rest);
}

// In Ruby a name that nothing was assigned to before is a call without arguments.
bool Matcher::bare_call(NodeId pattern, NodeId code, const Task* next) {
  if (m_code.language != "ruby" || !is_value(m_code, code) || m_code[code].role == Role::callee) return false;
  const NodeId callee = first_code(m_pattern, pattern);
  const NodeId arguments = callee == 0 ? 0 : next_code(m_pattern, callee);
  if (arguments == 0 || next_code(m_pattern, arguments) != 0 || !may_be_absent(arguments)) return false;
  if (m_pattern[callee].kind != Kind::identifier || m_pattern[callee].symbol != m_code[code].symbol) return false;
  const auto variable = m_file.names().variable_of(code);
  const bool assigned = variable && !m_file.names().writes_of(*variable).empty() && m_file.names().writes_of(*variable)[0].node < code;
  return !assigned && proceed(next);
}

// The last expression of a function is what it returns.
bool Matcher::gives(NodeId pattern, NodeId code, const Task* next) {
  const std::span<const NodeId> given = m_file.values_given();
  const NodeId value = first_code(m_pattern, pattern);
  return value != 0 && m_options.implicit_return && std::binary_search(given.begin(), given.end(), code) && node(value, code, next);
}

// `@route` and `@route()` are the same.
bool Matcher::bare_decorator(NodeId pattern, NodeId code, const Task* next) {
  const NodeId callee = first_code(m_pattern, pattern);
  const NodeId arguments = callee == 0 ? 0 : next_code(m_pattern, callee);
  if (arguments == 0 || !may_be_absent(arguments)) return false;
  return node(callee, code, next);
}

}  // namespace codelake::sast
