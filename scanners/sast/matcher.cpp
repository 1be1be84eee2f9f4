// SPDX-License-Identifier: Apache-2.0
// The pattern's tree is laid over the code's tree by backtracking. What is left to match is a linked list of
// frames on the stack, so nothing is allocated: matching `f($X, ..., $X)` at a call tries the callee with
// "then the arguments" as next frame; the arguments bind $X and try every length of the gap with "then $X
// again" as next frame; when no frame is left, the bindings are a match. All ways are tried, since a
// condition may refuse the first. The depth of the stack is bounded by the pattern's size times the longest
// list, and every step is taken from the file's budget.
#include "scanners/sast/matcher.h"

#include "scanners/sast/constant_arithmetic.h"
#include "scanners/sast/kinds.h"
#include "scanners/sast/types.h"

#include <algorithm>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

bool is_name(Kind kind) {
  return kind == Kind::identifier || kind == Kind::field_access || kind == Kind::type_name;
}

// Flags that must be equal; others say how the code was written.
constexpr unsigned k_equal_flags = syntax::k_creation;
// Flags the code must have when the pattern has them.
constexpr unsigned k_wanted_flags =
    syntax::k_async | syntax::k_generator | syntax::k_optional | syntax::k_declares | syntax::k_unsized;

// Whether a record may have more fields than the pattern says, without a "..." in it.
bool has_open_records(std::string_view language) {
  return language != "python" && language != "yaml" && language != "json";
}

}  // namespace

Matcher::Matcher(const Reading& reading, const FileView& file, const RuleOptions& options, Budget& budget)
    : m_reading(reading),
      m_file(file),
      m_pattern(reading.tree()),
      m_code(file.tree()),
      m_options(options),
      m_budget(budget) {}

// Whether an expression may be there. `T x = e` assigns to an x of that type, unless e says what it is worth.
// In Swift what is declared is a pattern, which is an expression.
bool Matcher::stands(NodeId id) const {
  if (is_value(m_code, id)) return true;
  const NodeId parent = m_code[id].parent;
  if (m_code[id].role != Role::name || m_code[parent].kind != Kind::variable_declaration) return false;
  if (m_code.language == "swift") return true;
  if (m_pattern[m_reading.first].kind != Kind::typed_metavariable) return false;
  const NodeId value = m_code.child(parent, Role::value);
  return value != 0 && m_file.constants().value_of(value).kind == Constant::Kind::unknown;
}

void Matcher::find(const Extent& extent, std::size_t slots, std::vector<Match>& out) {
  m_slots = slots;
  m_out = &out;
  if (!m_reading.kinds.empty()) {
    for (const Kind kind : m_reading.kinds) try_kind(kind, extent);
    const bool returns = m_reading.kinds.front() == Kind::return_statement && m_options.implicit_return;
    for (const NodeId id : returns ? m_file.values_given() : std::span<const NodeId>{}) {
      if (!m_budget.exhausted && m_code[id].begin >= extent.begin && m_code[id].end <= extent.end) try_node(id, extent);
    }
    return;
  }
  for (NodeId id = 1; id < m_code.nodes.size() && !m_budget.exhausted; ++id) {
    const bool fits = m_reading.sequence ? (m_code[id].flags & syntax::k_statement) != 0 : stands(id);
    if (fits && m_code[id].begin >= extent.begin && m_code[id].end <= extent.end) try_node(id, extent);
  }
}

void Matcher::try_kind(Kind kind, const Extent& extent) {
  const auto one = [&](NodeId code) {
    const syntax::Node& node = m_code[code];
    if (m_budget.exhausted || node.begin < extent.begin || node.end > extent.end) return;
    const bool name = kind == Kind::identifier || kind == Kind::field_access;
    const bool whole = node.begin == extent.begin && node.end == extent.end;
    if (!name || whole || stands(code)) try_node(code, extent);
  };
  if (m_dispatch && m_reading.anchor != 0) return m_file.for_each(kind, m_reading.anchor, one);
  for (const Anchor& anchor : m_file.of_kind(kind)) one(anchor.node);
}

void Matcher::try_node(NodeId code, const Extent& extent) {
  if (m_reading.sequence) {
    sequence_at(code, extent);
    return;
  }
  m_begin = m_code[code].begin;
  m_end = m_code[code].end;
  node(m_reading.first, code, nullptr);
}

bool Matcher::sequence_at(NodeId code, const Extent& extent) {
  NodeId start = statement_of(m_code, code);
  const NodeId lead = start == code ? 0 : leading_statement(m_code, start, code);
  if (start == 0 || (code != start && lead == 0 && !is_made_of_expression(m_code[start].kind))) return false;
  const NodeId container = m_code[start].parent;
  const NodeId end = m_code[container].subtree_end;
  m_begin = m_code[lead == 0 ? start : lead].begin;
  const NodeId first = m_pattern.first_child(0);
  if (first != m_reading.first) {
    // The pattern starts with a gap, which reaches into nested statements: it may have started with the file.
    m_begin = std::max(m_code[first_code(m_code, 0)].begin, extent.begin);
  }
  Task after;
  after.kind = Task::Kind::statements;
  after.open = true;
  after.outermost = true;
  after.pattern = next_code(m_pattern, m_reading.first);
  after.code = lead == 0 ? next_code(m_code, start) : start;
  after.last = start;
  after.end = end;
  if (m_pattern[m_reading.first].kind == Kind::metavariable_ellipsis) return false;
  if (m_reading.kinds.empty()) return node(m_reading.first, start, &after);
  return node(m_reading.first, code, &after);
}

bool Matcher::emit() {
  Match match{m_begin, m_end, {m_values.begin(), m_values.begin() + static_cast<std::ptrdiff_t>(m_slots)}};
  m_out->push_back(std::move(match));
  return false;
}

bool Matcher::proceed(const Task* next) {
  if (next == nullptr) return emit();
  switch (next->kind) {
    case Task::Kind::list:
      return list(*next);
    case Task::Kind::arguments:
      return arguments(*next);
    case Task::Kind::unordered:
      return unordered(*next);
    case Task::Kind::parts:
      return parts(*next);
    case Task::Kind::statements:
      return statements(*next);
    case Task::Kind::operands:
      return operands(*next);
    case Task::Kind::chain:
      return node(next->pattern, next->code, next->next);
  }
  return false;
}

bool Matcher::node(NodeId pattern, NodeId code, const Task* next) {
  if (!m_budget.spend()) return true;
  if (one_node(pattern, code, next)) return true;
  if (m_code[code].kind == Kind::cast && passes_cast(pattern)) return node(pattern, m_code.child(code, Role::value), next);
  if (!m_options.symbolic_propagation || m_code[code].kind != Kind::identifier || !is_value(m_code, code)) return false;
  // A name also stands for the expression it was given.
  const NodeId given = m_file.constants().expression_of(code);
  return given != 0 && given != code && one_node(pattern, given, next);
}

bool Matcher::one_node(NodeId pattern, NodeId code, const Task* next) {
  const Kind kind = m_pattern[pattern].kind;
  if (m_code[code].kind == Kind::error) return false;
  switch (kind) {
    case Kind::ellipsis:
      return proceed(next);
    case Kind::metavariable:
    case Kind::metavariable_ellipsis:
      return bind_node(pattern, code, next);
    case Kind::typed_metavariable:
      return typed(pattern, code, next);
    case Kind::deep:
      return anywhere(m_pattern.first_child(pattern), code, next);
    case Kind::string:
      return string(pattern, code, next);
    case Kind::regex:
      return regex(pattern, code, next);
    case Kind::identifier:
    case Kind::field_access:
    case Kind::type_name:
      return name(pattern, code, next);
    default:
      return structure(pattern, code, next);
  }
}

bool Matcher::structure(NodeId pattern, NodeId code, const Task* next) {
  const Kind kind = m_pattern[pattern].kind;
  const Kind found = m_code[code].kind;
  if (kind == found) {
    if (same_kind(pattern, code, next)) return true;
    // `false` and `False`, `no` and `off`.
    if (kind == Kind::boolean && m_pattern[pattern].symbol != m_code[code].symbol)
      return literal(m_pattern, pattern).same(literal(m_code, code)) && proceed(next);
    return kind == Kind::binary && operands_apply(pattern, code) && !is_inner_link(pattern) && chained(pattern, code, next);
  }
  const NodeId only = kind == Kind::block ? m_pattern.first_child(pattern) : 0;
  // A body of one expression is a body too.
  const bool any_body =
      only != 0 && m_pattern[only].kind == Kind::ellipsis && m_pattern.next_sibling(only) == 0;
  if (any_body && m_code[code].role == Role::body) return proceed(next);
  if (kind == Kind::number || kind == Kind::boolean) {
    if (!m_options.constant_propagation || !may_hold_constant(found)) return false;
    return literal(m_pattern, pattern).same(m_file.constants().value_of(code)) && proceed(next);
  }
  const bool any_list = kind == Kind::list && m_pattern.first_child(pattern) != 0 && may_be_absent(m_pattern.first_child(pattern)) &&
                        m_pattern.children(pattern).size() == 1;
  if (any_list && found == Kind::comprehension) return m_code.symbol_text(code) == "list" && proceed(next);
  if (kind == Kind::import_statement && found == Kind::variable_declaration) return required(pattern, code, next);
  if (kind == Kind::call && m_code[m_code[code].parent].kind == Kind::decorator && m_options.attr_expr)
    return bare_decorator(pattern, code, next);
  if (kind == Kind::return_statement) return gives(pattern, code, next);
  if (kind == Kind::call && found == Kind::identifier) return bare_call(pattern, code, next);
  if (kind == Kind::assignment && found == Kind::variable_declaration && m_options.vardef_assign)
    return declaration(pattern, code, next);
  const bool functions =
      (kind == Kind::lambda && found == Kind::function) || (kind == Kind::function && found == Kind::lambda);
  // A function with a name is no anonymous one.
  const bool named = kind == Kind::lambda && m_code.child(code, Role::name) != 0 && m_pattern.child(pattern, Role::name) == 0;
  if (!functions || named || !m_options.arrow_is_function) return false;
  Task task;
  task.kind = Task::Kind::parts;
  task.pattern = first_code(m_pattern, pattern);
  task.code = code;
  task.next = next;
  return proceed(&task);
}

// `var` declares as `let` does.
bool Matcher::same_modifier(NodeId pattern, NodeId code) const {
  const auto is_variable = [](std::string_view word) { return word == "var" || word == "let"; };
  return is_variable(m_pattern.text(pattern)) && is_variable(m_code.text(code));
}

// A declaration tells whether the name is given a value, and a statement that ends in ";" that there is no body.
// `T x` declares no array of T, whatever else `$T x` may declare.
bool Matcher::as_complete(NodeId pattern, NodeId code) const {
  const auto has = [](const syntax::Tree& tree, NodeId id, Role role) { return tree.child(id, role) != 0; };
  const auto has_body = [&](const syntax::Tree& tree, NodeId id) { return has(tree, id, Role::body) || has(tree, id, Role::consequence); };
  const auto is_array = [&](const syntax::Tree& tree, NodeId id) {
    return (tree[id].flags & syntax::k_unsized) != 0 || has(tree, id, Role::index);
  };
  const NodeId type = m_pattern.child(pattern, Role::type);
  switch (m_pattern[pattern].kind) {
    case Kind::function:
    case Kind::class_declaration:
    case Kind::if_statement:
    case Kind::while_statement:
    case Kind::for_statement:
    case Kind::for_each_statement:
      return !m_pattern.text(pattern).ends_with(';') || has_body(m_pattern, pattern) || !has_body(m_code, code);
    case Kind::switch_case:
      return has(m_pattern, pattern, Role::condition) == has(m_code, code, Role::condition);
    case Kind::variable_declaration:
      if (has(m_pattern, pattern, Role::value) != has(m_code, code, Role::value)) return false;
      [[fallthrough]];
    case Kind::parameter:
      return type == 0 || m_pattern[type].kind == Kind::metavariable || is_array(m_pattern, pattern) || !is_array(m_code, code);
    default:
      return true;
  }
}

bool Matcher::same_kind(NodeId pattern, NodeId code, const Task* next) {
  const syntax::Node& wanted = m_pattern[pattern];
  const syntax::Node& found = m_code[code];
  if (wanted.symbol != found.symbol && !has_any_symbol(m_pattern, pattern))
    return wanted.kind == Kind::modifier && same_modifier(pattern, code) && proceed(next);
  if (((wanted.flags ^ found.flags) & k_equal_flags) != 0) return applied(pattern, code, next);
  if ((wanted.flags & ~found.flags & k_wanted_flags) != 0 || !as_complete(pattern, code)) return false;
  Task task;
  task.pattern = first_code(m_pattern, pattern);
  task.next = next;
  task.open = m_reading.nodes[pattern].open;
  if (stands_for_list(pattern)) {
    const NodeId first = first_code(m_code, code);
    const bool one = first != 0 && next_code(m_code, first) == 0;
    return bind(m_reading.nodes[task.pattern].slot, one ? value_of(first) : value_between(first, 0, code), next);
  }
  if (is_statement_list(wanted.kind)) {
    // Members and cases are found in any order, among others.
    const bool set = wanted.kind == Kind::class_body || wanted.kind == Kind::switch_body;
    task.kind = set ? Task::Kind::unordered : Task::Kind::statements;
    task.open = task.open || set;
    task.code = set ? code : first_code(m_code, code);
    task.end = found.subtree_end;
    return proceed(&task);
  }
  task.code = code;
  switch (wanted.kind) {
    case Kind::dictionary:
    case Kind::set:
    case Kind::decorators:
      task.kind = Task::Kind::unordered;
      task.open = task.open || wanted.kind == Kind::decorators || (m_options.implicit_ellipsis && has_open_records(m_code.language));
      return proceed(&task);
    case Kind::arguments:
      // A class may implement more than the pattern says, in any order.
      if (wanted.role == Role::bases && m_code.language != "python") {
        task.kind = Task::Kind::unordered;
        task.open = true;
        return proceed(&task);
      }
      task.kind = Task::Kind::arguments;
      task.code = first_code(m_code, code);
      task.last = task.code;
      return proceed(&task);
    default:
      break;
  }
  // Most calls have a callee and arguments only, and need no look for parts.
  const bool plain_call = wanted.kind == Kind::call && task.pattern != 0 &&
                          m_code[m_code.first_child(code)].role == Role::callee &&
                          m_code[m_code.next_sibling(m_code.first_child(code))].role == Role::arguments;
  task.kind = has_parts(wanted.kind) && !plain_call ? Task::Kind::parts : Task::Kind::list;
  if (task.kind == Task::Kind::list) task.code = first_code(m_code, code);
  return proceed(&task);
}

// `$S` without brackets around it, where a block may stand, is all that the block holds.
bool Matcher::stands_for_list(NodeId block) const {
  const NodeId only = m_pattern[block].kind == Kind::block ? m_pattern.first_child(block) : 0;
  if (only == 0 || m_pattern[only].kind != Kind::metavariable || m_pattern.next_sibling(only) != 0) return false;
  return !m_pattern.text(block).starts_with('{') && m_code.language != "python" && m_code.language != "bash";
}

// `$X = $E` stands for every way to give a variable its first value.
bool Matcher::declaration(NodeId pattern, NodeId code, const Task* next) {
  if (m_pattern[pattern].symbol != 0) return false;
  const NodeId target = m_pattern.first_child(pattern);
  const NodeId value = target == 0 ? 0 : m_pattern.next_sibling(target);
  const NodeId code_target = m_code.child(code, Role::name);
  const NodeId code_value = m_code.child(code, Role::value);
  if (value == 0 || code_target == 0 || code_value == 0) return false;
  Task rest;
  rest.kind = Task::Kind::chain;
  rest.pattern = value;
  rest.code = code_value;
  rest.next = next;
  return node(target, code_target, &rest);
}

bool Matcher::bind_node(NodeId pattern, NodeId code, const Task* next) {
  const Kind found = m_code[code].kind;
  if (found == Kind::keyword_argument || found == Kind::arguments) return false;
  // What stands between tags is no attribute; with brackets it is code, and without them text.
  if (found == Kind::jsx_attribute) return false;
  const syntax::Node& element = m_pattern[m_pattern[pattern].parent];
  const Role role = m_pattern[pattern].role;
  const bool between = element.kind == Kind::jsx_element && (role == Role::body || (role == Role::none && m_code.language != "html"));
  if (between && (is_after_bracket(m_pattern, pattern) ? !is_after_bracket(m_code, code) : found != Kind::jsx_text)) return false;
  // `@$X` has no arguments.
  const bool decorator = m_pattern[m_pattern[pattern].parent].kind == Kind::decorator;
  if (decorator && found == Kind::call) return false;
  // Between the pieces of a template, what stands in brackets in the pattern is code; a bare `$X` may be text as well.
  const bool piece = found == Kind::string && m_code[m_code[code].parent].kind == Kind::string_template;
  if (piece && is_in_brackets(pattern)) return false;
  // A parameter is called by its name, whatever type and default value stand with it.
  const NodeId named = found == Kind::parameter ? m_code.child(code, Role::name) : 0;
  return bind(m_reading.nodes[pattern].slot, value_of(named == 0 ? code : named), next);
}

bool Matcher::typed(NodeId pattern, NodeId code, const Task* next) {
  const NodeId type = m_pattern.first_child(pattern);
  const NodeId metavariable = type == 0 ? 0 : m_pattern.next_sibling(type);
  if (metavariable == 0) return false;
  const std::string_view wanted = m_pattern.text(type);
  if (wanted.find('$') == std::string_view::npos && has_type(m_file, code, wanted)) return node(metavariable, code, next);
  Task rest;
  rest.kind = Task::Kind::chain;
  rest.pattern = metavariable;
  rest.code = code;
  rest.next = next;
  const NodeId found = m_file.names().type_of(code);
  if (found == 0) return literal_pointer(type, rest);
  if (m_pattern[type].hash == m_code[found].hash) return proceed(&rest);
  return wanted.find('$') != std::string_view::npos && node(type, found, &rest);
}

bool Matcher::name(NodeId pattern, NodeId code, const Task* next) {
  const syntax::Node& wanted = m_pattern[pattern];
  if (m_code[code].kind == Kind::call && m_code[m_code[code].parent].kind == Kind::decorator &&
      m_pattern[wanted.parent].kind == Kind::decorator) {
    const NodeId arguments = m_code.child(code, Role::arguments);
    return arguments != 0 && first_code(m_code, arguments) == 0 && name(pattern, m_code.first_child(code), next);
  }
  const syntax::Node& found = m_code[code];
  const bool written_alike = is_name(wanted.kind) && is_name(found.kind);
  const std::uint64_t dotted = m_reading.nodes[pattern].dotted;
  if (dotted != 0 && written_alike) {
    const Imports& imports = m_file.imports();
    if (imports.dotted(code) == dotted) return proceed(next);
    if (wanted.kind == Kind::field_access && imports.means_by_wildcard(code, dotted)) return proceed(next);
  }
  if (wanted.kind == Kind::type_name && m_pattern.first_child(pattern) != 0)
    return structure(pattern, code, next);
  const bool called = m_code.language == "ruby" && found.kind == Kind::call && pattern != m_reading.first;
  if (called && wanted.kind == Kind::identifier) return is_bare_call(m_code, code) && name(pattern, m_code.first_child(code), next);
  if (wanted.kind != Kind::field_access) {
    return written_alike && wanted.symbol == found.symbol && found.kind != Kind::field_access &&
           proceed(next);
  }
  const NodeId object = m_pattern.first_child(pattern);
  const NodeId member = object == 0 ? 0 : m_pattern.next_sibling(object);
  if (member != 0 && m_pattern[member].kind == Kind::ellipsis) return chain(object, code, next);
  if (found.kind == Kind::field_access) return same_kind(pattern, code, next);
  if (dotted != 0 || found.kind != Kind::identifier) return false;
  const auto parts = m_file.imports().path_of(code);
  return parts.size() > 1 && path(pattern, parts, next);
}

// Matches `subprocess.$F` with the parts an imported name stands for.
bool Matcher::path(NodeId pattern, std::span<const NamePart> parts, const Task* next) {
  const NodeId object = m_pattern.first_child(pattern);
  const NodeId member = object == 0 ? 0 : m_pattern.next_sibling(object);
  if (m_pattern[pattern].kind != Kind::field_access || member == 0 || parts.size() < 2)
    return path_end(pattern, parts, next);
  const NamePart& last = parts.back();
  if (m_pattern[member].kind == Kind::identifier) {
    return m_pattern[member].symbol == last.symbol && path(object, parts.first(parts.size() - 1), next);
  }
  if (m_pattern[member].kind != Kind::metavariable) return false;
  const std::uint8_t slot = m_reading.nodes[member].slot;
  if (slot == PatternNode::k_no_slot) return path(object, parts.first(parts.size() - 1), next);
  if (m_values[slot].hash != 0 && m_values[slot].hash != last.symbol) return false;
  const Value before = m_values[slot];
  m_values[slot] = {last.symbol, last.begin, last.end, 0};
  const bool stop = path(object, parts.first(parts.size() - 1), next);
  m_values[slot] = before;
  return stop;
}

bool Matcher::path_end(NodeId pattern, std::span<const NamePart> parts, const Task* next) {
  if (parts.size() != 1) return false;
  const NamePart& part = parts.front();
  if (m_pattern[pattern].kind == Kind::metavariable) {
    return bind(m_reading.nodes[pattern].slot, {part.symbol, part.begin, part.end, 0}, next);
  }
  return m_pattern[pattern].kind == Kind::identifier && m_pattern[pattern].symbol == part.symbol &&
         proceed(next);
}

// `a. ... .b()`: the object may be reached through any number of calls and members.
bool Matcher::chain(NodeId pattern, NodeId code, const Task* next) {
  for (NodeId at = code; at != 0; at = m_code.first_child(at)) {
    if (node(pattern, at, next)) return true;
    const Kind kind = m_code[at].kind;
    if (kind != Kind::call && kind != Kind::field_access && kind != Kind::index && kind != Kind::await)
      return false;
  }
  return false;
}

// A body, but of an anonymous function.
bool Matcher::holds_statements(NodeId code) const {
  return is_statement_list(m_code[code].kind) && m_code[m_code[code].parent].kind != Kind::lambda;
}

bool Matcher::anywhere(NodeId pattern, NodeId code, const Task* next) {
  const bool whole = m_reading.sequence && (m_code[code].flags & syntax::k_statement) != 0;
  for (NodeId at = code; at < m_code[code].subtree_end; ++at) {
    // Of a statement its own expressions, not the statements within it.
    while (whole && at != code && at < m_code[code].subtree_end && holds_statements(at)) at = m_code[at].subtree_end;
    if (at == m_code[code].subtree_end) break;
    if (!is_expression(m_code[at].kind) && at != code) continue;
    if (node(pattern, at, next)) return true;
  }
  return false;
}

}  // namespace codelake::sast
