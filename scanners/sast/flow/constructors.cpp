// SPDX-License-Identifier: Apache-2.0
//
// Classes that are made by what stands in their head: class Box(val v: String) : Base(v), record Rec(string V), and PHP's
// parameters that are fields at once. The class itself is run as the function that makes it: its parameters, what its fields
// begin with, its base.
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/kinds.h"

#include <algorithm>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;
using syntax::symbol_of;

void Builder::run_constructor(NodeId id) {
  for (NodeId bases = m_tree.first_child(id); bases != 0; bases = m_tree.next_sibling(bases)) {
    if (node(bases).role != Role::bases) continue;
    NodeId type = 0;
    for (NodeId base = first_code(m_tree, bases); base != 0; base = next_code(m_tree, base)) {
      if (node(base).kind == Kind::call) base_call(child(base, Role::arguments), base, last_symbol(child(base, Role::callee)));
      if (node(base).kind == Kind::arguments && type != 0) base_call(base, base, last_symbol(type));
      type = base;
    }
  }
  const NodeId members = child(id, Role::body);
  for (NodeId member = members == 0 ? 0 : first_code(m_tree, members); member != 0; member = next_code(m_tree, member)) {
    if (node(member).kind == Kind::block) list(member);  // Kotlin: init { }
    const NodeId named = child(member, Role::name);
    const NodeId value = child(member, Role::value);
    if (node(member).kind != Kind::variable_declaration || named == 0 || value == 0) continue;
    set_part(frame().self, node(named).symbol, evaluate(value), member);
  }
}

// A parameter that is a field at once.
void Builder::keep_promoted(NodeId parameter, const Operand& operand) {
  const Function& function = m_graph.functions[frame().function];
  const NodeId named = child(parameter, Role::name);
  if (named == 0 || node(named).kind != Kind::identifier || frame().self.object == 0) return;
  const bool of_head = node(function.node).kind == Kind::class_declaration;
  if (of_head) return set_part(frame().self, node(named).symbol, operand, parameter);
  if (m_tree.language != "php" || child(parameter, Role::modifiers) == 0) return;
  set_part(frame().self, symbol_of(m_tree.text(named).substr(1)), operand, parameter);  // $v is the field v
}

// The constructor of the base, called on the object that is being made.
void Builder::base_call(NodeId list, NodeId at, Symbol name) {
  Call call;
  call.node = at;
  call.function = frame().function;
  call.name = name;
  call.on_base = call.on_self = call.has_receiver = true;
  call.receiver = frame().self.value;
  add_arguments(list, call);
  call.result = add_value(at);
  m_graph.calls.push_back(call);
}

// C#: public Box(string v) : base(v) { }
void Builder::own_call(NodeId function) {
  if (m_tree.language != "csharp") return;
  for (NodeId part = m_tree.first_child(function); part != 0; part = m_tree.next_sibling(part)) {
    if (node(part).role != Role::bases || node(part).kind != Kind::call) continue;
    const Symbol own = m_graph.functions[frame().function].class_name;
    const auto declared = std::find_if(m_graph.classes.rbegin(), m_graph.classes.rend(), [&](const Class& one) { return one.name == own; });
    if (declared != m_graph.classes.rend() && !declared->bases.empty()) base_call(child(part, Role::arguments), part, declared->bases.front().name);
  }
}

// A property that is read by running code: public string Name => first + last;
void Builder::note_getter(NodeId member) {
  const NodeId named = child(member, Role::name);
  const NodeId code = child(member, Role::body);
  if (named == 0 || code == 0) return;
  const Symbol property = node(named).symbol;
  NodeId getter = node(code).kind == Kind::block ? member : 0;
  const bool accessors = node(code).kind == Kind::class_body;
  for (NodeId each = accessors ? first_code(m_tree, code) : 0; each != 0; each = next_code(m_tree, each)) {
    const NodeId word = child(each, Role::name);
    if (word != 0 && m_tree.text(word) == "get" && child(each, Role::body) != 0) getter = each;
  }
  if (node(code).kind == Kind::function && m_tree.text(code).starts_with("get")) getter = code;
  if (getter == 0) return;
  declare(getter, property);
  m_getters.insert(property);
  frame().later.push_back(getter);
}

}  // namespace codelake::sast::flow
