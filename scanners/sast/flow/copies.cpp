// SPDX-License-Identifier: Apache-2.0
//
// Collections made of others or of what is listed: copies, listOf(a, b), mapOf("k" to v), functions on the list that is their first
// argument. What is known piece by piece stays so.
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/kinds.h"

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;

Operand Builder::empty_collection() {
  const Operand made{0, new_object(), 0};
  m_collections.insert(made.object);
  return made;
}

void Builder::append(const Operand& list, const Operand& element, NodeId at) {
  const auto length = length_of(list.object);
  store(list.object, length ? label_of_position(*length) : 0, element, at);
  if (length) set_length(list.object, *length + 1);
}

// Another object that holds the same.
Operand Builder::copy_of(const Operand& original, NodeId at) {
  Operand copy = original;
  const auto labels = m_parts.find(original.object);
  if (original.object == 0) return copy;
  copy.object = new_object();
  if (m_collections.count(original.object) != 0) m_collections.insert(copy.object);
  if (const auto type = m_types.find(original.object); type != m_types.end()) m_types.insert({copy.object, ClassName(type->second)});
  if (labels == m_parts.end()) return copy;
  for (const Symbol label : std::vector<Symbol>(labels->second)) {
    const Operand* held = m_environment.find(part_of(original.object, label));
    if (held != nullptr) store(copy.object, label, Operand(*held), at);
  }
  return copy;
}

// Takes the elements of another collection in; false when nothing is known of their places and of those that stand there.
bool Builder::extend(const Operand& target, const Operand& other, NodeId at) {
  const auto length = length_of(target.object);
  const auto more = length_of(other.object);
  if (length && more) {
    for (std::int64_t i = 0; i < *more; ++i) append(target, part(other, label_of_position(i), at), at);
    return true;
  }
  const auto labels = m_parts.find(other.object);
  if (!length && !more && other.object != 0 && m_collections.count(other.object) != 0) {
    if (labels == m_parts.end()) return true;
    for (const Symbol label : std::vector<Symbol>(labels->second)) {
      const Operand* held = m_environment.find(part_of(other.object, label));
      if (held != nullptr) store(target.object, label, Operand(*held), at);
    }
    return true;
  }
  const ValueId all = whole(other, at);
  if (all != 0) store(target.object, 0, {all, 0, 0}, at);
  return true;
}

// Keys that were written down hold nothing of the values.
std::optional<Operand> Builder::keys_of(const Operand& map) {
  if (map.value != 0 || m_environment.find(part_of(map.object, 0)) != nullptr) return std::nullopt;
  return empty_collection();
}

std::optional<Operand> Builder::filled_collection(NodeId id, const std::vector<Operand>& arguments) {
  const NodeId callee = child(id, Role::callee);
  const Family made_of = callee == 0 ? Family::any : filled_by(m_tree.language, m_tree.text(callee));
  if (made_of == Family::any) return std::nullopt;
  const Operand made = empty_collection();
  if (made_of == Family::list) set_length(made.object, 0);
  const NodeId list = child(id, Role::arguments);
  NodeId at = list == 0 ? 0 : first_code(m_tree, list);
  for (std::size_t i = 0; i < arguments.size() && at != 0; ++i, at = next_code(m_tree, at)) {
    if (node(at).kind == Kind::spread) return std::nullopt;
    if (made_of == Family::list) {
      append(made, arguments[i], at);
      continue;
    }
    const Operand key = part(arguments[i], label_of_position(0), at);
    store(made.object, label_of(at, key), part(arguments[i], label_of_position(1), at), at);
  }
  return made;
}

std::optional<Operand> Builder::called_on_first(NodeId id, const std::vector<Operand>& arguments) {
  const NodeId callee = child(id, Role::callee);
  if (callee != 0 && m_tree.language == "php" && m_tree.text(callee) == "unset") {
    const NodeId list = child(id, Role::arguments);
    for (NodeId at = list == 0 ? 0 : first_code(m_tree, list); at != 0; at = next_code(m_tree, at)) assign(at, {});
    return Operand{};
  }
  const Verb verb = callee == 0 || arguments.empty() ? Verb::none : verb_of_function(m_tree.language, m_tree.text(callee));
  if (verb == Verb::none || arguments[0].object == 0 || m_collections.count(arguments[0].object) == 0) return std::nullopt;
  const std::vector<Operand> others(arguments.begin() + 1, arguments.end());
  if (verb == Verb::append) {
    for (const Operand& each : others) append(arguments[0], each, id);
    return Operand{};
  }
  if ((verb == Verb::merge || verb == Verb::prepend) && others.size() != 1) return std::nullopt;
  return changed_collection(id, verb, arguments[0], others);
}

// a to b, a -> b: a pair. l + m of two lists: both, one behind the other. l << a puts a in. Nothing for other operators.
std::optional<Operand> Builder::joined_collections(NodeId id, std::string_view operation, const Operand& left, const Operand& right) {
  const NodeId word = child(id, Role::name);
  if ((word != 0 && m_tree.text(word) == "to") || (operation == "->" && m_tree.language == "scala")) {
    const Operand pair = empty_collection();
    set_length(pair.object, 0);
    append(pair, left, id);
    append(pair, right, id);
    return pair;
  }
  if (left.object == 0 || m_collections.count(left.object) == 0) return std::nullopt;
  if (operation == "<<" && m_tree.language == "ruby") {
    append(left, right, id);
    return left;
  }
  const bool lists = operation == "+" || operation == "++";
  if (!lists || right.object == 0 || m_collections.count(right.object) == 0) return std::nullopt;
  const Operand both = copy_of(left, id);
  extend(both, right, id);
  return both;
}

// A map whose keys were all written down.
bool Builder::is_map(const Operand& operand) const {
  const auto labels = m_parts.find(operand.object);
  const bool known = operand.object != 0 && m_collections.count(operand.object) != 0 && labels != m_parts.end();
  return known && operand.value == 0 && !length_of(operand.object) && m_environment.find(part_of(operand.object, 0)) == nullptr;
}

// map.values, map.keys, map.entries
std::optional<Operand> Builder::view_of_collection(NodeId id, const Operand& collection) {
  const std::string_view view = m_tree.text(child(id, Role::name));
  if (view == "keys" || view == "Keys") return keys_of(collection);
  if (view != "values" && view != "Values" && view != "entries") return std::nullopt;
  return changed_collection(id, Verb::all, collection, {});
}

// Ruby: Point = Struct.new(:x, :y)
bool Builder::keep_struct(Symbol name, NodeId source) {
  if (m_tree.language != "ruby" || source == 0 || node(source).kind != Kind::call) return false;
  const NodeId callee = child(source, Role::callee);
  const NodeId list = child(source, Role::arguments);
  if (callee == 0 || list == 0 || (m_tree.text(callee) != "Struct.new" && m_tree.text(callee) != "Data.define")) return false;
  auto& fields = m_declared_fields[name];
  for (NodeId at = first_code(m_tree, list); at != 0; at = next_code(m_tree, at)) {
    if (node(at).kind == Kind::unary) fields.push_back(field_label(m_tree.first_child(at)));
  }
  m_structs.insert(name);
  return true;
}

std::optional<Operand> Builder::made_of_struct(const Call& call, const std::vector<Operand>& values, NodeId at) {
  static const Symbol k_open = syntax::symbol_of("OpenStruct");
  const bool open = call.name == k_open && m_tree.language == "ruby";
  if (!call.creates || (!open && m_structs.count(call.name) == 0)) return std::nullopt;
  const Operand made{0, new_object(), 0};
  m_types[made.object] = {call.name, call.import};
  const auto& fields = m_declared_fields[call.name];
  const NodeId list = child(at, Role::arguments);
  NodeId given = list == 0 ? 0 : first_code(m_tree, list);
  for (std::size_t i = 0; i < values.size() && given != 0; ++i, given = next_code(m_tree, given)) {
    const bool named = node(given).kind == Kind::keyword_argument;
    const Symbol label = named ? field_label(child(given, Role::name)) : i < fields.size() ? fields[i] : 0;
    store(made.object, label, values[i], at);
  }
  return made;
}

// Kotlin: record.copy(name = a)
std::optional<Operand> Builder::copied_with(NodeId id, const Operand& receiver, const std::vector<Operand>& values) {
  const NodeId callee = child(id, Role::callee);
  const NodeId list = child(id, Role::arguments);
  const bool copies = m_tree.language == "kotlin" && callee != 0 && list != 0 && node(callee).kind == Kind::field_access && m_tree.text(child(callee, Role::name)) == "copy";
  if (!copies || values.empty()) return std::nullopt;
  const Operand made = copy_of({receiver.value, receiver.object == 0 ? new_object() : receiver.object, 0}, id);
  NodeId given = first_code(m_tree, list);
  for (std::size_t i = 0; i < values.size() && given != 0; ++i, given = next_code(m_tree, given)) {
    if (node(given).kind != Kind::keyword_argument) return std::nullopt;
    store(made.object, field_label(child(given, Role::name)), values[i], id);
  }
  return made;
}

// new T { Name = a }, new List<T> { a, b }, new Dictionary<K, V> { ["k"] = a, { "l", b } }
void Builder::fill_object(const Operand& made, NodeId members) {
  if (m_collections.count(made.object) == 0 && node(members).kind == Kind::list) m_collections.insert(made.object);
  for (NodeId each = first_code(m_tree, members); each != 0; each = next_code(m_tree, each)) {
    const NodeId target = node(each).kind == Kind::assignment ? child(each, Role::left) : 0;
    if (target != 0 && node(target).kind == Kind::identifier) {
      set_part(made, field_label(target), evaluate(child(each, Role::right)), each);
    } else if (target != 0 && node(target).kind == Kind::index) {
      const NodeId key = child(target, Role::index);
      store(made.object, key == 0 ? 0 : label_of(key, evaluate(key)), evaluate(child(each, Role::right)), each);
    } else if (node(each).kind == Kind::list) {
      const NodeId key = first_code(m_tree, each);
      const NodeId value = key == 0 ? 0 : next_code(m_tree, key);
      if (value != 0) store(made.object, label_of(key, evaluate(key)), evaluate(value), each);
    } else {
      append(made, evaluate(each), each);
    }
  }
}

}  // namespace codelake::sast::flow
