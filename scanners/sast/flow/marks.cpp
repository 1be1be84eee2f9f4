// SPDX-License-Identifier: Apache-2.0
//
// What rules ask of places in the code. A node that was asked for gets a value of its own, so that a rule's mark on this use
// touches no other one; what the code does by passing a place, or by leaving a function, are values too:
//
//     make(x)        asked to stay: x holds a value of its own from here on, beside that of this use
//     start()        asked for passing: a hidden variable of the function holds a new value
//     run()          asked for being reached: what that variable holds here
//     return 0       asked as an exit: one value that all variables of the function flow into
#include "scanners/sast/flow/build.h"
#include "scanners/sast/flow/builder.h"

#include <algorithm>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Symbol;

namespace {

const Symbol k_passing = syntax::symbol_of("#passing");

bool is_place(Kind kind) { return kind == Kind::identifier || kind == Kind::field_access || kind == Kind::index; }

}  // namespace

void Builder::note(NodeId id, Mark mark, ValueId value) {
  m_graph.marked[static_cast<std::size_t>(mark)].emplace_back(id, value);
}

Operand Builder::own_value(NodeId id, const Operand& operand) {
  Operand own = operand;
  own.value = add_value(id);
  add_edge(whole(operand, id), own.value, Step::copy);
  return own;
}

// Gives a node that is read what was asked for.
Operand Builder::mark(NodeId id, const Operand& operand) {
  const std::uint8_t wanted = m_wanted[id];
  if ((wanted & (k_passed | k_reached)) != 0) note_passing(id);
  if ((wanted & k_wanted) == 0) return operand;
  Operand own = own_value(id, operand);
  note(id, Mark::own, own.value);
  if ((wanted & k_stays) == 0 || !is_place(node(id).kind)) return own;
  Operand after = own_value(id, operand);
  own.object = after.object = 0;  // its parts, too, are the new value's
  note(id, Mark::stays, after.value);
  if (node(id).kind == Kind::identifier) {
    assign_name(id, after);
  } else {
    assign(id, after);
  }
  return own;
}

// The same for a name that is given a value: what it holds there it holds from there on.
Operand Builder::mark_target(NodeId id, const Operand& operand) {
  if ((m_wanted[id] & k_wanted) == 0) return operand;
  Operand own = own_value(id, operand);
  note(id, Mark::own, own.value);
  if ((m_wanted[id] & k_stays) == 0) return own;
  note(id, Mark::stays, own.value);
  own.object = 0;
  return own;
}

// The hidden variable that tells what was passed; a lambda runs in the function around it.
Place Builder::passing_place() const {
  std::uint32_t function = m_frames.back().function;
  while (function != 0 && node(m_graph.functions[function].node).kind == Kind::lambda) function = m_graph.functions[function].parent;
  return variable_of(function, k_passing);
}

void Builder::note_passing(NodeId id) {
  const Place place = passing_place();
  const Operand* held = m_environment.find(place);
  const ValueId before = held == nullptr ? 0 : held->value;
  if ((m_wanted[id] & k_reached) != 0 && before != 0) note(id, Mark::reached, before);
  if ((m_wanted[id] & k_passed) == 0) return;
  const ValueId passed = add_value(id);
  add_edge(before, passed, Step::copy);
  note(id, Mark::passed, passed);
  m_environment.set(place, {passed, 0, 0});
}

// The function is left behind this statement.
void Builder::note_exit(NodeId id) {
  if ((m_wanted[id] & k_exit) == 0) return;
  const ValueId all = add_value(id);
  const NodeId function = m_graph.functions[frame().function].node;
  std::set<Symbol> names;
  for (NodeId at = function; at < node(function).subtree_end; ++at) {
    if (m_steps_left > 0) m_steps_left -= 1;
    if (node(at).kind != Kind::identifier || !names.insert(node(at).symbol).second) continue;
    const Operand* held = m_environment.find(variable_of(frame().function, node(at).symbol));
    if (held != nullptr) add_edge(whole(Operand(*held), id), all, Step::copy);
  }
  add_edge(whole(frame().self, id), all, Step::copy);
  note(id, Mark::exit, all);
}

}  // namespace codelake::sast::flow
