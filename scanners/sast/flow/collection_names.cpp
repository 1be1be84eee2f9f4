// SPDX-License-Identifier: Apache-2.0
// push() adds behind the last element of a stack and before the first one of a double-ended queue: a row with a family
// comes before the row of the same name for any.
#include "scanners/sast/flow/collection_names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace codelake::sast::flow {

using syntax::Symbol;
using syntax::symbol_of;

namespace {

struct Method {
  std::string_view name;
  Verb verb;
  std::size_t arguments;
  Family family = Family::any;
};

constexpr std::array k_methods = {
    Method{"add", Verb::append, 1},          Method{"append", Verb::append, 1},
    Method{"push", Verb::append, 1},         Method{"push", Verb::prepend, 1, Family::deque},
    Method{"addLast", Verb::append, 1},      Method{"Add", Verb::append, 1},
    Method{"addElement", Verb::append, 1},   Method{"offer", Verb::append, 1},
    Method{"offerLast", Verb::append, 1},    Method{"Enqueue", Verb::append, 1},
    Method{"put", Verb::append, 1},          Method{"Push", Verb::append, 1},
    Method{"addFirst", Verb::prepend, 1},    Method{"offerFirst", Verb::prepend, 1},
    Method{"appendleft", Verb::prepend, 1},  Method{"unshift", Verb::prepend, 1},
    Method{"get", Verb::get, 1},             Method{"elementAt", Verb::get, 1},
    Method{"at", Verb::get, 1},              Method{"getOrDefault", Verb::get, 2},
    Method{"get", Verb::get, 2},             Method{"getProperty", Verb::get, 1},
    Method{"getProperty", Verb::get, 2},     Method{"get", Verb::get, 3, Family::sections},
    Method{"put", Verb::put, 2},             Method{"set", Verb::put, 2},
    Method{"replace", Verb::put, 2},         Method{"setProperty", Verb::put, 2},
    Method{"set", Verb::put, 3, Family::sections},
    Method{"remove", Verb::remove, 1},       Method{"pop", Verb::remove, 1},
    Method{"pop", Verb::take_last, 0},       Method{"pop", Verb::take_first, 0, Family::deque},
    Method{"Pop", Verb::take_last, 0},       Method{"removeLast", Verb::take_last, 0},
    Method{"pollLast", Verb::take_last, 0},  Method{"popleft", Verb::take_first, 0},
    Method{"shift", Verb::take_first, 0},    Method{"poll", Verb::take_first, 0},
    Method{"pollFirst", Verb::take_first, 0}, Method{"removeFirst", Verb::take_first, 0},
    Method{"remove", Verb::take_first, 0},   Method{"Dequeue", Verb::take_first, 0},
    Method{"get", Verb::take_first, 0, Family::queue},
    Method{"get", Verb::take_last, 0, Family::stack},
    Method{"peek", Verb::first, 0},          Method{"peek", Verb::last, 0, Family::stack},
    Method{"peekFirst", Verb::first, 0},     Method{"getFirst", Verb::first, 0},
    Method{"element", Verb::first, 0},       Method{"first", Verb::first, 0},
    Method{"peekLast", Verb::last, 0},       Method{"getLast", Verb::last, 0},
    Method{"last", Verb::last, 0},           Method{"clear", Verb::clear, 0},
    Method{"size", Verb::length, 0}};

struct Maker {
  std::string_view name;
  Family family;
};

constexpr std::array k_makers = {
    Maker{"ArrayList", Family::list},       Maker{"LinkedList", Family::deque},      Maker{"Vector", Family::list},
    Maker{"List", Family::list},            Maker{"Array", Family::list},            Maker{"list", Family::list},
    Maker{"HashSet", Family::list},         Maker{"LinkedHashSet", Family::list},    Maker{"TreeSet", Family::list},
    Maker{"set", Family::list},             Maker{"CopyOnWriteArrayList", Family::list},
    Maker{"ArrayDeque", Family::deque},     Maker{"deque", Family::list},            Maker{"Stack", Family::stack},
    Maker{"Queue", Family::queue},          Maker{"SimpleQueue", Family::queue},     Maker{"LifoQueue", Family::stack},
    Maker{"ConcurrentLinkedQueue", Family::queue}, Maker{"LinkedBlockingQueue", Family::queue},
    Maker{"ArrayBlockingQueue", Family::queue},
    Maker{"HashMap", Family::map},          Maker{"LinkedHashMap", Family::map},     Maker{"TreeMap", Family::map},
    Maker{"Map", Family::map},              Maker{"dict", Family::map},              Maker{"Hashtable", Family::map},
    Maker{"ConcurrentHashMap", Family::map}, Maker{"OrderedDict", Family::map},      Maker{"Dictionary", Family::map},
    Maker{"Properties", Family::map},       Maker{"ConfigParser", Family::sections}, Maker{"RawConfigParser", Family::sections},
    Maker{"SafeConfigParser", Family::sections}};

}  // namespace

std::optional<Family> family_of(Symbol maker) {
  const auto found = std::find_if(k_makers.begin(), k_makers.end(), [&](const Maker& one) { return symbol_of(one.name) == maker; });
  return found == k_makers.end() ? std::nullopt : std::optional(found->family);
}

Verb verb_of(Symbol name, std::size_t arguments, std::optional<Family> family) {
  Verb verb = Verb::none;
  for (const Method& method : k_methods) {
    if (method.arguments != arguments || symbol_of(method.name) != name) continue;
    if (method.family == Family::any && verb == Verb::none) verb = method.verb;
    if (method.family != Family::any && method.family == family) return method.verb;
  }
  return verb;
}

bool puts_in(Symbol name, std::size_t arguments) {
  const Verb verb = verb_of(name, arguments, std::nullopt);
  return verb == Verb::append || verb == Verb::prepend || verb == Verb::put;
}

}  // namespace codelake::sast::flow
