// SPDX-License-Identifier: Apache-2.0
//
// Statements. A way that ends early (break, return, throw) leaves m_dead behind it; what follows it is not run until a
// join brings a live way in.
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/kinds.h"

#include <algorithm>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::symbol_of;

namespace {

// case 1 -> a, 1 => a: without a way into the next case.
bool is_arrow_case(const syntax::Tree& tree, NodeId id, NodeId code) {
  if (code == 0) return false;
  std::string_view before = tree.source.substr(tree[id].begin, tree[code].begin - tree[id].begin);
  before = before.substr(0, before.find_last_not_of(" \t\r\n{") + 1);
  return before.ends_with("->") || before.ends_with("=>");
}

}  // namespace

void Builder::body(NodeId id) {
  if (id == 0) return;
  if (is_statement_list(node(id).kind)) {
    list(id);
  } else if (gives_value(id)) {
    last_statement(id, false);
  } else {
    statement(id);
  }
}

void Builder::list(NodeId id) {
  declare_functions(id);
  NodeId last = 0;
  for (NodeId next = first_code(m_tree, id); next != 0 && !m_dead; next = next_code(m_tree, next)) last = next;
  const Kind around = node(node(id).parent).kind;
  // int Twice(int x) => 2 * x;
  const bool is_result = around == Kind::function || around == Kind::lambda || around == Kind::variable_declaration;
  const bool arrow = m_tree.language == "csharp" && node(id).begin < node(id).end && m_tree.source[node(id).begin] != '{';
  const bool of_function = is_result && (m_traits.implicit_return || arrow);
  const bool has_value = of_function || gives_value(id);
  for (NodeId next = first_code(m_tree, id); next != 0 && !m_dead; next = next_code(m_tree, next)) {
    if (has_value && next == last) {
      last_statement(next, of_function);
    } else {
      statement(next);
    }
    if (!m_dead) note_exit(next);
  }
  // A function is known in the whole list, also where it stands behind a return.
  for (NodeId next = first_code(m_tree, id); next != 0 && m_dead; next = next_code(m_tree, next)) {
    auto& later = frame().later;
    if (node(next).kind == Kind::function && std::find(later.begin(), later.end(), next) == later.end()) later.push_back(next);
  }
}

void Builder::statement(NodeId id) {
  switch (node(id).kind) {
    case Kind::block: return list(id);
    case Kind::if_statement: return if_statement(id);
    case Kind::switch_statement: return switch_statement(id);
    case Kind::while_statement:
    case Kind::do_statement:
    case Kind::for_statement:
    case Kind::for_each_statement: return loop(id);
    case Kind::try_statement: return try_statement(id);
    case Kind::with_statement: return with_statement(id);
    case Kind::return_statement: return return_statement(id);
    case Kind::class_declaration: return run_class(id);
    case Kind::function: frame().later.push_back(id); return;
    case Kind::labeled_statement: return body(child(id, Role::body));
    case Kind::import_statement:
    case Kind::comment:
    case Kind::pass_statement:
    case Kind::type_declaration:
    case Kind::error: return;
    case Kind::package_declaration: return package(id);
    case Kind::assert_statement: return assert_statement(id);
    default: break;
  }
  if (jump(id)) return;
  if (names_outer(m_tree, id)) {
    for (NodeId name = first_code(m_tree, id); name != 0; name = next_code(m_tree, name)) frame().outer.push_back(node(name).symbol);
    return;
  }
  evaluate(id);
  if (node(id).kind != Kind::call) return;
  apply(m_guards.passed(id, true), id);
  const NodeId callee = child(id, Role::callee);
  if (callee != 0 && m_tree.language == "ruby" && m_tree.text(callee) == "raise" && !frame().catches.empty()) {
    const NodeId list = child(id, Role::arguments);
    for (NodeId at = list == 0 ? 0 : first_code(m_tree, list); at != 0; at = next_code(m_tree, at)) add_edge(whole(m_given[at], at), frame().catches.back(), Step::copy);
  }
  const auto own = callee == 0 ? std::nullopt : m_constants.function(m_given[callee].constant);
  if (callee != 0 && !own && never_returns(m_tree.language, m_tree.text(callee))) m_dead = true;
}

// A namespace or module with code of its own; `package p;` has none.
void Builder::package(NodeId id) {
  const NodeId code = child(id, Role::body);
  if (code == 0) return;
  if (node(code).kind == Kind::class_body) {
    run_members(code);
  } else {
    list(id);
  }
}

void Builder::assert_statement(NodeId id) {
  operation(id, Step::operand);
  NodeId condition = child(id, Role::condition);
  if (condition == 0) condition = first_code(m_tree, id);
  if (condition != 0) apply(m_guards.checks_of(condition).yes, condition);
}

// break, continue and throw.
bool Builder::jump(NodeId id) {
  const Kind kind = node(id).kind;
  if (kind == Kind::throw_statement) {
    for (NodeId thrown = first_code(m_tree, id); thrown != 0; thrown = next_code(m_tree, thrown)) {
      const ValueId value = whole(evaluate(thrown), thrown);
      add_edge(value, thrown_into(), Step::copy);
      m_graph.functions[frame().function].throws |= frame().catches.empty();
    }
    if (frame().catches.empty()) note_exit(id);
    m_dead = true;
    return true;
  }
  if (kind != Kind::break_statement && kind != Kind::continue_statement) return false;
  const NodeId label = child(id, Role::label);
  auto& targets = frame().targets;
  for (auto target = targets.rbegin(); target != targets.rend(); ++target) {
    const bool meant = label != 0 ? target->label == node(label).symbol : kind == Kind::break_statement || target->loop;
    if (!meant) continue;
    auto& states = kind == Kind::break_statement ? target->breaks : target->continues;
    states.push_back(m_environment.changes_since(target->base));
    break;
  }
  m_dead = true;
  return true;
}

// What takes an exception that is thrown here.
ValueId Builder::thrown_into() const {
  const Frame& own = m_frames.back();
  return own.catches.empty() ? m_graph.functions[own.function].thrown : own.catches.back();
}

void Builder::return_value(const Operand& operand) {
  const std::uint32_t function = frame().function;
  add_edge(whole(operand, m_graph.functions[function].node), m_graph.functions[function].result, Step::copy);
}

// func f() (a T, err error) { …; return }
void Builder::return_named() {
  const NodeId function = m_graph.functions[frame().function].node;
  const NodeId results = m_tree.language != "go" ? 0 : child(function, Role::return_type);
  if (results == 0 || node(results).kind != Kind::parameters) return;
  const Operand all{0, new_object(), 0};
  std::int64_t position = 0;
  for (NodeId each = first_code(m_tree, results); each != 0; each = next_code(m_tree, each)) {
    const NodeId named = child(each, Role::name);
    const auto place = named == 0 ? std::nullopt : find_name(node(named).symbol);
    if (place) store(all.object, label_of_position(position), *m_environment.find(*place), each);
    position += 1;
  }
  if (position == 1) return return_value(part(all, label_of_position(0), results));
  return_value(all);
}

void Builder::return_statement(NodeId id) {
  const NodeId value = child(id, Role::value);
  const NodeId first = value != 0 ? value : first_code(m_tree, id);
  const NodeId second = first == 0 ? 0 : next_code(m_tree, first);
  if (second != 0 && m_tree.language == "ruby") {  // return a, b
    const Operand all = empty_collection();
    set_length(all.object, 0);
    for (NodeId each = first; each != 0; each = next_code(m_tree, each)) append(all, evaluate(each), each);
    return_value(all);
  } else if (first != 0) {
    return_value(evaluate(first));
  } else {
    return_named();
  }
  finish_parameters();
  note_exit(id);
  m_dead = true;
}

// From here on the checks hold.
void Builder::apply(const std::vector<Check>& checks, NodeId at) {
  for (const Check& check : checks) {
    const Operand* held = m_environment.find(check.place);
    if (held == nullptr || *held != check.held) continue;
    Operand checked = *held;
    checked.value = add_value(at);
    add_edge(held->value, checked.value, check.step);
    for (const auto& [equal, where] : check.equals) add_edge(whole(equal, where), checked.value, Step::element);
    if (check.constant != 0) checked.constant = check.constant;
    m_environment.set(check.place, checked);
  }
}

// Runs one arm, past what its condition says, and undoes it.
Arm Builder::branch(NodeId id, const std::vector<Check>& checks) {
  const auto base = m_environment.checkpoint();
  apply(checks, id == 0 ? m_graph.functions[frame().function].node : id);
  body(id);
  Arm arm{m_environment.changes_since(base), m_dead};
  m_environment.undo_to(base);
  m_dead = false;
  return arm;
}

Operand Builder::joined(const Operand& a, const Operand& b) {
  if (a == b) return a;
  Operand both;
  both.constant = a.constant == b.constant ? a.constant : 0;
  both.object = a.object == b.object ? a.object : 0;
  const NodeId at = m_graph.functions[frame().function].node;
  const ValueId first = both.object == 0 ? whole(a, at) : a.value;
  const ValueId second = both.object == 0 ? whole(b, at) : b.value;
  if (first == 0 || second == 0 || first == second) {
    both.value = first == 0 ? second : first;
    return both;
  }
  both.value = add_value(std::max(m_graph.values[first].node, m_graph.values[second].node));
  add_edge(first, both.value, Step::copy);
  add_edge(second, both.value, Step::copy);
  return both;
}

// Makes the environment the join of several ways' ends and, when it reaches this point, of the state they began in.
void Builder::join(const std::vector<Changes>& ends, bool base_reaches) {
  m_dead = ends.empty() && !base_reaches;
  std::vector<Place> places;
  for (const Changes& end : ends) {
    for (const auto& change : end) places.push_back(change.place);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  for (const Place place : places) {
    const Operand* stored = m_environment.find(place);
    const Operand before = stored == nullptr ? Operand{} : *stored;
    std::optional<Operand> all;
    if (base_reaches) all = before;
    for (const Changes& end : ends) {
      const auto at = std::lower_bound(end.begin(), end.end(), place,
                                       [](const auto& change, Place wanted) { return change.place < wanted; });
      const bool changed = at != end.end() && at->place == place;
      const Operand here = changed ? at->operand.value_or(Operand{}) : before;
      all = all ? joined(*all, here) : here;
    }
    m_environment.set(place, *all);
  }
}

void Builder::if_statement(NodeId id) {
  const NodeId first = child(id, Role::initializer);
  if (first != 0) statement(first);
  const NodeId condition = child(id, Role::condition);
  const int known = condition == 0 ? -1 : m_constants.truth(evaluate(condition).constant);
  const NodeId consequence = child(id, Role::consequence);
  const NodeId alternative = child(id, Role::alternative);
  if (known == 1) return body(consequence);
  if (known == 0) return body(alternative);
  const Conditions checks = condition == 0 ? Conditions{} : m_guards.checks_of(condition);
  std::vector<Changes> ends;
  bool base_reaches = false;
  for (const bool holds : {true, false}) {
    const NodeId code = holds ? consequence : alternative;
    const auto& past = holds ? checks.yes : checks.no;
    if (code == 0 && past.empty()) {
      base_reaches = true;
      continue;
    }
    Arm arm = branch(code, past);
    if (!arm.ended) ends.push_back(std::move(arm.changes));
  }
  join(ends, base_reaches);
}

// Whether a case is taken for a subject of that value: 1, is not: 0, or may be: -1.
int Builder::case_applies(NodeId id, ConstantId subject) {
  bool conditions = false;
  int applies = 0;
  for (NodeId part = first_code(m_tree, id); part != 0; part = next_code(m_tree, part)) {
    if (node(part).role != Role::condition) continue;
    conditions = true;
    const Kind kind = node(part).kind;
    const bool is_literal = kind == Kind::string || kind == Kind::number || kind == Kind::char_literal;
    const ConstantId value = is_literal ? literal(part).constant : 0;
    if (value == 0 || subject == 0) return -1;
    if (value == subject) applies = 1;
  }
  return conditions ? applies : -1;
}

// The names that the pattern of a case gives to parts of the subject.
void Builder::bind_case(NodeId id, const Operand& subject) {
  for (NodeId pattern = first_code(m_tree, id); pattern != 0; pattern = next_code(m_tree, pattern)) {
    if (node(pattern).role == Role::condition) bind_pattern(pattern, subject);
  }
}

// In a case of constants the subject is one of them.
void Builder::case_checks(NodeId id, NodeId subject) {
  std::vector<Check> checks;
  bool constants = subject != 0;
  std::size_t conditions = 0;
  ConstantId constant = 0;
  for (NodeId part = first_code(m_tree, id); part != 0 && constants; part = next_code(m_tree, part)) {
    if (node(part).role != Role::condition) continue;
    const Kind kind = node(part).kind;
    constants = kind == Kind::string || kind == Kind::number || kind == Kind::char_literal;
    conditions += 1;
    if (constants) constant = literal(part).constant;
  }
  if (!constants || conditions == 0) return;
  m_guards.add_check(subject, {.constant = conditions == 1 ? constant : 0}, checks);
  apply(checks, id);
}

void Builder::switch_statement(NodeId id) {
  const NodeId first = child(id, Role::initializer);
  if (first != 0) statement(first);
  const NodeId condition = child(id, Role::condition);
  const Operand value = condition == 0 ? Operand{} : evaluate(condition);
  if (const NodeId named = child(id, Role::name); named != 0) assign(named, value);  // when (val x = f())
  const ConstantId subject = value.constant;
  if (const NodeId alias = child(id, Role::alias); alias != 0) m_environment.set(variable_of(frame().function, node(alias).symbol), value);
  const NodeId cases = child(id, Role::body);
  const auto base = m_environment.checkpoint();
  frame().targets.push_back({});
  frame().targets.back().base = base;
  std::vector<Changes> ends;
  std::optional<Changes> falls;
  bool complete = false;  // one of the cases is certainly taken
  for (NodeId each = cases == 0 ? 0 : first_code(m_tree, cases); each != 0; each = next_code(m_tree, each)) {
    const NodeId code = child(each, Role::body);
    const bool is_default = node(each).symbol == symbol_of("default");
    const int applies = complete ? 0 : case_applies(each, subject);
    complete = complete || applies == 1 || is_default;
    if (applies == 0 && !falls) continue;
    std::vector<Changes> starts;
    if (falls) starts.push_back(std::move(*falls));
    join(starts, applies != 0);
    bind_case(each, value);
    if (starts.empty() && !is_default) case_checks(each, condition);
    body(code);
    falls.reset();
    if (!m_dead) {
      Changes end = m_environment.changes_since(base);
      const bool falls_through = m_traits.falls_through && !is_arrow_case(m_tree, each, code);
      if (falls_through && m_tree.next_sibling(each) != 0) {
        falls = std::move(end);
      } else {
        ends.push_back(std::move(end));
      }
    }
    m_environment.undo_to(base);
    m_dead = false;
  }
  if (falls) ends.push_back(std::move(*falls));
  auto& breaks = frame().targets.back().breaks;
  ends.insert(ends.end(), breaks.begin(), breaks.end());
  frame().targets.pop_back();
  join(ends, !complete);
}

void Builder::try_statement(NodeId id) {
  const auto base = m_environment.checkpoint();
  const ValueId thrown = add_value(id);
  frame().catches.push_back(thrown);
  for (NodeId part = first_code(m_tree, id); part != 0; part = next_code(m_tree, part)) {
    if (node(part).role == Role::initializer) statement(part);
  }
  body(child(id, Role::body));
  frame().catches.pop_back();
  std::vector<Changes> ends;
  const Changes tried = m_environment.changes_since(base);
  if (!m_dead) ends.push_back(tried);
  m_environment.undo_to(base);
  for (NodeId part = first_code(m_tree, id); part != 0; part = next_code(m_tree, part)) {
    if (node(part).kind != Kind::catch_clause) continue;
    join({tried}, true);  // it may have been thrown before or behind any of the changes
    m_dead = false;
    catch_clause(part, thrown);
    if (!m_dead) ends.push_back(m_environment.changes_since(base));
    m_environment.undo_to(base);
  }
  join(ends, false);
  for (NodeId part = first_code(m_tree, id); part != 0; part = next_code(m_tree, part)) {
    const bool last = node(part).kind == Kind::finally_clause || (node(part).role == Role::alternative && !m_dead);
    if (!last) continue;
    const bool was_dead = m_dead;
    m_dead = false;
    const NodeId code = child(part, Role::body);
    body(code != 0 ? code : part);
    m_dead = m_dead || was_dead;
  }
}

void Builder::catch_clause(NodeId id, ValueId thrown) {
  const NodeId named = child(id, Role::name);
  if (named != 0) assign(named, {thrown, 0, 0});
  body(child(id, Role::body));
}

void Builder::with_statement(NodeId id) {
  for (NodeId part = first_code(m_tree, id); part != 0; part = next_code(m_tree, part)) {
    const NodeId alias = child(part, Role::alias);
    const NodeId value = child(part, Role::value);
    if (node(part).kind == Kind::block || node(part).kind == Kind::modifier) continue;
    if (alias != 0 && value != 0) {
      assign(alias, evaluate(value));
    } else {
      statement(part);
    }
  }
  const NodeId code = child(id, Role::body);
  const NodeId last = code != 0 ? code : child(id, Role::value);
  if (last != 0 && node(last).kind == Kind::block) body(last);  // lock (a) { }
}

}  // namespace codelake::sast::flow
