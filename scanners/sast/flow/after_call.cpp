// SPDX-License-Identifier: Apache-2.0
//
// What a call changes: the object it is called on and what is handed to it hold new values behind it.
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/flow/effects.h"
#include "scanners/sast/kinds.h"

#include <algorithm>
#include <array>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;
using syntax::symbol_of;

namespace {

// Methods by which the objects of every library take their arguments in: collections and builders of texts.
bool takes_in(Symbol method) {
  constexpr std::array k_names = {std::string_view("append"), std::string_view("add"),     std::string_view("push"),
                                  std::string_view("extend"), std::string_view("insert"),  std::string_view("put"),
                                  std::string_view("addAll"), std::string_view("unshift"), std::string_view("prepend"),
                                  std::string_view("update"), std::string_view("putAll"),  std::string_view("appendleft"),
                                  std::string_view("Append"), std::string_view("Add"),     std::string_view("WriteString"),
                                  std::string_view("offer"),  std::string_view("addLast"), std::string_view("push_back")};
  return std::any_of(k_names.begin(), k_names.end(), [&](std::string_view name) { return syntax::symbol_of(name) == method; });
}

// The last name of what is called; 0 where it has none.
Symbol called_name(const syntax::Tree& tree, NodeId call) {
  const NodeId callee = tree.child(call, Role::callee);
  const NodeId named = callee == 0 || tree[callee].kind != Kind::field_access ? 0 : tree.child(callee, Role::name);
  return named == 0 ? 0 : tree[named].symbol;
}

// A text or bytes in memory that is written to like a file.
bool is_buffer(Symbol type) {
  constexpr std::array k_names = {std::string_view("StringIO"),     std::string_view("BytesIO"), std::string_view("StringWriter"),
                                  std::string_view("StringBuffer"), std::string_view("Buffer"),  std::string_view("ByteArrayOutputStream"),
                                  std::string_view("MemoryStream"), std::string_view("StringBuilder")};
  return std::any_of(k_names.begin(), k_names.end(), [&](std::string_view name) { return syntax::symbol_of(name) == type; });
}

}  // namespace

// What the parts of an object may hold once a callee had it: what they held, or what the callee put there.
void Builder::renew_parts(const Operand& operand, ValueId changed, NodeId at) {
  const auto labels = m_parts.find(operand.object);
  if (operand.object == 0 || labels == m_parts.end() || m_collections.count(operand.object) == 0) return;
  for (const Symbol label : std::vector<Symbol>(labels->second)) {
    const Place place = part_of(operand.object, label);
    const Operand* held = m_environment.find(place);
    if (held == nullptr || length_of(operand.object)) continue;
    Operand renewed = *held;
    renewed.value = add_value(at);
    add_edge(held->value, renewed.value, Step::copy);
    add_edge(changed, renewed.value, Step::field, label);
    m_environment.set(place, renewed);
  }
}

// What a callee may have put into what a variable or part names: it holds that, or what it held.
ValueId Builder::replaced(NodeId at, Operand operand, NodeId call) {
  const ValueId changed = add_value(call);
  const ValueId after = add_value(call);
  add_edge(operand.value, after, Step::copy);
  add_edge(changed, after, Step::copy);
  renew_parts(operand, changed, call);
  operand.value = after;
  operand.constant = 0;
  set_place(at, operand);
  return changed;
}

// Whether a callee may give a variable that it is handed another value.
bool Builder::passes_place(NodeId argument, const Call& call) const {
  if (node(argument).kind == Kind::unary) return m_tree.symbol_text(argument) == "&";
  if (m_tree.language != "csharp") return m_outer.takes_reference(call.name);
  const std::string_view before = std::string_view(m_tree.source).substr(0, node(argument).begin);
  return before.ends_with("ref ") || before.ends_with("out ");
}

// The variables a call may have changed hold new values from here on.
void Builder::after_call(NodeId id, Call& call, const Operand& receiver) {
  const NodeId named_callee = child(id, Role::callee);
  const NodeId callee = named_callee == 0 ? id : named_callee;
  // What append("a").append(q) changes is what the first of them is called on.
  NodeId object = node(callee).kind != Kind::field_access ? 0 : child(callee, Role::object);
  while (object != 0 && node(object).kind == Kind::call && takes_in(called_name(m_tree, object))) object = child(child(object, Role::callee), Role::object);
  bool flows = receiver.value != 0 || receiver.object != 0;
  const bool unknown = call.callee == Call::k_no_function;
  const auto effect = unknown ? effect_of(m_tree.language, call.name, call.argument_count) : std::nullopt;
  std::size_t i = call.first_argument;
  const NodeId list = child(id, Role::arguments);
  // A list that is spread out at the end may stand for several arguments, or for none.
  const std::size_t last = call.first_argument + call.argument_count;
  for (NodeId at = list == 0 ? 0 : first_code(m_tree, list); at != 0 && i < last; at = next_code(m_tree, at), ++i) {
    flows = flows || m_graph.arguments[i].value != 0;
    const bool by_place = passes_place(at, call) || (effect && effect->takes(i - call.first_argument));
    const bool inner = by_place && (node(at).kind == Kind::unary || node(at).kind == Kind::variable_declaration);
    const NodeId named = !inner ? at : child(at, node(at).kind == Kind::unary ? Role::value : Role::name);
    const auto place = named == 0 || node(named).kind != Kind::identifier ? std::nullopt : find_name(node(named).symbol);
    const Operand* held = place ? m_environment.find(*place) : nullptr;
    if (held != nullptr && (held->object != 0 || by_place)) m_graph.arguments[i].after = replaced(named, Operand(*held), id);
  }
  const auto place = object == 0 ? std::nullopt : place_of(object);
  // What the variable holds, not what this use of it was marked as.
  const Operand* kept = place ? m_environment.find(*place) : nullptr;
  if (kept != nullptr && flows) call.receiver_after = replaced(object, Operand(*kept), id);
  if (effect) add_effect(call, *effect);
  const bool grows = m_tree.language == "ruby" && (call.name == syntax::symbol_of("concat") || call.name == syntax::symbol_of("replace"));
  if (!unknown || (!takes_in(call.name) && !is_buffer(call.type.name) && !grows)) return;
  for (std::size_t each = call.first_argument; each < m_graph.arguments.size(); ++each) {
    add_edge(m_graph.arguments[each].value, call.receiver_after, Step::effect);
  }
}

// What a function of a library puts where.
void Builder::add_effect(const Call& call, const Effect& effect) {
  const std::span<const Argument> arguments(m_graph.arguments.data() + call.first_argument, call.argument_count);
  std::vector<ValueId> from;
  std::vector<ValueId> to;
  if (effect.from == Effect::k_receiver) from.push_back(call.receiver);
  if (effect.to == Effect::k_receiver) to.push_back(call.receiver_after);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (effect.gives(i)) from.push_back(arguments[i].value);
    if (effect.takes(i)) to.push_back(arguments[i].after);
  }
  for (const ValueId each : from) {
    for (const ValueId into : to) add_edge(each, into, Step::effect);
  }
}

}  // namespace codelake::sast::flow
