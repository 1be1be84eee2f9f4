// SPDX-License-Identifier: Apache-2.0
// push() adds behind the last element of a stack and before the first one of a double-ended queue: a row with a family
// comes before the row of the same name for any.
#include "scanners/sast/flow/collection_names.h"

#include <algorithm>
#include <array>
#include <initializer_list>
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
    Method{"size", Verb::length, 0},
    // Ruby
    Method{"fetch", Verb::get, 1},           Method{"fetch", Verb::get, 2},          Method{"store", Verb::put, 2},
    Method{"delete", Verb::remove, 1},       Method{"prepend", Verb::prepend, 1},    Method{"dig", Verb::get, 1},
    Method{"delete_at", Verb::remove, 1},    Method{"concat", Verb::extend, 1},      Method{"merge", Verb::merge, 1},
    Method{"merge!", Verb::extend, 1},       Method{"update", Verb::extend, 1},      Method{"dup", Verb::copy, 0},
    Method{"clone", Verb::copy, 0},          Method{"compact", Verb::all, 0},        Method{"flatten", Verb::all, 0},
    Method{"uniq", Verb::all, 0},            Method{"shuffle", Verb::all, 0},        Method{"values", Verb::all, 0},
    Method{"keys", Verb::keys, 0},           Method{"keySet", Verb::keys, 0},
    // Kotlin, Scala
    Method{"getValue", Verb::get, 1},        Method{"getOrNull", Verb::get, 1},      Method{"removeAt", Verb::remove, 1},
    Method{"toList", Verb::copy, 0},         Method{"toMutableList", Verb::copy, 0}, Method{"toMap", Verb::copy, 0},
    Method{"toMutableMap", Verb::copy, 0},   Method{"addAll", Verb::extend, 1},      Method{"putAll", Verb::extend, 1},
    Method{"removeLastOrNull", Verb::take_last, 0}, Method{"firstOrNull", Verb::first, 0}, Method{"lastOrNull", Verb::last, 0},
    // C#
    Method{"Add", Verb::put, 2},             Method{"RemoveAt", Verb::remove, 1},    Method{"Remove", Verb::remove, 1},
    Method{"AddRange", Verb::extend, 1},     Method{"Clear", Verb::clear, 0},        Method{"ElementAt", Verb::get, 1},
    Method{"Peek", Verb::first, 0, Family::queue}, Method{"Peek", Verb::last, 0, Family::stack},
    Method{"First", Verb::first, 0},         Method{"Last", Verb::last, 0},          Method{"FirstOrDefault", Verb::first, 0},
    Method{"LastOrDefault", Verb::last, 0},  Method{"ToList", Verb::copy, 0},        Method{"ToArray", Verb::copy, 0},
    Method{"GetValueOrDefault", Verb::get, 1}, Method{"GetValueOrDefault", Verb::get, 2},
    // C++, Rust
    Method{"insert", Verb::insert, 2},       Method{"Insert", Verb::insert, 2},
    Method{"push_back", Verb::append, 1},    Method{"emplace_back", Verb::append, 1}, Method{"push_front", Verb::prepend, 1},
    Method{"front", Verb::first, 0},         Method{"back", Verb::last, 0},          Method{"to_vec", Verb::copy, 0}};

struct Filling {
  std::string_view language;
  Family made;
  std::initializer_list<std::string_view> functions;
};

const auto& fillings() {
  static const std::array k_fillings = {
      Filling{"kotlin", Family::list, {"listOf", "mutableListOf", "arrayListOf", "arrayOf", "setOf", "mutableSetOf", "hashSetOf", "linkedSetOf",
                                       "sequenceOf", "listOfNotNull", "Pair", "Triple"}},
      Filling{"kotlin", Family::map, {"mapOf", "mutableMapOf", "hashMapOf", "linkedMapOf", "sortedMapOf"}},
      Filling{"scala", Family::list, {"List", "Seq", "Vector", "Array", "Set", "IndexedSeq", "ListBuffer", "ArrayBuffer", "Tuple2"}},
      Filling{"scala", Family::map, {"Map", "HashMap"}},
      Filling{"cpp", Family::list, {"make_pair", "make_tuple", "std::make_pair", "std::make_tuple"}},
      Filling{"java", Family::list, {"List.of", "Set.of", "Arrays.asList"}},
  };
  return k_fillings;
}

struct FunctionVerb {
  std::string_view name;
  Verb verb;
};

constexpr std::array k_php_functions = {
    FunctionVerb{"array_push", Verb::append},     FunctionVerb{"array_unshift", Verb::prepend}, FunctionVerb{"array_pop", Verb::take_last},
    FunctionVerb{"array_shift", Verb::take_first}, FunctionVerb{"end", Verb::last},             FunctionVerb{"reset", Verb::first},
    FunctionVerb{"current", Verb::first},         FunctionVerb{"array_values", Verb::all},      FunctionVerb{"array_keys", Verb::keys},
    FunctionVerb{"array_unique", Verb::copy},     FunctionVerb{"array_reverse", Verb::all},     FunctionVerb{"array_merge", Verb::merge}};

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

Family filled_by(std::string_view language, std::string_view function) {
  for (const Filling& each : fillings()) {
    const bool of = each.language == language && std::find(each.functions.begin(), each.functions.end(), function) != each.functions.end();
    if (of) return each.made;
  }
  return Family::any;
}

bool names_key(std::string_view language, const Handed& handed) {
  static const std::array k_behind = {symbol_of("each_with_index"), symbol_of("each_index"), symbol_of("with_index"), symbol_of("array_walk")};
  static const std::array k_before = {symbol_of("forEachIndexed"), symbol_of("mapIndexed"), symbol_of("filterIndexed"), symbol_of("onEachIndexed")};
  const auto is = [&](const auto& all) { return std::find(all.begin(), all.end(), handed.method) != all.end(); };
  if (handed.position == 1 && is(k_behind)) return true;
  if (handed.position == 0 && handed.parameters > 1 && is(k_before)) return true;
  const bool pairs = language == "ruby" || language == "kotlin";
  return pairs && handed.of_map && handed.parameters == 2 && handed.position == 0;
}

Verb verb_of_function(std::string_view language, std::string_view function) {
  if (language != "php") return Verb::none;
  const auto found = std::find_if(k_php_functions.begin(), k_php_functions.end(), [&](const FunctionVerb& one) { return one.name == function; });
  return found == k_php_functions.end() ? Verb::none : found->verb;
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
