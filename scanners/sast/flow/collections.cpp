// SPDX-License-Identifier: Apache-2.0
//
// Calls on lists, maps and texts whose content is known piece by piece. Example: after `l = []; l.add("a"); l.add(q);
// l.remove(0)` the first element of l is q, and l.get(0) is q and nothing else.
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/flow/collection_names.h"

namespace codelake::sast::flow {

using syntax::NodeId;
using syntax::Symbol;
using syntax::symbol_of;

// An empty list or map made by its constructor.
std::optional<Operand> Builder::made_collection(const Call& call) {
  const auto family = family_of(call.name);
  const bool by_module = !call.has_receiver || call.import != 0 || call.creates;  // queue.Queue(), new java.util.ArrayList<>()
  if (!family || call.argument_count != 0 || !by_module) return std::nullopt;
  const Operand made{0, new_object(), 0};
  m_collections.insert(made.object);
  m_types[made.object] = {call.name, call.import};
  if (*family != Family::map && *family != Family::sections) set_length(made.object, 0);
  return made;
}

// dict(a=x), make(chan T), append(list, x)
std::optional<Operand> Builder::made_by_name(NodeId id, const Call& call, const std::vector<Operand>& arguments) {
  if (call.has_receiver) return std::nullopt;
  const bool go = m_tree.language == "go";
  if (go && call.name == symbol_of("append") && !arguments.empty()) return appended(id, arguments);
  const bool python = m_tree.language == "python";
  const NodeId list = child(id, syntax::Role::arguments);
  if (go && call.name == symbol_of("delete") && arguments.size() == 2 && m_collections.count(arguments[0].object) != 0) {
    const Symbol label = label_of(id, arguments[1]);
    if (label != 0) m_environment.set(part_of(arguments[0].object, label), {});
    return Operand{};
  }
  const bool keyed = python && call.name == symbol_of("dict") && names_all_fields(list);
  if (!keyed && !(go && call.name == symbol_of("make"))) return std::nullopt;
  const Operand made{0, new_object(), 0};
  m_collections.insert(made.object);
  for (std::size_t i = 0; keyed && i < arguments.size(); ++i) {
    store(made.object, m_graph.arguments[call.first_argument + i].keyword, arguments[i], id);
  }
  return made;
}

// Takes the element at `position` out; the ones behind it move up.
Operand Builder::removed(const Operand& list, std::int64_t position, std::int64_t length, NodeId at) {
  const Operand taken = part(list, label_of_position(position), at);
  for (std::int64_t i = position; i + 1 < length; ++i) {
    m_environment.set(part_of(list.object, label_of_position(i)), part(list, label_of_position(i + 1), at));
  }
  m_environment.set(part_of(list.object, label_of_position(length - 1)), {});
  set_length(list.object, length - 1);
  return taken;
}

// Puts an element before all others.
void Builder::prepended(const Operand& list, const Operand& element, NodeId at) {
  const auto length = length_of(list.object);
  if (!length) return store(list.object, 0, element, at);
  for (std::int64_t i = *length; i > 0; --i) store(list.object, label_of_position(i), part(list, label_of_position(i - 1), at), at);
  store(list.object, label_of_position(0), element, at);
  set_length(list.object, *length + 1);
}

// What a key leads to, or what is given for the case that nothing stands there.
Operand Builder::part_or(const Operand& map, Symbol label, const Operand& otherwise, NodeId at) {
  if (label == 0) return joined(any_part(map, at), otherwise);
  const bool known = m_environment.find(part_of(map.object, label)) != nullptr;
  const Operand found = part(map, label, at);
  if (known) return found;
  return map.value == 0 && m_environment.find(part_of(map.object, 0)) == nullptr ? otherwise : joined(found, otherwise);
}

// conf.set("section", "key", v) and conf.get("section", "key")
std::optional<Operand> Builder::section_call(NodeId id, const Operand& receiver, const std::vector<Operand>& arguments, bool puts) {
  const Symbol section = label_of(id, arguments[0]);
  const Symbol key = label_of(id, arguments[1]);
  if (!puts) {
    const Operand entries = section == 0 ? any_part(receiver, id) : part(receiver, section, id);
    return part_or(entries, key, arguments.size() < 3 ? Operand{} : arguments[2], id);
  }
  Operand entries = section == 0 ? Operand{} : part(receiver, section, id);
  if (entries.object == 0) {
    entries.object = new_object();
    m_collections.insert(entries.object);
  }
  store(entries.object, key, arguments[2], id);
  store(receiver.object, section, entries, id);
  return Operand{};
}

std::optional<Operand> Builder::collection_call(NodeId id, const Call& call, const Operand& receiver,
                                                const std::vector<Operand>& arguments) {
  if (call.callee != Call::k_no_function) return std::nullopt;
  if (!call.has_receiver && call.name == symbol_of("len") && arguments.size() == 1) {
    const auto length = length_of(arguments[0].object);
    if (length) return Operand{0, 0, m_constants.add_number(*length)};
    if (const ConstantId size = m_constants.method("length", arguments[0].constant, 0)) return Operand{0, 0, size};
  }
  if (const auto made = made_collection(call)) return made;
  if (const auto made = made_by_name(id, call, arguments)) return made;
  if (const auto filled = filled_collection(id, arguments)) return filled;
  if (!call.has_receiver) return called_on_first(id, arguments);
  if (const ConstantId value = asked_text(id, receiver, arguments)) return Operand{0, 0, value};
  if (receiver.object == 0 || m_collections.count(receiver.object) == 0) return std::nullopt;
  if (load_settings(id, call, receiver, arguments)) return Operand{};
  const auto made_by = m_types.find(receiver.object);
  const auto family = made_by == m_types.end() ? std::nullopt : family_of(made_by->second.name);
  const Verb verb = verb_of(call.name, arguments.size(), family);
  if (verb == Verb::none && arguments.size() > 1 && verb_of(call.name, 1, family) == Verb::append) {  // Ruby: push(a, b)
    for (const Operand& each : arguments) append(receiver, each, id);
    return Operand{};
  }
  if (verb == Verb::none) return std::nullopt;
  if (family == Family::sections && arguments.size() > 1) return section_call(id, receiver, arguments, verb == Verb::put);
  return changed_collection(id, verb, receiver, arguments);
}

// "abc".charAt(1), "abc".contains("b")
ConstantId Builder::asked_text(NodeId call, const Operand& text, const std::vector<Operand>& arguments) {
  if (text.constant == 0 || arguments.size() > 1 || (!arguments.empty() && arguments[0].constant == 0)) return 0;
  const NodeId named = child(call, syntax::Role::callee);
  const NodeId callee = named == 0 ? call : named;
  const std::string_view name = m_tree.text(child(callee, syntax::Role::name));
  return m_constants.method(name, text.constant, arguments.empty() ? 0 : arguments[0].constant);
}

std::optional<Operand> Builder::changed_collection(NodeId id, Verb verb, const Operand& receiver, const std::vector<Operand>& arguments) {
  const auto position = arguments.empty() ? std::nullopt : m_constants.number(arguments[0].constant);
  const std::optional<std::int64_t> length = length_of(receiver.object);
  const Symbol label = arguments.empty() ? 0 : label_of(id, arguments[0]);
  switch (verb) {
    case Verb::append: append(receiver, arguments[0], id); return Operand{};
    case Verb::prepend: prepended(receiver, arguments[0], id); return Operand{};
    case Verb::get:
      if (arguments.size() > 1) return part_or(receiver, label, arguments[1], id);
      return label == 0 ? any_part(receiver, id) : part(receiver, label, id);
    case Verb::put: store(receiver.object, label, arguments[1], id); return Operand{};
    case Verb::remove:
      if (length && position && *position >= 0 && *position < *length) return removed(receiver, *position, *length, id);
      if (!length && label != 0) {
        const Operand taken = part(receiver, label, id);
        m_environment.set(part_of(receiver.object, label), {});
        return taken;
      }
      return any_part(receiver, id);
    case Verb::first:
    case Verb::last:
    case Verb::take_first:
    case Verb::take_last: {
      const bool takes = verb == Verb::take_first || verb == Verb::take_last;
      const bool front = verb == Verb::take_first || verb == Verb::first;
      if (!length || *length == 0) return any_part(receiver, id);
      const std::int64_t at = front ? 0 : *length - 1;
      return takes ? removed(receiver, at, *length, id) : part(receiver, label_of_position(at), id);
    }
    case Verb::clear:
      for (const Symbol each : m_parts[receiver.object]) m_environment.set(part_of(receiver.object, each), {});
      if (length) set_length(receiver.object, 0);
      return Operand{};
    case Verb::insert:
      if (!length) return std::nullopt;
      if (position == 0) {
        prepended(receiver, arguments[1], id);
      } else if (position == *length) {
        append(receiver, arguments[1], id);
      } else {
        store(receiver.object, 0, arguments[1], id);
      }
      return Operand{};
    case Verb::keys: return keys_of(receiver);
    case Verb::all: {
      const Operand made = empty_collection();
      store(made.object, 0, any_part(receiver, id), id);
      return made;
    }
    case Verb::copy: return copy_of(receiver, id);
    case Verb::extend:
      if (!extend(receiver, arguments[0], id)) return std::nullopt;
      return receiver;
    case Verb::merge: {
      const Operand made = copy_of(receiver, id);
      if (!extend(made, arguments[0], id)) return std::nullopt;
      return made;
    }
    case Verb::length: return length ? std::optional(Operand{0, 0, m_constants.add_number(*length)}) : std::nullopt;
    case Verb::none: break;
  }
  return std::nullopt;
}

}  // namespace codelake::sast::flow
