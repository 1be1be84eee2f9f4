// SPDX-License-Identifier: Apache-2.0
//
// A loop's body is run once. Every variable it writes is, at its head, a value that joins what it held before with what it
// holds at the end of a round:
//
//     s = ""                      s: clean
//     for part in parts:          at the head s is v1; v1 has no edge yet
//       s = s + part              v2 = v1 + part
//                                 end of the round: edge v2 → v1; behind the loop s is v1
#include "scanners/sast/flow/build.h"
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/kinds.h"

#include <algorithm>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

// Adds the variable an assignment to `target` writes, and the known parts of the object it may change.
void Builder::note_written(NodeId target, std::vector<Place>& places) {
  while (node(target).kind == Kind::field_access || node(target).kind == Kind::index) {
    const NodeId object = child(target, Role::object);
    if (object == 0) return;
    target = object;
  }
  if (node(target).kind != Kind::identifier) {
    for (NodeId part = first_code(m_tree, target); part != 0; part = next_code(m_tree, part)) {
      if (part != target) note_written(part, places);
    }
    return;
  }
  const auto place = find_name(node(target).symbol);
  if (!place) return;
  places.push_back(*place);
  const Operand* held = m_environment.find(*place);
  const auto parts = held == nullptr ? m_parts.end() : m_parts.find(held->object);
  if (held == nullptr || held->object == 0 || parts == m_parts.end()) return;
  for (const auto label : parts->second) places.push_back(part_of(held->object, label));
}

// The places that code may change, as far as they exist before it.
std::vector<Place> Builder::written_in(NodeId loop) {
  std::vector<Place> places;
  for (NodeId id = loop; id < node(loop).subtree_end; ++id) {
    if (m_steps_left > 0) m_steps_left -= 1;
    if ((m_wanted[id] & k_passed) != 0) places.push_back(passing_place());
    const Kind kind = node(id).kind;
    NodeId target = 0;
    if (kind == Kind::assignment || kind == Kind::for_each_statement) target = child(id, Role::left);
    if (kind == Kind::unary && m_tree.symbol_text(id).find_first_of("+-") != std::string_view::npos) target = child(id, Role::value);
    if (kind == Kind::call && node(child(id, Role::callee)).kind == Kind::field_access) target = child(id, Role::callee);
    if (target != 0) note_written(target, places);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

void Builder::loop(NodeId id) {
  const NodeId first = child(id, Role::initializer);
  if (first != 0) statement(first);
  const bool each = node(id).kind == Kind::for_each_statement;
  const Operand items = each && child(id, Role::right) != 0 ? evaluate(child(id, Role::right)) : Operand{};
  std::vector<std::pair<Place, ValueId>> heads;
  if (m_steps_left > 0) {
    for (const Place place : written_in(id)) {
      const Operand* held = m_environment.find(place);
      if (held == nullptr && place != passing_place()) continue;
      const Operand before = held == nullptr ? Operand{} : *held;
      const ValueId head = add_value(id);
      add_edge(before.value, head, Step::copy);
      m_environment.set(place, {head, before.object, 0});
      heads.emplace_back(place, head);
    }
  } else {
    m_graph.limit_hit = true;
  }
  const auto base = m_environment.checkpoint();
  Target target;
  target.loop = true;
  target.base = base;
  const NodeId around = node(id).parent;
  if (node(around).kind == Kind::labeled_statement) target.label = node(child(around, Role::label)).symbol;
  frame().targets.push_back(std::move(target));
  const bool once_at_least = node(id).kind == Kind::do_statement;
  const NodeId condition = child(id, Role::condition);
  int known = -1;
  if (condition != 0 && !once_at_least) known = m_constants.truth(evaluate(condition).constant);
  if (each) bind_each(id, items);
  if (condition != 0 && !once_at_least) apply(m_guards.checks_of(condition).yes, condition);
  if (known != 0) body(child(id, Role::body));
  Target done = std::move(frame().targets.back());
  frame().targets.pop_back();
  std::vector<Changes> rounds = std::move(done.continues);
  if (!m_dead) rounds.push_back(m_environment.changes_since(base));
  m_environment.undo_to(base);
  join(rounds, false);
  if (!m_dead) {
    if (child(id, Role::update) != 0) evaluate(child(id, Role::update));
    if (condition != 0 && once_at_least) evaluate(condition);
    for (const auto& [place, head] : heads) add_edge(whole(*m_environment.find(place), id), head, Step::copy);
  }
  // Left by the condition (unless it always holds) or by a break.
  std::vector<Changes> ends = std::move(done.breaks);
  const bool by_condition = ends.empty() && condition != 0;
  if (!m_dead && known != 1) ends.push_back(m_environment.changes_since(base));
  m_environment.undo_to(base);
  join(ends, !once_at_least && known != 1);
  if (by_condition && !m_dead) apply(m_guards.checks_of(condition).no, condition);
  const NodeId otherwise = child(id, Role::alternative);
  if (otherwise != 0 && !m_dead) body(otherwise);
}

}  // namespace codelake::sast::flow
