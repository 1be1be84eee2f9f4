// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/flow/modifiers.h"
#include "scanners/sast/kinds.h"

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

// Expressions of one language, by the name its grammar gives them.
Operand Builder::other(NodeId id) {
  const std::string_view what = m_tree.symbol_text(id);
  if (what == "callable_reference" || what == "method_reference") {  // ::f
    NodeId last = 0;
    for (NodeId part = first_code(m_tree, id); part != 0; part = next_code(m_tree, part)) last = part;
    if (last != 0 && node(last).kind == Kind::identifier) return evaluate(last);
  }
  if (what == "sequence_expression") return last_of(id);
  if (what == "query_expression") return query(id);
  if (what == "with_expression") {
    const NodeId first = first_code(m_tree, id);
    const NodeId changes = first == 0 ? 0 : next_code(m_tree, first);
    if (changes == 0) return evaluate(first);
    const Operand original = evaluate(first);
    const Operand made = copy_of({original.value, original.object == 0 ? new_object() : original.object, 0}, id);
    for (NodeId field = first_code(m_tree, changes); field != 0; field = next_code(m_tree, field)) {
      const NodeId value = next_code(m_tree, field);
      if (value == 0) break;
      store(made.object, field_label(field), evaluate(value), id);
      field = value;
    }
    return made;
  }
  return operation(id, Step::operand);
}

// (a, b) in C and JavaScript: all are run, the last one counts.
Operand Builder::last_of(NodeId id) {
  Operand last;
  for (NodeId part = first_code(m_tree, id); part != 0; part = next_code(m_tree, part)) last = evaluate(part);
  return last;
}

// {total() { … }, get size() { … }}: a function under its name, or what it gives.
void Builder::keep_method(const Operand& object, NodeId method) {
  const Operand function = evaluate(method);
  const NodeId named = child(method, Role::name);
  const auto index = m_constants.function(function.constant);
  if (named == 0 || !index) return;
  if (!is_getter(m_tree, method)) return store(object.object, node(named).symbol, function, method);
  const Operand given{add_value(method), new_object(), 0};
  add_edge(m_graph.functions[*index].result, given.value, Step::callback);
  store(object.object, node(named).symbol, given, method);
}

// C#: from v in list where c select e gives a list of e.
Operand Builder::query(NodeId id) {
  const Operand made = empty_collection();
  for (NodeId clause = first_code(m_tree, id); clause != 0; clause = next_code(m_tree, clause)) {
    const std::string_view what = m_tree.symbol_text(clause);
    NodeId last = 0;
    for (NodeId part = first_code(m_tree, clause); part != 0; part = next_code(m_tree, part)) last = part;
    const NodeId named = child(clause, Role::name);
    if (what == "select_clause" && last != 0) {
      store(made.object, 0, evaluate(last), clause);
    } else if (named != 0 && last != 0 && last != named) {
      const Operand value = evaluate(last);
      assign(named, what == "from_clause" ? any_part(value, clause) : value);
    } else if (last != 0) {
      evaluate(last);
    }
  }
  return made;
}

}  // namespace codelake::sast::flow
