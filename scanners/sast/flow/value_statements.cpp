// SPDX-License-Identifier: Apache-2.0
//
// Statements that are values: x = if q then a else b, match ($n) { 1 => a }, val x = try { a } catch (e: E) { b }. What the last
// statement of each arm gives is put into a place of its own, so that arms are joined, and dead ones left out, as for variables:
//
//     x = case n          the place of the case is empty
//         when 1 then a   it holds a
//         else b          it holds b; behind the case it holds the join of both, which x is given
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/kinds.h"

#include <algorithm>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

bool has_arms(Kind kind) {
  return kind == Kind::if_statement || kind == Kind::switch_statement || kind == Kind::try_statement || kind == Kind::block;
}

// What stands between a statement with arms and the code in them.
bool is_arm(Kind kind) { return kind == Kind::switch_body || kind == Kind::switch_case || kind == Kind::catch_clause; }

}  // namespace

Operand Builder::value_of(NodeId id) {
  const Place place = part_of(new_object(), 0);
  m_environment.set(place, {});
  frame().valued.push_back({id, place});
  statement(id);
  frame().valued.pop_back();
  const Operand* given = m_environment.find(place);
  return given == nullptr ? Operand{} : *given;
}

// Whether code is an arm of the innermost statement that is asked for its value.
bool Builder::gives_value(NodeId id) const {
  const auto& valued = m_frames.back().valued;
  if (valued.empty() || node(id).kind == Kind::finally_clause) return false;
  NodeId around = id;
  if (around != valued.back().node) around = node(around).parent;
  while (around != valued.back().node && (is_arm(node(around).kind) || node(around).role == Role::alternative)) around = node(around).parent;
  return around == valued.back().node && node(id).role != Role::condition;
}

// Runs the last statement of an arm, or of a function that gives what it gives.
void Builder::last_statement(NodeId id, bool of_function) {
  Operand given;
  if (has_arms(node(id).kind)) {
    given = value_of(id);
  } else {
    statement(id);
    if (is_expression(node(id).kind)) given = m_given[id];
  }
  if (m_dead) return;
  if (of_function) return return_value(given);
  m_environment.set(frame().valued.back().place, given);
}

// Java: `yield a;` gives the value of the switch around and leaves it.
Operand Builder::yield(NodeId id) {
  const Operand given = evaluate(child(id, Role::value));
  auto& valued = frame().valued;
  if (m_tree.language != "java" || valued.empty()) {
    return_value(given);
    return given;
  }
  m_environment.set(valued.back().place, given);
  const auto target = std::find_if(frame().targets.rbegin(), frame().targets.rend(), [](const Target& one) { return !one.loop; });
  if (target == frame().targets.rend()) return {};
  target->breaks.push_back(m_environment.changes_since(target->base));
  m_dead = true;
  return {};
}

}  // namespace codelake::sast::flow
