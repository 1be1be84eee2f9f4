// SPDX-License-Identifier: Apache-2.0
//
// Functions are run where their surroundings are known: a lambda where it stands, a declared one at the end of the code
// that declares it, with what the outer variables hold then.
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/flow/guard_names.h"
#include "scanners/sast/flow/modifiers.h"
#include "scanners/sast/flow/type_names.h"
#include "scanners/sast/kinds.h"

#include <algorithm>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;
using syntax::symbol_of;

void Builder::run_module() {
  m_graph.functions.emplace_back();
  m_functions[0] = 0;
  m_frames.emplace_back();
  m_graph.functions[0].result = add_value(0);
  list(0);
  run_later();
  m_frames.pop_back();
}

// The class a function is written in, or is declared for (a Go receiver); 0 when there is none.
Symbol Builder::class_of(NodeId function) const {
  const NodeId receiver = child(function, Role::object);
  if (receiver != 0) {
    for (NodeId id = receiver; id < m_tree[receiver].subtree_end; ++id) {
      if (m_tree[id].kind == Kind::type_name && m_tree.first_child(id) == 0) return m_tree[id].symbol;
    }
  }
  // A class that is made by its head is its own constructor; accessors stand in their property.
  NodeId owner = function;
  if (m_tree[function].kind != Kind::class_declaration) {
    NodeId around = m_tree[function].parent;
    const NodeId property = m_tree[around].role == Role::body ? m_tree[around].parent : around;
    const bool accessor = m_tree[function].kind == Kind::function && m_tree[property].kind == Kind::variable_declaration;
    if (accessor) around = m_tree[property].parent;
    if (m_tree[around].kind != Kind::class_body) return 0;
    owner = m_tree[around].parent;
  }
  // Kotlin: what stands in a companion is the class's.
  if (m_tree.child(owner, Role::name) == 0 && m_tree[m_tree[owner].parent].kind == Kind::class_body) owner = m_tree[m_tree[owner].parent].parent;
  const NodeId named = m_tree.child(owner, Role::name);
  return named == 0 ? 0 : m_tree[named].symbol;
}

// Makes a function known before it is run, so that calls above it find it.
std::uint32_t Builder::declare(NodeId id, Symbol name) {
  const auto known = m_functions.find(id);
  if (known != m_functions.end()) return known->second;
  const auto index = static_cast<std::uint32_t>(m_graph.functions.size());
  m_functions[id] = index;
  Function function;
  function.node = id;
  function.parent = frame().function;
  function.name = name;
  function.class_name = class_of(id);
  function.is_static = has_modifier(m_tree, id, "static");
  if (const NodeId named = child(id, Role::name); named != 0) function.cleans = cleans(m_tree.text(named));
  function.result = add_value(id);
  function.thrown = add_value(id);
  if (function.class_name != 0 && !function.is_static) {
    function.self = add_value(id);
    // A method of Go that takes its object by value changes a copy.
    const NodeId receiver = m_tree.language == "go" ? child(id, Role::object) : 0;
    if (receiver == 0 || m_tree.text(receiver).find('*') != std::string_view::npos) function.self_after = add_value(id);
  }
  for (const ValueId own : {function.result, function.thrown, function.self, function.self_after}) m_graph.values[own].function = index;
  m_graph.functions.push_back(std::move(function));
  return index;
}

// Names the functions of a list of statements before the first one is run.
void Builder::declare_functions(NodeId list) {
  for (NodeId id = first_code(m_tree, list); id != 0; id = next_code(m_tree, id)) {
    if (node(id).kind != Kind::function) continue;
    const NodeId named = child(id, Role::name);
    if (named == 0 && m_tree.symbol_text(id) == "constructor") declare(id, class_of(id));
    if (named == 0) continue;
    const std::uint32_t index = declare(id, node(named).symbol);
    if (class_of(id) != 0) continue;
    m_environment.set(variable_of(frame().function, node(named).symbol), {0, 0, m_constants.add_function(index)});
  }
}

void Builder::run_later() {
  // A function that is run may declare others behind it.
  for (std::size_t i = 0; i < frame().later.size(); ++i) {
    const NodeId id = frame().later[i];
    const auto known = m_functions.find(id);
    if (known != m_functions.end()) run_function(known->second, false);
  }
}

void Builder::run_class(NodeId id) {
  const NodeId named = child(id, Role::name);
  const NodeId members = child(id, Role::body);
  const NodeId head = child(id, Role::parameters);
  if (members == 0 && head == 0) return;
  const Symbol name = named == 0 ? 0 : node(named).symbol;
  auto& fields = m_declared_fields[name];
  std::vector<ClassName> embedded;  // Go: its fields and methods are the class's own as well
  for (NodeId parameter = head == 0 ? 0 : first_code(m_tree, head); parameter != 0; parameter = next_code(m_tree, parameter)) {
    if (const NodeId field = child(parameter, Role::name); field != 0) fields.push_back(node(field).symbol);
  }
  if (head != 0) {
    declare(id, name);
    m_heads.insert(name);
    frame().later.push_back(id);
  }
  for (NodeId member = members == 0 ? 0 : first_code(m_tree, members); member != 0; member = next_code(m_tree, member)) {
    const NodeId field = child(member, Role::name);
    if (node(member).kind != Kind::variable_declaration || (field == 0 && m_tree.language != "go")) continue;
    if (field == 0) {
      embedded.push_back(class_named(child(member, Role::type)));
      fields.push_back(embedded.back().name);
      continue;
    }
    fields.push_back(node(field).symbol);
    if (const NodeId type = child(member, Role::type); type != 0) m_field_types[{name, node(field).symbol}] = class_named(type);
  }
  if (m_tree.language == "ruby") note_field_types(members, name);
  Class declared{name, std::move(embedded), m_tree.language == "go" && m_tree.symbol_text(id) == "interface"};
  for (NodeId part = m_tree.first_child(id); part != 0; part = m_tree.next_sibling(part)) {
    if (node(part).role != Role::bases) continue;
    for (NodeId base = first_code(m_tree, part); base != 0; base = next_code(m_tree, base)) declared.bases.push_back(class_named(base));
  }
  m_graph.classes.push_back(std::move(declared));
  if (members != 0) run_members(members);
}

// Ruby declares no types: a field is of the class whose objects all its assignments give.
void Builder::note_field_types(NodeId members, Symbol class_name) {
  for (NodeId id = members; id < node(members).subtree_end; ++id) {
    const NodeId field = node(id).kind == Kind::assignment ? child(id, Role::left) : 0;
    if (field == 0 || !m_tree.text(field).starts_with('@')) continue;
    const ClassName given = class_given(child(id, Role::right));
    const auto [known, added] = m_field_types.try_emplace({class_name, node(field).symbol}, given);
    if (!added && known->second.name != given.name) known->second = {};
  }
}

void Builder::run_members(NodeId members) {
  const NodeId owner = child(node(members).parent, Role::name);
  const Symbol name = owner == 0 ? 0 : node(owner).symbol;
  declare_functions(members);
  for (NodeId member = first_code(m_tree, members); member != 0; member = next_code(m_tree, member)) run_member(member, name);
}

void Builder::run_member(NodeId member, Symbol class_name) {
  const Kind kind = node(member).kind;
  if (kind == Kind::function) frame().later.push_back(member);
  if (kind == Kind::function && is_getter(m_tree, member)) m_getters.insert(node(child(member, Role::name)).symbol);
  if (kind == Kind::class_declaration) run_class(member);
  if (kind != Kind::variable_declaration && kind != Kind::assignment) return;
  note_getter(member);
  const bool declares = kind == Kind::variable_declaration;
  const NodeId target = child(member, declares ? Role::name : Role::left);
  const NodeId value = child(member, declares ? Role::value : Role::right);
  if (target == 0 || value == 0) return;
  const ValueId from = whole(evaluate(value), value);
  if (from == 0) return;
  const auto [at, added] = m_class_fields.try_emplace({class_name, node(target).symbol}, 0);
  if (added) at->second = add_value(target);
  add_edge(from, at->second, Step::class_field);
}

void Builder::bind_parameter(Function& function, NodeId id) {
  const NodeId named = child(id, Role::name);
  Parameter parameter;
  parameter.name = named == 0 ? 0 : node(named).symbol;
  parameter.keywords = m_tree.symbol_text(id) == "**";
  parameter.variadic = node(id).symbol != 0 && !parameter.keywords;
  if (tells_overloads_by_type(m_tree.language)) parameter.type = type_symbol(child(id, Role::type));
  parameter.value = add_value(named == 0 ? id : named);
  parameter.after = add_value(named == 0 ? id : named);
  const Operand operand = declared_as(child(id, Role::type), {parameter.value, new_object(), 0}, id);
  const NodeId otherwise = child(id, Role::default_value);
  if (otherwise != 0) add_edge(whole(evaluate(otherwise), otherwise), parameter.value, Step::copy);
  if (named != 0 && node(named).kind != Kind::identifier) {
    assign(named, operand);  // a pattern that takes the argument apart
  } else if (named != 0) {
    const Operand marked = mark_target(named, operand);
    m_environment.set(variable_of(frame().function, parameter.name), marked);
  }
  if (is_reference(m_tree, id)) frame().references.push_back(parameter.name);
  keep_promoted(id, operand);
  function.parameters.push_back(parameter);
  frame().parameter_objects.push_back(operand.object);
}

// What a lambda calls its argument that names none.
void Builder::bind_unnamed(Function& function, Symbol name) {
  Parameter parameter;
  parameter.name = name;
  parameter.value = add_value(function.node);
  parameter.after = add_value(function.node);
  const Operand operand{parameter.value, new_object(), 0};
  m_environment.set(variable_of(frame().function, name), operand);
  function.parameters.push_back(parameter);
  frame().parameter_objects.push_back(operand.object);
}

void Builder::bind_parameters(std::uint32_t index) {
  Function function = m_graph.functions[index];
  const NodeId receiver = child(function.node, Role::object);
  if (receiver != 0 && node(receiver).kind == Kind::parameters) {
    const NodeId first = m_tree.first_child(receiver);
    const NodeId named = first == 0 ? 0 : child(first, Role::name);
    if (named != 0) frame().self_name = node(named).symbol;
  }
  // A static method sees the fields of its class, of no object.
  if (function.class_name != 0) frame().self = {function.self, new_object(), 0};
  bool first = true;
  const NodeId parameters = child(function.node, Role::parameters);
  const bool of_lambda = node(function.node).kind == Kind::lambda && m_tree.language == "kotlin";
  if (of_lambda && (parameters == 0 || first_code(m_tree, parameters) == 0)) bind_unnamed(function, symbol_of("it"));
  if (parameters != 0) {
    for (NodeId id = first_code(m_tree, parameters); id != 0; id = next_code(m_tree, id)) {
      const NodeId named = node(id).kind == Kind::parameter ? child(id, Role::name) : id;
      const bool is_self = first && function.self != 0 && m_traits.self_parameter && named != 0;
      first = false;
      if (is_self) {
        frame().self_name = node(named).symbol;
      } else {
        bind_parameter(function, id);
      }
    }
  }
  if (frame().self_name != 0) m_environment.set(variable_of(index, frame().self_name), frame().self);
  m_graph.functions[index].parameters = std::move(function.parameters);
}

// What the function has stored in objects of its caller where it is left.
void Builder::finish_parameters() {
  const Function function = m_graph.functions[frame().function];
  const auto store_parts = [&](const Operand& held, ValueId after) {
    const auto parts = m_parts.find(held.object);
    if (after == 0 || parts == m_parts.end()) return;
    for (const Symbol label : parts->second) {
      const Operand* stored = m_environment.find(part_of(held.object, label));
      if (stored != nullptr) add_edge(whole(*stored, function.node), after, Step::store, label);
    }
  };
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    const Parameter& parameter = function.parameters[i];
    const Operand* held = m_environment.find(variable_of(frame().function, parameter.name));
    const auto& references = frame().references;
    if (held != nullptr && std::find(references.begin(), references.end(), parameter.name) != references.end()) {
      add_edge(whole(*held, function.node), parameter.after, Step::copy);
      continue;
    }
    // A parameter that was given another object is no longer the caller's.
    if (held == nullptr || held->object == 0 || held->object != frame().parameter_objects[i]) continue;
    store_parts(*held, parameter.after);
    if (held->value != parameter.value) add_edge(held->value, parameter.after, Step::copy);
  }
  if (function.self != 0) store_parts(frame().self, function.self_after);
}

void Builder::run_function(std::uint32_t index, bool inline_body) {
  if (m_steps_left == 0) {
    m_graph.limit_hit = true;
    return;
  }
  const NodeId id = m_graph.functions[index].node;
  const auto base = m_environment.checkpoint();
  const bool was_dead = m_dead;
  m_dead = false;
  Frame next;
  next.function = index;
  next.parent = frame().function;
  next.lexical = node(id).kind == Kind::lambda || !m_traits.assigns_locally;
  if (m_graph.functions[index].class_name == 0) {
    next.self = frame().self;  // an inner function sees the object of the outer one
    next.self_name = frame().self_name;
  }
  m_frames.push_back(std::move(next));
  bind_parameters(index);
  own_call(id);
  const NodeId code = child(id, Role::body);
  if (node(id).kind == Kind::class_declaration) {
    run_constructor(id);
  } else if (code != 0 && is_statement_list(node(code).kind)) {
    list(code);
  } else if (code != 0) {
    return_value(evaluate(code));
  }
  if (!m_dead) finish_parameters();
  run_later();
  m_frames.pop_back();
  m_dead = was_dead;
  const Changes changes = m_environment.changes_since(base);
  m_environment.undo_to(base);
  // A lambda may run or not, now or later: what it changed outside is possible from here on.
  if (inline_body) join({changes}, true);
}

}  // namespace codelake::sast::flow
