// SPDX-License-Identifier: Apache-2.0
//
// Values that are put together without a function: T{a: x}, []T{x, y}, map[K]V{"k": x}, and what goes through a channel.
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/kinds.h"

#include <algorithm>
#include <charconv>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;
using syntax::symbol_of;

// What a literal behind a type makes; nothing where a function is called.
std::optional<Operand> Builder::composite(NodeId id) {
  const bool go = m_tree.language == "go";
  const bool creates = (node(id).flags & syntax::k_creation) != 0;
  const NodeId type = child(id, Role::callee);
  const NodeId list = child(id, Role::arguments);
  if (!creates || type == 0 || list == 0 || (!go && m_tree.language != "rust")) return std::nullopt;
  const std::string_view kind = m_tree.symbol_text(type);
  if (go && (kind == "map" || kind.starts_with("["))) return collection(list);
  const bool empty = go && first_code(m_tree, list) == 0;
  if (!empty && !names_all_fields(list) && !(go && is_positional(list, last_symbol(type)))) return std::nullopt;
  const ClassName named = class_named(type);
  const auto& fields = m_declared_fields[named.name];
  const Operand made{0, new_object(), 0};
  m_types[made.object] = named;
  if (go) m_copied.insert(made.object);
  std::size_t position = 0;
  for (NodeId part = first_code(m_tree, list); part != 0; part = next_code(m_tree, part)) {
    const bool keyed = node(part).kind == Kind::keyword_argument;
    const Symbol field = keyed ? node(child(part, Role::name)).symbol : fields[position++];
    store(made.object, field, evaluate(part), part);
  }
  return made;
}

// Whether a literal gives every field of its class, in order.
bool Builder::is_positional(NodeId list, Symbol class_name) const {
  const auto fields = m_declared_fields.find(class_name);
  std::size_t count = 0;
  for (NodeId part = first_code(m_tree, list); part != 0; part = next_code(m_tree, part)) {
    if (node(part).kind == Kind::keyword_argument) return false;
    count += 1;
  }
  return count != 0 && fields != m_declared_fields.end() && fields->second.size() == count;
}

// T{a: x} puts an object together and calls nothing.
bool Builder::names_all_fields(NodeId list) const {
  if (first_code(m_tree, list) == 0) return false;
  for (NodeId id = first_code(m_tree, list); id != 0; id = next_code(m_tree, id)) {
    if (node(id).kind != Kind::keyword_argument) return false;
  }
  return true;
}

// What a variable holds that is given another one's value: the same object, or a copy where the language makes one.
Operand Builder::copied(const Operand& operand, NodeId at) {
  const bool array = m_tree.language == "php" && m_collections.count(operand.object) != 0;
  const Kind kind = node(at).kind;
  const bool names = kind == Kind::identifier || kind == Kind::field_access || kind == Kind::index;
  if (operand.object == 0 || !names || (!array && m_copied.count(operand.object) == 0)) return operand;
  const Operand copy = copy_of(operand, at);
  if (!array) m_copied.insert(copy.object);
  return copy;
}

// channel <- value
Operand Builder::sent(NodeId channel, const Operand& value) {
  const Operand into = holder(channel);
  store(into.object, 0, value, channel);
  keep_part(channel, 0, whole(value, channel));
  return {};
}

// list[1:3], where the list is known piece by piece.
std::optional<Operand> Builder::slice(const Operand& list, NodeId bounds) {
  const auto length = length_of(list.object);
  const std::string_view text = m_tree.text(bounds);
  const std::size_t colon = text.find(':');
  if (node(bounds).kind != Kind::slice || !length || colon == std::string_view::npos || text.find(':', colon + 1) != std::string_view::npos) return std::nullopt;
  const auto bound = [&](std::string_view written, std::int64_t otherwise) -> std::optional<std::int64_t> {
    while (!written.empty() && (written.front() == '[' || written.front() == ' ')) written.remove_prefix(1);
    while (!written.empty() && (written.back() == ']' || written.back() == ' ')) written.remove_suffix(1);
    if (written.empty()) return otherwise;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    if (error != std::errc() || end != written.data() + written.size()) return std::nullopt;
    return std::clamp<std::int64_t>(number < 0 ? number + *length : number, 0, *length);
  };
  const auto from = bound(text.substr(0, colon), 0);
  const auto to = bound(text.substr(colon + 1), *length);
  if (!from || !to) return std::nullopt;
  const Operand made{0, new_object(), 0};
  m_collections.insert(made.object);
  for (std::int64_t i = *from; i < *to; ++i) store(made.object, label_of_position(i - *from), part(list, label_of_position(i), bounds), bounds);
  set_length(made.object, std::max<std::int64_t>(*to - *from, 0));
  return made;
}

// append(list, x, y…)
Operand Builder::appended(NodeId id, const std::vector<Operand>& arguments) {
  const Operand made{0, new_object(), 0};
  m_collections.insert(made.object);
  std::int64_t position = 0;
  bool known = spread_into(made.object, arguments[0], position, id);
  NodeId part = first_code(m_tree, child(id, Role::arguments));
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    part = next_code(m_tree, part);
    if (node(part).kind == Kind::spread) {
      known = spread_into(made.object, arguments[i], position, id) && known;
    } else {
      store(made.object, known ? label_of_position(position++) : 0, arguments[i], id);
    }
  }
  if (known) set_length(made.object, position);
  return made;
}

}  // namespace codelake::sast::flow
