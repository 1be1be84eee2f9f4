// SPDX-License-Identifier: Apache-2.0
// One walk over the file in the order it runs, which knows of each variable what it is worth at that point. Branches
// start from the same knowledge; after them only what all agree on is known, and a branch that returns has no say. What
// a loop writes is not known in it. Example:
//
//     q = "a"          q is "a"
//     if c: q = x      after the branches: "a" and not known, so not known
//     else: return
//
// A function sees of the variables outside only those that are written once.
#include "scanners/sast/constants.h"

#include "scanners/sast/constant_arithmetic.h"
#include "scanners/sast/kinds.h"
#include "scanners/sast/settings/settings_calls.h"

#include <algorithm>
#include <array>
#include <utility>
#include <charconv>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

constexpr int k_depth_max = 32;
constexpr std::uint32_t k_some_text = 1;  // in m_constants

// Calls that give a text which nothing but their arguments decides.
bool makes_text(std::string_view language, std::string_view callee) {
  constexpr std::array<std::string_view, 10> k_of_php = {"escapeshellarg", "escapeshellcmd", "implode", "sprintf",    "str_repeat",
                                                         "strtolower",     "strtoupper",     "trim",    "str_replace", "ucfirst"};
  if (language == "php") return std::find(k_of_php.begin(), k_of_php.end(), callee) != k_of_php.end();
  return callee == "String.format" || callee == "java.lang.String.format";
}

// Methods of Ruby that change the text they are called on.
bool changes_text(std::string_view method) {
  constexpr std::array<std::string_view, 5> k_methods = {"<<", "concat", "insert", "prepend", "replace"};
  return method.ends_with('!') || std::find(k_methods.begin(), k_methods.end(), method) != k_methods.end();
}

bool is_loop(Kind kind) {
  return kind == Kind::while_statement || kind == Kind::do_statement || kind == Kind::for_statement ||
         kind == Kind::for_each_statement;
}

bool ends_path(Kind kind) {
  return kind == Kind::return_statement || kind == Kind::throw_statement || kind == Kind::continue_statement;
}

}  // namespace

Constants::Constants(const syntax::Tree& tree, const Names& names, const SettingsOf& settings)
    : m_tree(tree), m_names(names), m_settings(tree, names, settings), m_named(tree), m_constants(2), m_states(names.size()), m_single(names.size()) {
  m_constants[k_some_text].kind = Constant::Kind::some_text;
  if (names.size() > 0) run_children(0);
  std::sort(m_uses.begin(), m_uses.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  m_states.clear();
  m_journal.clear();
}

std::uint32_t Constants::kept(Constant constant) {
  if (constant.kind == Constant::Kind::unknown) return 0;
  m_constants.push_back(std::move(constant));
  return static_cast<std::uint32_t>(m_constants.size() - 1);
}

void Constants::set(VariableId variable, State state) {
  if (m_states[variable] == state) return;
  m_journal.emplace_back(variable, m_states[variable]);
  m_states[variable] = state;
}

// Whether the walk follows a variable here: it belongs to this function, and nobody else writes it.
bool Constants::is_local(VariableId variable) const {
  const Variable& one = m_names[variable];
  return one.field ? m_function != 0 : !one.escapes && one.function == m_function;
}

void Constants::run_children(NodeId id) {
  for (NodeId at = m_tree.first_child(id); at != 0; at = m_tree.next_sibling(at)) run(at);
}

void Constants::run(NodeId id) {
  const Kind kind = m_tree[id].kind;
  if (kind == Kind::identifier || kind == Kind::field_access) use(id);
  if (kind == Kind::function || kind == Kind::lambda) return run_function(id);
  if (kind == Kind::if_statement || kind == Kind::conditional) return run_branches(id);
  if (is_loop(kind)) return run_loop(id);
  if (kind == Kind::switch_statement) return run_switch(id);
  if (kind == Kind::try_statement) return run_try(id);
  run_children(id);
  if (kind == Kind::assignment || kind == Kind::variable_declaration || kind == Kind::unary) run_write(id);
  const bool may_change = kind == Kind::binary || kind == Kind::call;
  if (may_change && m_tree.language == "ruby") run_change(id);
  if (ends_path(kind)) m_ends = true;
  if (kind == Kind::break_statement) m_ends = m_breaks = true;
}

void Constants::use(NodeId id) {
  const auto variable = m_names.variable_of(id);
  if (!variable || !is_local(*variable)) return;
  const State& state = m_states[*variable];
  if (state.constant != 0 || state.expression != 0) m_uses.emplace_back(id, state);
}

void Constants::run_write(NodeId id) {
  for (const std::uint32_t index : m_names.writes_within(id)) {
    const Write& write = m_names.writes()[index];
    if (write.node != id || !is_local(write.variable)) continue;
    State state;
    if (write.augments) {
      state.constant = kept(augmented(m_tree, id, m_constants[m_states[write.variable].constant],
                                      write.value == 0 ? Constant{} : evaluate(write.value, 0)));
    } else if (write.value != 0) {
      state = {kept(evaluate(write.value, 0)), write.value};
    }
    set(write.variable, state);
  }
}

// `a << b`, `a.concat(b)`: a text to which texts were added is one still.
void Constants::run_change(NodeId id) {
  const NodeId first = m_tree.first_child(id);
  const bool sign = m_tree[id].kind == Kind::binary;
  const NodeId object = sign ? first : m_tree.child(first, Role::object);
  const NodeId method = sign ? id : m_tree.child(first, Role::name);
  if (first == 0 || object == 0 || method == 0 || m_tree[object].kind != Kind::identifier) return;
  if (!changes_text(sign ? m_tree.symbol_text(id) : m_tree.text(method))) return;
  const auto variable = m_names.variable_of(object);
  if (!variable || !is_local(*variable)) return;
  const NodeId arguments = sign ? id : m_tree.child(id, Role::arguments);
  bool text = m_constants[m_states[*variable].constant].is_text();
  for (NodeId at = arguments == 0 ? 0 : m_tree.first_child(arguments); at != 0; at = m_tree.next_sibling(at)) {
    text = text && evaluate(at, 0).is_text();
  }
  set(*variable, {text ? k_some_text : 0, 0});
}

void Constants::run_function(NodeId id) {
  const NodeId outer = m_function;
  const bool ends = m_ends;
  const bool breaks = m_breaks;
  const std::size_t mark = m_journal.size();
  m_function = id;
  run_children(id);
  m_function = outer;
  // What it wrote to fields is known in it alone.
  for (std::size_t at = m_journal.size(); at-- > mark;) {
    if (m_names[m_journal[at].first].field) m_states[m_journal[at].first] = m_journal[at].second;
  }
  m_ends = ends;
  m_breaks = breaks;
}

// Runs parts one after the other, and takes back what they changed.
Constants::Branch Constants::branch(const std::vector<NodeId>& parts) {
  const std::size_t mark = m_journal.size();
  const bool ends = m_ends;
  m_ends = m_breaks = false;
  for (const NodeId part : parts) run(part);
  Branch result;
  // A break leaves a switch with what is known, so that its branch has a say.
  result.ends = m_ends && !m_breaks;
  for (std::size_t at = m_journal.size(); at-- > mark;) {
    const auto [variable, before] = m_journal[at];
    const bool seen = std::any_of(result.changes.begin(), result.changes.end(),
                                  [&, changed = variable](const auto& one) { return one.first == changed; });
    if (!seen) result.changes.emplace_back(variable, m_states[variable]);
  }
  while (m_journal.size() > mark) {
    m_states[m_journal.back().first] = m_journal.back().second;
    m_journal.pop_back();
  }
  m_ends = ends;
  return result;
}

void Constants::merge(const std::vector<Branch>& branches) {
  Changes all;
  bool ends = true;
  for (const Branch& one : branches) {
    ends = ends && one.ends;
    if (!one.ends) all.insert(all.end(), one.changes.begin(), one.changes.end());
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  const auto alive = std::count_if(branches.begin(), branches.end(), [](const Branch& one) { return !one.ends; });
  for (auto first = all.begin(); first != all.end();) {
    const auto last = std::find_if(first, all.end(), [&](const auto& one) { return one.first != first->first; });
    State state = last - first == alive ? first->second : m_states[first->first];
    for (auto at = first; at != last; ++at) {
      const Constant& here = m_constants[at->second.constant];
      const Constant& there = m_constants[state.constant];
      // Two texts are a text still.
      if (!here.same(there)) state.constant = here.is_text() && there.is_text() ? k_some_text : 0;
      if (at->second.expression != state.expression) state.expression = 0;
    }
    set(first->first, state);
    first = last;
  }
  if (ends) m_ends = true;
}

void Constants::run_branches(NodeId id) {
  std::vector<NodeId> consequence;
  std::vector<NodeId> alternative;
  for (NodeId at = m_tree.first_child(id); at != 0; at = m_tree.next_sibling(at)) {
    const Role role = m_tree[at].role;
    if (role == Role::consequence)
      consequence.push_back(at);
    else if (role == Role::alternative)
      alternative.push_back(at);
    else
      run(at);
  }
  const bool breaks = m_breaks;
  std::vector<Branch> branches;
  branches.push_back(branch(consequence));
  branches.push_back(branch(alternative));
  m_breaks = breaks;
  merge(branches);
}

void Constants::forget_writes_within(NodeId id) {
  for (const std::uint32_t index : m_names.writes_within(id)) set(m_names.writes()[index].variable, {});
}

void Constants::run_loop(NodeId id) {
  const bool ends = m_ends;
  const bool breaks = m_breaks;
  // What starts a loop runs once, before it.
  const NodeId start = m_tree.child(id, Role::initializer);
  if (start != 0) run(start);
  forget_writes_within(id);
  for (NodeId at = m_tree.first_child(id); at != 0; at = m_tree.next_sibling(at)) {
    if (at != start) run(at);
  }
  forget_writes_within(id);
  m_ends = ends;
  m_breaks = breaks;
}

void Constants::run_switch(NodeId id) {
  const bool breaks = m_breaks;
  std::vector<Branch> branches;
  bool complete = false;
  bool falls_through = false;
  for (NodeId at = m_tree.first_child(id); at != 0; at = m_tree.next_sibling(at)) {
    if (m_tree[at].kind != Kind::switch_body && m_tree[at].kind != Kind::switch_case) run(at);
    for (NodeId part = m_tree.first_child(at); part != 0 && m_tree[at].kind == Kind::switch_body;
         part = m_tree.next_sibling(part)) {
      // A case that runs on into the next leaves it what it wrote.
      if (falls_through) forget_writes_within(id);
      branches.push_back(branch({part}));
      falls_through = !m_breaks && !branches.back().ends;
      complete = complete || m_tree.symbol_text(part) == "default";
    }
    if (m_tree[at].kind == Kind::switch_case) {
      branches.push_back(branch({at}));
      complete = complete || m_tree.symbol_text(at) == "default";
    }
  }
  m_breaks = breaks;
  if (!complete) branches.emplace_back();
  if (!branches.empty()) merge(branches);
}

// What the body wrote may have been written or not where something is caught.
void Constants::run_try(NodeId id) {
  const bool breaks = m_breaks;
  std::vector<NodeId> body;
  std::vector<NodeId> handlers;
  std::vector<NodeId> last;
  for (NodeId at = m_tree.first_child(id); at != 0; at = m_tree.next_sibling(at)) {
    const Kind kind = m_tree[at].kind;
    (kind == Kind::catch_clause ? handlers : kind == Kind::finally_clause ? last : body).push_back(at);
  }
  std::vector<Branch> branches;
  branches.push_back(branch(body));
  const std::size_t mark = m_journal.size();
  for (const NodeId part : body) forget_writes_within(part);
  for (const NodeId handler : handlers) branches.push_back(branch({handler}));
  Changes forgotten(m_journal.begin() + static_cast<std::ptrdiff_t>(mark), m_journal.end());
  for (auto at = forgotten.rbegin(); at != forgotten.rend(); ++at) m_states[at->first] = at->second;
  m_journal.resize(mark);
  for (std::size_t handler = 1; handler < branches.size(); ++handler) {
    for (const auto& [variable, before] : forgotten) {
      Changes& changes = branches[handler].changes;
      const bool written = std::any_of(changes.begin(), changes.end(),
                                       [&, wanted = variable](const auto& one) { return one.first == wanted; });
      if (!written) changes.emplace_back(variable, State{});
    }
  }
  m_breaks = breaks;
  merge(branches);
  if (last.empty()) return;
  // What comes last is also reached by who leaves, wherever that was.
  const bool left = std::exchange(m_ends, false);
  for (const NodeId part : left ? body : std::vector<NodeId>{}) forget_writes_within(part);
  for (const NodeId part : left ? handlers : std::vector<NodeId>{}) forget_writes_within(part);
  for (const NodeId part : last) run(part);
  m_ends = m_ends || left;
}

// A member of an enumeration is none of the values it is given: `class A(StrEnum): B = "b"`.
bool Constants::is_enumerator(VariableId variable) const {
  const NodeId scope = m_names[variable].scope;
  if (!m_names[variable].field || m_tree.language != "python") return false;
  const NodeId bases = m_tree.child(scope, Role::bases);
  if (bases == 0) return false;
  const std::string_view text = m_tree.text(bases);
  constexpr std::array<std::string_view, 3> k_kinds = {"Enum", "Flag", "Choices"};
  return std::any_of(k_kinds.begin(), k_kinds.end(), [&](std::string_view kind) { return text.find(kind) != std::string_view::npos; });
}

// A variable that is written once, and before anybody can use it.
Constants::State Constants::state_of_single(VariableId variable) const {
  std::optional<State>& known = m_single[variable];
  if (known) return *known;
  known = State{};  // while it is computed: a cycle is not known
  const std::span<const Write> writes = m_names.writes_of(variable);
  if (writes.size() != 1 || writes[0].value == 0 || writes[0].augments || is_enumerator(variable)) return *known;
  const bool closed = !m_names[variable].field || writes[0].fixed || m_tree.language == "python" ||
                      m_tree.language == "javascript" || m_tree.language == "typescript" || m_tree.language == "tsx" ||
                      m_tree.language == "php" || m_tree.language == "ruby";
  if (closed) known->expression = writes[0].value;
  return *known;
}

Constants::State Constants::state_at(NodeId use) const {
  const auto found = std::lower_bound(m_uses.begin(), m_uses.end(), use,
                                      [](const auto& one, NodeId node) { return one.first < node; });
  if (found != m_uses.end() && found->first == use) return found->second;
  if (const NodeId named = m_named.of(use); named != 0) return {0, named};
  const auto variable = m_names.variable_of(use);
  if (!variable) return {};
  const Variable& one = m_names[*variable];
  const bool outside = one.field || m_names.function_of(use) != one.function;
  return outside ? state_of_single(*variable) : State{};
}

// As state_at, and also while the walk is under way.
Constants::State Constants::known(NodeId use) const {
  if (m_states.empty()) return state_at(use);
  const auto variable = m_names.variable_of(use);
  if (!variable) return {};
  if (is_local(*variable) && (!m_names[*variable].field || m_states[*variable] != State{})) return m_states[*variable];
  return state_of_single(*variable);
}

NodeId Constants::expression_of(NodeId use) const {
  return state_at(use).expression;
}

NodeId Constants::literal_of(NodeId use) const {
  const Kind kind = m_tree[use].kind;
  if (kind != Kind::identifier && kind != Kind::field_access) return 0;
  return value_of(use).literal;
}

Constant Constants::value_of(NodeId expression) const {
  return expression == 0 ? Constant{} : evaluate(expression, 0);
}

Constant Constants::evaluate(NodeId expression, int depth) const {
  if (expression == 0 || depth > k_depth_max) return {};
  switch (m_tree[expression].kind) {
    case Kind::string:
    case Kind::number:
    case Kind::boolean:
    case Kind::null:
    case Kind::regex:
    case Kind::char_literal:
      return literal(m_tree, expression);
    case Kind::identifier:
    case Kind::field_access: {
      if (m_tree[expression].kind == Kind::identifier && !is_value(m_tree, expression)) return {};
      const State state = known(expression);
      if (state.constant != 0) return m_constants[state.constant];
      return state.expression == 0 || state.expression == expression ? Constant{} : evaluate(state.expression, depth + 1);
    }
    case Kind::binary:
    case Kind::unary:
      return binary(expression, depth);
    case Kind::string_template:
      return joined(expression, depth);
    case Kind::conditional: {
      const Constant first = evaluate(m_tree.child(expression, Role::consequence), depth + 1);
      const Constant second = evaluate(m_tree.child(expression, Role::alternative), depth + 1);
      if (first.same(second)) return first;
      return first.is_text() && second.is_text() ? Constant{Constant::Kind::some_text} : Constant{};
    }
    case Kind::call:
      return call(expression, depth);
    case Kind::index:
      return m_settings.empty() ? Constant{} : setting_at(expression, depth);
    default:
      return {};
  }
}

Constant Constants::binary(NodeId expression, int depth) const {
  const NodeId left = m_tree.first_child(expression);
  const NodeId right = left == 0 ? 0 : m_tree.next_sibling(left);
  const Constant first = evaluate(left, depth + 1);
  if (m_tree[expression].kind == Kind::unary) return negated(m_tree.symbol_text(expression), first);
  const Constant second = evaluate(right, depth + 1);
  // A text times a number is a text, whatever the number.
  const bool times = first.is_text() && m_tree.language == "python" && m_tree.symbol_text(expression) == "*";
  if (times && second.kind == Constant::Kind::unknown) return {Constant::Kind::some_text};
  if (first.kind == Constant::Kind::unknown) return {};
  return combined(m_tree.language, m_tree.symbol_text(expression), {first, second});
}

Constant Constants::joined(NodeId expression, int depth) const {
  Constant all{Constant::Kind::text};
  for (NodeId at = m_tree.first_child(expression); at != 0; at = m_tree.next_sibling(at)) {
    const Constant part = evaluate(at, depth + 1);
    if (!part.is_text()) return {};
    all = combined(m_tree.language, "+", {all, part});
    if (all.kind == Constant::Kind::unknown) return {Constant::Kind::some_text};
  }
  return all;
}

Constant Constants::setting(NodeId object, std::vector<std::string> way) const {
  const Setting* const found = m_settings.find(object, way);
  if (found == nullptr) return {};
  if (found->kind == Setting::Kind::truth) return Constant::of_truth(found->text == "true");
  if (found->kind == Setting::Kind::text) return Constant::of_text(found->text);
  std::int64_t number = 0;
  std::from_chars(found->text.data(), found->text.data() + found->text.size(), number);
  return Constant::of_number(number);
}

// settings.getProperty("key"), parser.get("section", "key"); a last argument may be what holds otherwise.
Constant Constants::setting_asked(NodeId call, NodeId callee, int depth) const {
  std::vector<std::string> way;
  for (NodeId at = m_tree.first_child(m_tree.child(call, Role::arguments)); at != 0; at = m_tree.next_sibling(at)) {
    const Constant key = evaluate(at, depth + 1);
    if (key.kind != Constant::Kind::text) break;
    way.push_back(key.text);
  }
  const NodeId object = m_tree.child(callee, Role::object);
  for (; !way.empty(); way.pop_back()) {
    Constant found = setting(object, way);
    if (found.kind != Constant::Kind::unknown) return found;
  }
  return {};
}

// settings["section"]["key"]
Constant Constants::setting_at(NodeId expression, int depth) const {
  std::vector<std::string> way;
  NodeId object = expression;
  for (; object != 0 && m_tree[object].kind == Kind::index; object = m_tree.child(object, Role::object)) {
    const Constant key = evaluate(m_tree.child(object, Role::index), depth + 1);
    if (key.kind != Constant::Kind::number && key.kind != Constant::Kind::text) return {};
    way.insert(way.begin(), key.kind == Constant::Kind::number ? "#" + std::to_string(key.number) : key.text);
  }
  return setting(object, std::move(way));
}

// String.format("…", …) and its like: a text, if all that goes into it is constant.
Constant Constants::call(NodeId expression, int depth) const {
  const NodeId callee = m_tree.first_child(expression);
  const NodeId arguments = m_tree.child(expression, Role::arguments);
  if (callee == 0 || arguments == 0) return {};
  const NodeId named = m_settings.empty() || m_tree[callee].kind != Kind::field_access ? 0 : m_tree.child(callee, Role::name);
  if (named != 0 && asks_settings(m_tree[named].symbol)) return setting_asked(expression, callee, depth);
  if (!makes_text(m_tree.language, m_tree.text(callee))) return {};
  for (NodeId at = m_tree.first_child(arguments); at != 0; at = m_tree.next_sibling(at)) {
    if (evaluate(at, depth + 1).kind == Constant::Kind::unknown) return {};
  }
  return {Constant::Kind::some_text};
}

}  // namespace codelake::sast
