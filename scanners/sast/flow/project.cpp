// SPDX-License-Identifier: Apache-2.0
//
// Which function a call enters. Certain: the name holds a function of the same file, or a method of the very class the
// object was made of. Possible: the only functions of that name in the project; then what an unknown callee would do holds
// beside it, so that a wrong guess loses nothing.
#include "scanners/sast/flow/project.h"

#include "scanners/sast/flow/type_names.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string_view>

namespace codelake::sast::flow {

using syntax::Symbol;
using syntax::symbol_of;

namespace {

constexpr std::size_t k_candidates_max = 4;
constexpr std::size_t k_classes_max = 64;  // looked through for an inherited method
constexpr std::size_t k_methods_max = 1;  // of a name, when nothing tells the object's class

const std::array k_constructors = {symbol_of("__init__"), symbol_of("constructor"), symbol_of("__construct"),
                                   symbol_of("initialize"), symbol_of("init")};

std::uint64_t method_hash(Symbol class_name, Symbol name) { return class_name ^ (name * 0x9E3779B97F4A7C15U); }

// Names that objects of every library have methods of: such a method is not taken for the one of that name in the project
// while nothing tells what the object is.
bool is_common(Symbol name) {
  static const std::set<Symbol> k_names = [] {
    constexpr std::array k_words = {
        "accept",  "add",    "all",     "append", "apply",  "build",   "bind",    "call",   "clear",   "clone",  "close",   "connect",
        "contains", "copy",  "count",   "create", "debug",  "decode",  "delete",  "do",     "emit",    "encode", "end",     "error",
        "exec",    "execute", "exists", "fetch",  "filter", "find",    "findOne", "first",  "flush",   "format", "get",     "getInputStream",
        "getName", "getValue", "handle", "has",   "head",   "info",    "init",    "insert", "invoke",  "join",   "keys",    "last",
        "length",  "list",   "load",    "log",    "make",   "map",     "match",   "next",   "of",      "on",     "open",    "parse",
        "patch",   "pop",    "post",    "print",  "process", "push",   "put",     "query",  "read",    "reduce", "remove",  "render",
        "replace", "request", "reset",  "resolve", "run",   "save",    "search",  "send",   "set",     "size",   "sort",    "split",
        "start",   "stop",   "store",   "submit", "test",   "then",    "toString", "trim",  "update",  "validate", "value", "values",
        "visit",   "wait",   "where",   "with",   "write"};
    std::set<Symbol> names;
    for (const char* word : k_words) {
      std::string text = word;
      names.insert(symbol_of(text));
      if (text[0] >= 'a') text[0] = static_cast<char>(text[0] - 'a' + 'A');
      names.insert(symbol_of(text));
    }
    return names;
  }();
  return k_names.count(name) != 0;
}

}  // namespace

bool Project::constructs(const Function& function) {
  if (function.class_name == 0) return false;
  if (function.name == function.class_name) return true;
  return std::find(k_constructors.begin(), k_constructors.end(), function.name) != k_constructors.end();
}

Project::Project(std::vector<const Graph*> graphs, std::span<const std::string_view> paths, std::span<const ModuleRoot> roots)
    : m_graphs(std::move(graphs)), m_modules(m_graphs, paths, roots) {
  index_functions();
  m_callees.resize(m_graphs.size());
  m_entries.resize(m_graphs.size());
  m_exits.resize(m_graphs.size());
  m_certain.resize(m_graphs.size());
  for (std::uint32_t file = 0; file < m_graphs.size(); ++file) {
    m_callees[file].resize(m_graphs[file]->calls.size());
    for (std::uint32_t call = 0; call < m_graphs[file]->calls.size(); ++call) resolve(file, call);
    mark_certain(file);
  }
  note_throws();
  for (std::uint32_t file = 0; file < m_graphs.size(); ++file) {
    for (std::uint32_t call = 0; call < m_graphs[file]->calls.size(); ++call) add_crossings({file, call});
  }
  sort_crossings();
}

void Project::index_functions() {
  for (std::uint32_t file = 0; file < m_graphs.size(); ++file) {
    const auto& classes = m_graphs[file]->classes;
    for (std::uint32_t i = 0; i < classes.size(); ++i) {
      m_classes[classes[i].name].push_back({file, i});
      for (const ClassName& base : classes[i].bases) m_derived[base.name].push_back({file, i});
    }
    const auto& functions = m_graphs[file]->functions;
    for (std::uint32_t i = 1; i < functions.size(); ++i) {
      if (functions[i].name == 0) continue;
      auto& by_name = functions[i].class_name == 0 ? m_functions : m_methods;
      by_name[functions[i].name].push_back({file, i});
      if (functions[i].class_name != 0) m_own_methods[method_hash(functions[i].class_name, functions[i].name)].push_back({file, i});
    }
  }
}

// Of functions of one name, those in the nearest modules that the name may come from.
void Project::keep_nearest(std::uint32_t file, std::uint32_t import, std::vector<FunctionRef>& functions) const {
  std::vector<FunctionRef> kept;
  int nearest = 0;
  for (const FunctionRef& each : functions) {
    const auto distance = m_modules.distance(file, import, each.file);
    if (!distance || (!kept.empty() && *distance > nearest)) continue;
    if (*distance < nearest) kept.clear();
    nearest = *distance;
    kept.push_back(each);
  }
  functions = std::move(kept);
}

// The methods of a class as a file sees it: its own class of that name hides those of other files. For a constructor pass
// the class as the name.
void Project::add_own_methods(const NamedClass& named, Symbol name, Callees& callees) const {
  const Symbol class_name = named.name.name;
  std::vector<FunctionRef> methods;
  const auto add = [&](Symbol method) {
    const auto found = m_own_methods.find(method_hash(class_name, method));
    if (found == m_own_methods.end()) return;
    for (const FunctionRef& each : found->second) {
      const Function& function = m_graphs[each.file]->functions[each.function];
      if (function.class_name == class_name && function.name == method) methods.push_back(each);
    }
  };
  add(name);
  if (name == class_name) {
    for (const Symbol constructor : k_constructors) add(constructor);
  }
  const auto elsewhere = [&](const FunctionRef& each) { return each.file != named.file; };
  if (!std::all_of(methods.begin(), methods.end(), elsewhere)) std::erase_if(methods, elsewhere);
  keep_nearest(named.file, named.name.import, methods);
  callees.functions.insert(callees.functions.end(), methods.begin(), methods.end());
}

// Where the class that is named may be declared.
std::vector<Project::ClassRef> Project::declared(const NamedClass& named) const {
  const auto found = m_classes.find(named.name.name);
  if (found == m_classes.end()) return {};
  std::vector<ClassRef> classes;
  std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(classes),
               [&](const ClassRef& each) { return m_modules.distance(named.file, named.name.import, each.file).has_value(); });
  return classes;
}

std::vector<Project::NamedClass> Project::bases_of(const NamedClass& named) const {
  std::vector<NamedClass> bases;
  for (const ClassRef& each : declared(named)) {
    for (const ClassName& base : m_graphs[each.file]->classes[each.index].bases) bases.push_back({each.file, base});
  }
  return bases;
}

// Those of its subclasses, as far as these mean the same class.
void Project::add_derived_methods(const NamedClass& named, Symbol name, Callees& callees) const {
  const auto derived = m_derived.find(named.name.name);
  if (derived == m_derived.end()) return;
  const auto own = declared(named);
  for (const ClassRef& each : derived->second) {
    const Class& candidate = m_graphs[each.file]->classes[each.index];
    const auto base = std::find_if(candidate.bases.begin(), candidate.bases.end(), [&](const ClassName& one) { return one.name == named.name.name; });
    const bool means = std::any_of(own.begin(), own.end(), [&](const ClassRef& one) {
      return m_modules.distance(each.file, base->import, one.file).has_value();
    });
    if (means || own.empty()) add_own_methods({each.file, {candidate.name, 0}}, name, callees);
  }
}

// Those of the classes that have all methods of an interface of Go, which name it nowhere.
void Project::add_implementing_methods(const NamedClass& named, Symbol name, Callees& callees) const {
  for (const ClassRef& each : declared(named)) {
    if (!m_graphs[each.file]->classes[each.index].structural) continue;
    std::vector<Symbol> wanted;
    for (const Function& function : m_graphs[each.file]->functions) {
      if (function.class_name == named.name.name) wanted.push_back(function.name);
    }
    const auto found = m_methods.find(name);
    if (found == m_methods.end() || std::find(wanted.begin(), wanted.end(), name) == wanted.end()) continue;
    for (const FunctionRef& method : found->second) {
      const Symbol candidate = m_graphs[method.file]->functions[method.function].class_name;
      const auto has = [&](Symbol one) { return m_own_methods.count(method_hash(candidate, one)) != 0; };
      const bool same_language = m_graphs[method.file]->language == m_graphs[each.file]->language;
      if (candidate != named.name.name && same_language && std::all_of(wanted.begin(), wanted.end(), has)) callees.functions.push_back(method);
    }
  }
}

// The methods an object of a class may have: its own, else the nearest ones it inherits, and those of its subclasses.
void Project::add_methods(const NamedClass& named, Symbol name, Callees& callees) const {
  const bool constructor = name == named.name.name;
  // A class may seem to extend itself, where another file's is of the same name.
  std::set<NamedClass> seen = {named};
  std::vector<NamedClass> level = {named};
  while (callees.functions.empty() && !level.empty() && seen.size() <= k_classes_max) {
    std::vector<NamedClass> next;
    for (const NamedClass& each : level) {
      add_own_methods(each, constructor ? each.name.name : name, callees);
      const auto bases = bases_of(each);
      std::copy_if(bases.begin(), bases.end(), std::back_inserter(next), [&](const NamedClass& base) { return seen.insert(base).second; });
    }
    level = std::move(next);
  }
  if (!constructor) add_derived_methods(named, name, callees);
  if (!constructor) add_implementing_methods(named, name, callees);
  std::sort(callees.functions.begin(), callees.functions.end());
  callees.functions.erase(std::unique(callees.functions.begin(), callees.functions.end()), callees.functions.end());
}

// How well the arguments of a call fit the parameters of a function by their types.
int Project::fit(std::uint32_t file, const Call& call, FunctionRef function) const {
  const auto& parameters = m_graphs[function.file]->functions[function.function].parameters;
  const auto arguments = m_graphs[file]->arguments_of(call);
  int sum = 0;
  for (std::size_t i = 0; i < std::min(arguments.size(), parameters.size()); ++i) sum += fit_of_types(arguments[i].type, parameters[i].type);
  return sum;
}

// Of several functions of one name, those that take as many arguments as are given, and of these those whose parameters fit
// best by their types: digest(text) is not digest(file).
void Project::keep_fitting(std::uint32_t file, const Call& call, Callees& callees) const {
  const auto fits = [&](const FunctionRef& each) {
    const auto& parameters = m_graphs[each.file]->functions[each.function].parameters;
    return parameters.size() == call.argument_count;
  };
  auto& functions = callees.functions;
  if (std::any_of(functions.begin(), functions.end(), fits)) std::erase_if(functions, [&](const auto& each) { return !fits(each); });
  if (functions.size() < 2) return;
  std::vector<std::pair<int, FunctionRef>> fitting;
  for (const FunctionRef& each : functions) fitting.emplace_back(fit(file, call, each), each);
  const int best = std::max_element(fitting.begin(), fitting.end())->first;
  functions.clear();
  for (const auto& [how_well, each] : fitting) {
    if (how_well == best) functions.push_back(each);
  }
}

// A call whose receiver nothing is known of. A function is taken where the file's imports lead to one of that name; a
// method only when it is the one of that name in the project, the name is no common one and the file knows its module.
void Project::resolve_by_name(CallRef ref, Callees& callees) const {
  const Graph& graph = *m_graphs[ref.file];
  const Call& call = graph.calls[ref.call];
  const Symbol own = graph.functions[call.function].class_name;
  if (call.creates || !call.has_receiver) add_methods({ref.file, {call.name, call.import}}, call.name, callees);
  if (!call.has_receiver && own != 0) add_methods({ref.file, {own, 0}}, call.name, callees);
  callees.certain = !callees.functions.empty();
  const bool method = call.has_receiver && call.import == 0;
  const auto& by_name = method ? m_methods : m_functions;
  const auto found = by_name.find(call.name);
  if (callees.certain || found == by_name.end() || (method && is_common(call.name))) return;
  if (method) {
    const bool only = found->second.size() <= k_methods_max && m_modules.knows(ref.file, found->second[0].file);
    if (only) callees.functions = found->second;
    return;
  }
  callees.functions = found->second;
  keep_nearest(ref.file, call.import, callees.functions);
  callees.certain = m_modules.names_are_told(ref.file) && callees.functions.size() == 1;
}

void Project::resolve(std::uint32_t file, std::uint32_t index) {
  const Graph& graph = *m_graphs[file];
  const Call& call = graph.calls[index];
  const NamedClass own{file, {graph.functions[call.function].class_name, 0}};
  Callees& callees = m_callees[file][index];
  if (call.callee != Call::k_no_function) {
    callees = {{{file, call.callee}}, true};
  } else if (call.on_base || call.on_self || call.type.name != 0) {
    if (call.on_base) {
      for (const NamedClass& base : bases_of(own)) add_methods(base, call.name, callees);
    } else {
      add_methods(call.on_self ? own : NamedClass{file, call.type}, call.name, callees);
    }
    callees.certain = !callees.functions.empty();
  } else {
    resolve_by_name({file, index}, callees);
  }
  keep_fitting(file, call, callees);
  if (callees.functions.size() > k_candidates_max) callees = {};
}

void Project::mark_certain(std::uint32_t file) {
  const Graph& graph = *m_graphs[file];
  m_certain[file].resize(graph.values.size());
  for (std::uint32_t i = 0; i < graph.calls.size(); ++i) {
    const Call& call = graph.calls[i];
    m_certain[file][call.result] = m_callees[file][i].certain;
    if (call.receiver_after != 0) m_certain[file][call.receiver_after] = m_callees[file][i].certain;
  }
}

}  // namespace codelake::sast::flow
