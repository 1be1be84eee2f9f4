// SPDX-License-Identifier: Apache-2.0
//
// What a loop over a collection gives its variables: keys apart from what they lead to, and positions, which hold no data.
//
//     for i, part in enumerate(parts):        i: nothing, part: an element
//     foreach ($row as $column => $cell)      $column: a key, $cell: an element
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/kinds.h"

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::symbol_of;

namespace {

// Languages whose loops over a map give keys and values together.
bool gives_pairs(std::string_view language) {
  return language == "kotlin" || language == "csharp" || language == "ruby" || language == "scala";
}

}  // namespace

void Builder::bind_each(NodeId loop, const Operand& items) {
  const NodeId left = child(loop, Role::left) != 0 ? child(loop, Role::left) : child(loop, Role::name);
  if (left == 0) return;
  const bool keyed = node(left).kind == Kind::pair;
  const NodeId first = keyed ? child(left, Role::key) : first_code(m_tree, left);
  const NodeId second = keyed ? child(left, Role::value) : first == 0 ? 0 : next_code(m_tree, first);
  const bool apart = node(left).kind == Kind::tuple && (m_tree.language == "go" || (gives_pairs(m_tree.language) && is_map(items)));
  if ((keyed || apart) && second != 0) {
    assign(first, any_key(items, first));
    return assign(second, any_part(items, second));
  }
  if (bind_elements(left, child(loop, Role::right))) return;
  // Alone, it is the key: `for (k in object)`, `for k in dictionary`, `for i := range list`.
  const bool list = length_of(items.object).has_value();
  const bool keys = node(loop).symbol == symbol_of("in") || m_tree.language == "go" || (m_tree.language == "python" && !list);
  assign(left, declared_as(child(loop, Role::type), keys ? any_key(items, left) : any_part(items, left), loop));
}

// Takes apart what a call gives whose elements are known to be of several parts. False when it is no such call.
bool Builder::bind_elements(NodeId target, NodeId items) {
  const bool several = node(target).kind == Kind::tuple || node(target).kind == Kind::list;
  const NodeId callee = items == 0 || node(items).kind != Kind::call ? 0 : child(items, Role::callee);
  if (!several || callee == 0) return false;
  const NodeId list = child(items, Role::arguments);
  const NodeId argument = list == 0 ? 0 : first_code(m_tree, list);
  const bool method = node(callee).kind == Kind::field_access;
  const NodeId named = method ? child(callee, Role::name) : callee;
  const auto name = named == 0 ? syntax::Symbol{} : node(named).symbol;
  const NodeId first = first_code(m_tree, target);
  const NodeId second = first == 0 ? 0 : next_code(m_tree, first);
  if (second == 0) return false;
  const bool of_argument = argument != 0 && name == symbol_of(method ? "entries" : "enumerate");
  const bool of_receiver = method && argument == 0 && (name == symbol_of("items") || name == symbol_of("entries"));
  if (of_argument || of_receiver) {
    const NodeId from = of_argument ? argument : child(callee, Role::object);
    assign(first, name == symbol_of("enumerate") ? Operand{} : any_key(m_given[from], first));
    assign(second, any_part(m_given[from], second));
    return true;
  }
  if (method || argument == 0 || name != symbol_of("zip")) return false;
  NodeId from = argument;
  for (NodeId part = first; part != 0 && from != 0; part = next_code(m_tree, part), from = next_code(m_tree, from)) {
    assign(part, any_part(m_given[from], part));
  }
  return true;
}

}  // namespace codelake::sast::flow
