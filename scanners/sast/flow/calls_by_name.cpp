// SPDX-License-Identifier: Apache-2.0
//
// Calls that look like a name or a field: Ruby's and Scala's `user.name`, and properties that run code when they are read. What
// nothing is known of gives that part of the object.
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/flow/plain_results.h"

#include <algorithm>
#include <array>
#include <string>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;
using syntax::symbol_of;

namespace {

// The position that a field of a pair or tuple is named for; -1 for others.
int position_named(std::string_view language, std::string_view field) {
  constexpr std::array k_kotlin = {std::string_view("first"), std::string_view("second"), std::string_view("third")};
  const bool numbered = language == "csharp" ? field.starts_with("Item") && field.size() == 5 : language == "scala" && field.starts_with('_') && field.size() == 2;
  if (numbered && field.back() > '0' && field.back() <= '9') return field.back() - '1';
  if ((language == "rust" || language == "swift") && field.size() == 1 && field[0] >= '0' && field[0] <= '9') return field[0] - '0';
  if (language != "kotlin") return -1;
  const auto found = std::find(k_kotlin.begin(), k_kotlin.end(), field);
  return found == k_kotlin.end() ? -1 : static_cast<int>(found - k_kotlin.begin());
}

}  // namespace

// Ruby keeps what is read as `user.name` in @name; pair.first is what stands at its first position.
Symbol Builder::field_label(NodeId name) const {
  const int position = position_named(m_tree.language, m_tree.text(name));
  if (position >= 0) return label_of_position(position);
  return m_tree.language == "ruby" ? symbol_of("@" + std::string(m_tree.text(name))) : node(name).symbol;
}

Operand Builder::called_by_name(NodeId id, const Operand& receiver) {
  const NodeId object = child(id, Role::object);
  const NodeId named = object == 0 ? id : child(id, Role::name);
  const std::string_view text = m_tree.text(named);
  if (object == 0 && (text[0] < 'a' || text[0] > 'z')) return {};  // Ruby: $global, Constant
  Call call;
  call.node = id;
  call.function = frame().function;
  call.name = node(named).symbol;
  call.dotted = m_imports.dotted(id);
  call.has_receiver = object != 0;
  if (object != 0) {
    call.receiver = whole(receiver, object);
    call.on_self = is_self(object);
    call.type = type_of(object, receiver);
    call.import = node(object).kind == Kind::identifier ? import_of(object) : 0;
    if (const auto known = collection_call(id, call, receiver, {})) return *known;
  }
  call.result = add_value(id);
  Operand result{call.result, new_object(), 0};
  const auto function = m_constants.function(receiver.constant);
  if (function && text == "call") call.callee = *function;
  ValueId from = call.receiver;
  if (const auto step = step_into_result(m_tree.language, {text, {}, call.has_receiver}); step && from != 0) {
    from = add_value(id);
    add_edge(call.receiver, from, *step);
    add_edge(from, call.result, Step::receiver);
  } else {
    const bool elements = m_collections.count(receiver.object) != 0;
    add_edge(from, call.result, Step::receiver, object == 0 || elements ? 0 : field_label(named));
  }
  after_call(id, call, receiver);
  m_graph.calls.push_back(call);
  return result;
}

}  // namespace codelake::sast::flow
