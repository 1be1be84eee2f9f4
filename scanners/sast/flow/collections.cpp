// SPDX-License-Identifier: Apache-2.0
//
// Calls on lists, maps and texts whose content is known piece by piece. Example: after `l = []; l.add("a"); l.add(q);
// l.remove(0)` the first element of l is q, and l.get(0) is q and nothing else.
#include "scanners/sast/flow/builder.h"

#include <algorithm>
#include <array>

namespace codelake::sast::flow {

using syntax::NodeId;
using syntax::Symbol;
using syntax::symbol_of;

namespace {

enum class Verb { none, append, get, put, remove, clear, length, character };

struct Method {
  std::string_view name;
  Verb verb;
  std::size_t arguments;
};

constexpr std::array k_methods = {
    Method{"add", Verb::append, 1},    Method{"append", Verb::append, 1}, Method{"push", Verb::append, 1},
    Method{"addLast", Verb::append, 1}, Method{"Add", Verb::append, 1},   Method{"get", Verb::get, 1},
    Method{"elementAt", Verb::get, 1}, Method{"at", Verb::get, 1},        Method{"getOrDefault", Verb::get, 2},
    Method{"get", Verb::get, 2},       Method{"put", Verb::put, 2},       Method{"set", Verb::put, 2},
    Method{"remove", Verb::remove, 1}, Method{"pop", Verb::remove, 1},    Method{"charAt", Verb::character, 1},
    Method{"replace", Verb::put, 2},   Method{"clear", Verb::clear, 0},   Method{"size", Verb::length, 0}};

constexpr std::array k_lists = {std::string_view("ArrayList"), std::string_view("LinkedList"), std::string_view("Vector"),
                                std::string_view("List"), std::string_view("Array"), std::string_view("list")};
constexpr std::array k_maps = {std::string_view("HashMap"), std::string_view("LinkedHashMap"), std::string_view("TreeMap"),
                               std::string_view("Map"), std::string_view("dict"), std::string_view("Hashtable")};

template <std::size_t N>
bool names_one(const std::array<std::string_view, N>& names, Symbol symbol) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return symbol_of(name) == symbol; });
}

Verb verb_of(Symbol name, std::size_t arguments) {
  for (const Method& method : k_methods) {
    if (method.arguments == arguments && symbol_of(method.name) == name) return method.verb;
  }
  return Verb::none;
}

}  // namespace

// An empty list or map made by its constructor.
std::optional<Operand> Builder::made_collection(const Call& call) {
  const bool list = names_one(k_lists, call.name);
  if (call.argument_count != 0 || call.has_receiver || (!list && !names_one(k_maps, call.name))) return std::nullopt;
  const Operand made{0, new_object(), 0};
  m_collections.insert(made.object);
  m_types[made.object] = call.name;
  if (list) set_length(made.object, 0);
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

std::optional<Operand> Builder::collection_call(NodeId id, const Call& call, const Operand& receiver,
                                                const std::vector<Operand>& arguments) {
  if (call.callee != Call::k_no_function) return std::nullopt;
  if (!call.has_receiver && call.name == symbol_of("len") && arguments.size() == 1) {
    const auto length = length_of(arguments[0].object);
    if (length) return Operand{0, 0, m_constants.add(*length)};
  }
  if (const auto made = made_collection(call)) return made;
  const Verb verb = verb_of(call.name, arguments.size());
  if (!call.has_receiver || verb == Verb::none) return std::nullopt;
  const auto* position = arguments.empty() ? nullptr : std::get_if<std::int64_t>(&m_constants[arguments[0].constant]);
  const auto* text = std::get_if<std::string>(&m_constants[receiver.constant]);
  if (verb == Verb::character) {
    if (text == nullptr || position == nullptr || *position < 0) return std::nullopt;
    if (static_cast<std::size_t>(*position) >= text->size()) return std::nullopt;
    return Operand{0, 0, m_constants.add(std::string(1, (*text)[static_cast<std::size_t>(*position)]))};
  }
  if (receiver.object == 0 || m_collections.count(receiver.object) == 0) return std::nullopt;
  const std::optional<std::int64_t> length = length_of(receiver.object);
  const Symbol label = arguments.empty() ? 0 : label_of(id, arguments[0]);
  switch (verb) {
    case Verb::append:
      store(receiver.object, length ? label_of_position(*length) : 0, arguments[0], id);
      if (length) set_length(receiver.object, *length + 1);
      return Operand{};
    case Verb::get: return label == 0 ? any_part(receiver, id) : part(receiver, label, id);
    case Verb::put: store(receiver.object, label, arguments[1], id); return Operand{};
    case Verb::remove:
      if (length && position != nullptr && *position >= 0 && *position < *length) return removed(receiver, *position, *length, id);
      if (!length && label != 0) {
        const Operand taken = part(receiver, label, id);
        m_environment.set(part_of(receiver.object, label), {});
        return taken;
      }
      return any_part(receiver, id);
    case Verb::clear:
      for (const Symbol each : m_parts[receiver.object]) m_environment.set(part_of(receiver.object, each), {});
      if (length) set_length(receiver.object, 0);
      return Operand{};
    case Verb::length: return length ? std::optional(Operand{0, 0, m_constants.add(*length)}) : std::nullopt;
    default: return std::nullopt;
  }
}

}  // namespace codelake::sast::flow
