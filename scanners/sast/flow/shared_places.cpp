// SPDX-License-Identifier: Apache-2.0
//
// What outlives the function that stores it: variables outside of it and fields of classes. Each has one value that all
// functions store into and read from, whatever their order: `def keep(q): Shop.last = q` and `def show(): return Shop.last`.
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/flow/collection_names.h"

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;

// What functions store in a variable of `owner`.
ValueId Builder::outer_value(std::uint32_t owner, Symbol name) {
  const auto [at, added] = m_outer_values.try_emplace({owner, name}, 0);
  if (added) at->second = add_value(m_graph.functions[owner].node);
  return at->second;
}

// What a variable holds as far as its surroundings tell, or what another function put there.
Operand Builder::with_outer(std::uint32_t owner, const Operand& held, NodeId at) {
  const Symbol name = node(at).symbol;
  if (!m_outer.holds(m_graph.functions[owner].node, name)) return held;
  const ValueId value = add_value(at);
  add_edge(outer_value(owner, name), value, Step::outer);
  return joined(held, {value, 0, 0});
}

void Builder::keep_outer(std::uint32_t owner, const Operand& operand, NodeId target) {
  const Symbol name = node(target).symbol;
  if (m_outer.holds(m_graph.functions[owner].node, name)) add_edge(whole(operand, target), outer_value(owner, name), Step::outer);
}

// The same for what is stored in a part of an outer variable, or in a field of a class.
void Builder::keep_part(NodeId target, Symbol label, ValueId value) {
  const NodeId object = child(target, Role::object);
  if (value == 0 || object == 0) return;
  if (const Symbol owner = class_meant(object); owner != 0 && node(target).kind == Kind::field_access) {
    add_edge(value, class_field(owner, label), Step::outer);
  }
  NodeId base = object;
  while (node(base).kind == Kind::field_access || node(base).kind == Kind::index) base = child(base, Role::object);
  std::uint32_t owner = 0;
  if (base == 0 || node(base).kind != Kind::identifier || is_self(base) || !find_name(node(base).symbol, &owner)) return;
  if (owner == frame().function || !m_outer.holds(m_graph.functions[owner].node, node(base).symbol)) return;
  const ValueId stored = add_value(target);
  add_edge(value, stored, base == object && label != 0 ? Step::store : Step::copy, base == object ? label : 0);
  add_edge(stored, outer_value(owner, node(base).symbol), Step::outer);
}

// The class of the file that a name stands for; 0: none.
Symbol Builder::class_meant(NodeId object) const {
  return node(object).kind == Kind::identifier && m_outer.names_class(node(object).symbol) ? node(object).symbol : 0;
}

// Shop.last
Operand Builder::static_field(NodeId access, const Operand& object) {
  const Symbol field = node(child(access, Role::name)).symbol;
  const ValueId value = add_value(access);
  add_edge(class_field(class_meant(child(access, Role::object)), field), value, Step::outer);
  const Operand found{value, new_object(), 0};
  return object.value == 0 ? found : joined(found, part(object, field, access));
}

// things.push(x), where the things are an outer variable's.
void Builder::keep_taken(const Call& call) {
  const NodeId callee = child(call.node, Role::callee);
  if (!call.has_receiver || !puts_in(call.name, call.argument_count)) return;
  for (std::size_t i = 0; i < call.argument_count; ++i) keep_part(callee, 0, m_graph.arguments[call.first_argument + i].value);
}

}  // namespace codelake::sast::flow
