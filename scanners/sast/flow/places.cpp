// SPDX-License-Identifier: Apache-2.0
//
// Variables and the parts of objects. A part is stored under its label: a field's name, a constant key, "#2" for the third
// element, or 0 for a part that is not known which. Reading a part that was never stored gives what flows out of the
// object as a whole.
#include "scanners/sast/flow/build.h"
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/kinds.h"

#include <algorithm>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;
using syntax::symbol_of;

namespace {

constexpr std::size_t k_parts_max = 64;  // of one object; further ones share the label 0

constexpr std::size_t k_nesting_max = 8;       // of objects in objects that are looked into for what they hold

const Symbol k_length = symbol_of("#length");

}  // namespace

// Where a name stands, and of which function that is.
std::optional<Place> Builder::find_name(Symbol name, std::uint32_t* owner) const {
  std::uint32_t function = m_frames.back().function;
  for (std::size_t i = m_frames.size(); i-- > 0;) {
    // Frames of callers are no scopes: a declared function runs at the end of the one it stands in.
    if (m_frames[i].function != function) continue;
    const Place place = variable_of(function, name);
    if (owner != nullptr) *owner = function;
    if (m_environment.find(place) != nullptr) return place;
    function = m_frames[i].parent;
  }
  if (owner != nullptr) *owner = 0;
  const auto& outer = m_frames.back().outer;
  if (std::find(outer.begin(), outer.end(), name) != outer.end()) return variable_of(0, name);
  if (m_own_names.count(name) != 0) {
    const Place place = part_of(m_frames.back().self.object, name);
    if (m_environment.find(place) != nullptr) return place;
  }
  return std::nullopt;
}

// Where the object that an expression names is kept: a variable, a field of the own object, or a part of one that is known.
std::optional<Place> Builder::place_of(NodeId id) const {
  if (node(id).kind == Kind::identifier) {
    if (is_self(id)) return std::nullopt;
    if (const auto place = find_name(node(id).symbol)) return place;
    if (names_field(node(id).symbol)) return part_of(m_frames.back().self.object, node(id).symbol);
  }
  if (node(id).kind != Kind::field_access) return std::nullopt;
  const ObjectId object = m_given[child(id, Role::object)].object;
  const NodeId field = child(id, Role::name);
  if (object == 0 || field == 0) return std::nullopt;
  return part_of(object, field_label(field));
}

// Of an expression that has one.
void Builder::set_place(NodeId id, const Operand& operand) {
  if (node(id).kind == Kind::identifier) return assign_name(id, operand);
  set_part(m_given[child(id, Role::object)], field_label(child(id, Role::name)), operand, id);
}

bool BuildState::is_self(NodeId id) const {
  const std::string_view name = m_tree.text(id);
  const Symbol own = m_frames.back().self_name;
  if (own != 0) return m_tree[id].symbol == own;
  return name == "this" || name == "$this" || name == "self";
}

// Whether a plain name means a field of the class around.
bool BuildState::names_field(Symbol name) const {
  if (m_own_names.count(name) != 0) return m_frames.back().self.object != 0;
  if (!m_traits.fields_by_name) return false;
  const Function& function = m_graph.functions[m_frames.back().function];
  const auto fields = m_declared_fields.find(function.class_name);
  return fields != m_declared_fields.end() &&
         std::find(fields->second.begin(), fields->second.end(), name) != fields->second.end();
}

ObjectId BuildState::new_object() { return ++m_objects; }

Symbol BuildState::label_of_position(std::int64_t position) const { return symbol_of("#" + std::to_string(position)); }

// The label of a key that is certain; 0 for others.
Symbol BuildState::label_of(NodeId key, const Operand& value) const {
  if (const auto number = m_constants.number(value.constant)) return label_of_position(*number);
  if (const auto* text = m_constants.text(value.constant)) return symbol_of(*text);
  // Ruby's :name
  const bool symbol = m_tree[key].kind == Kind::unary && m_tree.symbol_text(key) == ":";
  if (symbol) return m_tree[m_tree.first_child(key)].symbol;
  return m_tree[key].kind == Kind::string ? m_tree[key].symbol : 0;
}

void Builder::set_length(ObjectId object, std::int64_t length) {
  store(object, k_length, {0, 0, m_constants.add_number(length)}, 0);
}

std::optional<std::int64_t> BuildState::length_of(ObjectId object) const {
  const Operand* held = m_environment.find(part_of(object, k_length));
  if (held == nullptr) return std::nullopt;
  return m_constants.number(held->constant);
}

// Stores a part; under the label 0 what was there stays possible.
void Builder::store(ObjectId object, Symbol label, Operand operand, NodeId at) {
  auto& labels = m_parts[object];
  if (std::find(labels.begin(), labels.end(), label) == labels.end()) {
    if (labels.size() >= k_parts_max) label = 0;
    if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
  }
  const Place place = part_of(object, label);
  if (label == 0) {
    const Operand* before = m_environment.find(place);
    operand = {whole(operand, at), 0, 0};
    if (before != nullptr) operand = joined(*before, operand);
  }
  m_environment.set(place, operand);
}

// What a method may be called on: the object, or one of Go that is embedded in it.
ValueId Builder::with_embedded(const Operand& object, ValueId own, NodeId at) {
  const auto type = object.object == 0 || m_tree.language != "go" ? m_types.end() : m_types.find(object.object);
  const auto fields = type == m_types.end() ? m_declared_fields.end() : m_declared_fields.find(type->second.name);
  if (fields == m_declared_fields.end()) return own;
  for (const Symbol field : fields->second) {
    const Operand* held = m_environment.find(part_of(object.object, field));
    if (held == nullptr || held->object == 0 || m_types.count(held->object) == 0 || m_types[held->object].name != field) continue;
    const ValueId both = add_value(at);
    add_edge(own, both, Step::copy);
    add_edge(whole(Operand(*held), at), both, Step::copy);
    own = both;
  }
  return own;
}

// The embedded object of Go that has a part of that name, which is the outer one's as well.
std::optional<Operand> Builder::embedded_holding(const Operand& object, Symbol label) const {
  const auto type = object.object == 0 || m_tree.language != "go" ? m_types.end() : m_types.find(object.object);
  if (type == m_types.end()) return std::nullopt;
  const auto fields = m_declared_fields.find(type->second.name);
  if (fields == m_declared_fields.end() || std::find(fields->second.begin(), fields->second.end(), label) != fields->second.end()) return std::nullopt;
  for (const Symbol field : fields->second) {
    const Operand* held = m_environment.find(part_of(object.object, field));
    if (held != nullptr && held->object != 0 && m_environment.find(part_of(held->object, label)) != nullptr) return *held;
  }
  return std::nullopt;
}

Operand Builder::part(const Operand& object, Symbol label, NodeId at) {
  const Operand* held = object.object == 0 ? nullptr : m_environment.find(part_of(object.object, label));
  const Operand* any = object.object == 0 ? nullptr : m_environment.find(part_of(object.object, 0));
  Operand found;
  if (held != nullptr) {
    found = *held;
  } else if (const auto inner = embedded_holding(object, label)) {
    return part(*inner, label, at);
  } else {
    const bool own = object.object != 0 && object.object == frame().self.object;
    if (object.value != 0 || own) {
      found.value = add_value(at);
      add_edge(object.value, found.value, Step::field, label);
      found.object = new_object();
    }
    if (own) add_edge(class_field(own_class(), label), found.value, object.value == 0 ? Step::outer : Step::class_field);
    // The next reader gets the same value and the same object.
    if (object.object != 0 && found.value != 0) m_environment.set(part_of(object.object, label), found);
  }
  return any == nullptr || label == 0 ? found : joined(found, *any);
}

// What an element that is not known which may hold.
Operand Builder::any_part(const Operand& object, NodeId at) {
  const auto labels = m_parts.find(object.object);
  const bool parts = object.object != 0 && labels != m_parts.end();
  if (object.value == 0 && !parts) return {};
  std::vector<ValueId> values;
  if (parts) {
    for (const Symbol label : labels->second) {
      const Operand* held = m_environment.find(part_of(object.object, label));
      if (held != nullptr && label != k_length) values.push_back(whole(*held, at));
    }
  }
  std::erase(values, ValueId{0});
  if (object.value == 0 && values.empty()) return {};
  const ValueId value = add_value(at);
  add_edge(object.value, value, Step::element);
  for (const ValueId each : values) add_edge(each, value, Step::copy);
  return {value, new_object(), 0};
}

// What a key of a collection may hold: nothing where all of them are known.
Operand Builder::any_key(const Operand& object, NodeId at) {
  const bool known = object.value == 0 && m_collections.count(object.object) != 0;
  return known && m_environment.find(part_of(object.object, 0)) == nullptr ? Operand{} : any_part(object, at);
}

// One value that everything in an object flows into.
ValueId Builder::whole(const Operand& operand, NodeId at) {
  const auto labels = m_parts.find(operand.object);
  // An object that holds itself gives nothing more there.
  const bool open = std::find(m_open.begin(), m_open.end(), operand.object) != m_open.end();
  if (operand.object == 0 || open || labels == m_parts.end()) return operand.value;
  std::vector<std::pair<ValueId, Symbol>> stored;
  m_open.push_back(operand.object);
  for (const Symbol label : std::vector<Symbol>(labels->second)) {
    const Operand* held = m_environment.find(part_of(operand.object, label));
    if (held == nullptr) continue;
    if (m_open.size() > k_nesting_max) {
      m_graph.limit_hit = true;
      continue;
    }
    const ValueId value = whole(Operand(*held), at);
    if (value != 0) stored.emplace_back(value, label);
  }
  m_open.pop_back();
  if (stored.empty()) return operand.value;
  const ValueId all = add_value(at);
  add_edge(operand.value, all, Step::copy);
  for (const auto& [value, label] : stored) add_edge(value, all, label == 0 ? Step::copy : Step::store, label);
  return all;
}

// What all methods of a class store in a field.
ValueId Builder::class_field(Symbol owner, Symbol name) {
  if (owner == 0) return 0;
  const auto [at, added] = m_class_fields.try_emplace({owner, name}, 0);
  if (added) at->second = add_value(m_graph.functions[frame().function].node);
  return at->second;
}

void Builder::assign_name(NodeId target, const Operand& operand) {
  const Symbol name = node(target).symbol;
  if (m_own_names.count(name) != 0 && names_field(name)) return set_part(frame().self, name, operand, target);
  std::uint32_t owner = 0;
  const auto known = find_name(name, &owner);
  const Place own = variable_of(frame().function, name);
  const bool declares = (node(node(target).parent).flags & syntax::k_declares) != 0;
  if (!known && !declares && names_field(name)) return set_part(frame().self, name, operand, target);
  const auto& named = frame().outer;
  const bool reaches = frame().lexical || std::find(named.begin(), named.end(), name) != named.end();
  const bool outer = known && *known != own && !declares && reaches;
  m_environment.set(outer ? *known : own, operand);
  if (outer) keep_outer(owner, operand, target);
}

void Builder::set_part(const Operand& object, Symbol label, const Operand& operand, NodeId at) {
  if (object.object != 0) store(object.object, label, operand, at);
  if (object.object != 0 && object.object == frame().self.object && label != 0) {
    add_edge(whole(operand, at), class_field(own_class(), label), object.value == 0 ? Step::outer : Step::class_field);
  }
}

// The operand of an expression that is about to get a part; a name that holds no object yet gets one.
Operand Builder::holder(NodeId id) {
  Operand operand = evaluate(id);
  const Kind kind = node(id).kind;
  if (operand.object != 0) return operand;
  if (kind == Kind::identifier && !is_self(id)) {
    // What the variable holds, not what this use of it was marked as.
    const auto place = find_name(node(id).symbol);
    if (const Operand* held = place ? m_environment.find(*place) : nullptr; held != nullptr) operand = *held;
    if (operand.object != 0) return operand;
  }
  operand.object = new_object();
  if (kind == Kind::identifier) assign_name(id, operand);
  if (kind == Kind::index || kind == Kind::field_access) assign(id, operand);
  return operand;
}

void Builder::assign(NodeId target, const Operand& operand) {
  if (target == 0) return;  // what a pattern leaves without a name: first, * = list
  switch (node(target).kind) {
    case Kind::identifier: return assign_name(target, mark_target(target, operand));
    case Kind::field_access: {
      const NodeId field = child(target, Role::name);
      const NodeId object = child(target, Role::object);
      if (field == 0 || object == 0) return;
      set_part(holder(object), field_label(field), operand, target);
      keep_part(target, field_label(field), whole(operand, target));
      return;
    }
    case Kind::index: {
      const NodeId object = child(target, Role::object);
      const NodeId at = child(target, Role::index);
      if (object == 0) return;
      const Operand position = at == 0 ? Operand{} : evaluate(at);
      const Operand list = holder(object);
      const Symbol label = at == 0 ? 0 : label_from(list, at, position);
      if (at == 0 && list.object != 0) {  // PHP: $list[] = $a
        append(list, operand, target);
      } else {
        set_part(list, label, operand, target);
      }
      keep_part(target, label, whole(operand, target));
      if ((m_wanted[target] & k_wanted) != 0) note(target, Mark::own, own_value(target, {position.value, 0, 0}).value);
      return;
    }
    case Kind::unary:
      // *p = v: what the pointer leads to is the caller's.
      if (const NodeId pointer = child(target, Role::value); pointer != 0 && m_tree.symbol_text(target) == "*") frame().references.push_back(node(pointer).symbol);
      [[fallthrough]];
    case Kind::cast:
    case Kind::keyword_argument:
    case Kind::pair: {
      const NodeId value = child(target, Role::value);
      if (value != 0) assign(value, operand);
      return;
    }
    case Kind::variable_declaration:
    case Kind::parameter: {
      const NodeId named = child(target, Role::name);
      if (named != 0) assign(named, operand);
      return;
    }
    default: return assign_parts(target, operand);
  }
}

// Takes a value apart: (a, b) = v, const {x, y: z} = v, [first, ...rest] = v.
void Builder::assign_parts(NodeId target, const Operand& operand) {
  if (node(target).kind == Kind::other && child(target, Role::left) != 0) {  // with a default
    const NodeId otherwise = child(target, Role::right);
    return assign(child(target, Role::left), otherwise == 0 ? operand : joined(operand, evaluate(otherwise)));
  }
  std::int64_t position = 0;
  for (NodeId part_node = first_code(m_tree, target); part_node != 0; part_node = next_code(m_tree, part_node)) {
    const NodeId key = child(part_node, Role::key);
    if (node(part_node).kind == Kind::pair && key != 0) {
      const bool text = m_tree.language == "php";  // ['q' => $a] = $pairs
      assign(child(part_node, Role::value), part(operand, text ? label_of(key, evaluate(key)) : node(key).symbol, part_node));
    } else if (node(part_node).kind == Kind::spread) {
      assign(child(part_node, Role::value), any_part(operand, part_node));
    } else if (node(part_node).kind == Kind::identifier && node(target).kind == Kind::dictionary) {
      assign(part_node, part(operand, node(part_node).symbol, part_node));
    } else {
      assign(part_node, part(operand, position_label(operand, position++), part_node));
    }
  }
}

}  // namespace codelake::sast::flow
