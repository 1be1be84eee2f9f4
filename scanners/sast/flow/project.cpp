// SPDX-License-Identifier: Apache-2.0
//
// Which function a call enters. Certain: the name holds a function of the same file, or a method of the very class the
// object was made of. Possible: the only functions of that name in the project; then what an unknown callee would do holds
// beside it, so that a wrong guess loses nothing.
#include "scanners/sast/flow/project.h"

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

void add_once(std::vector<Symbol>& symbols, Symbol symbol) {
  if (std::find(symbols.begin(), symbols.end(), symbol) == symbols.end()) symbols.push_back(symbol);
}

}  // namespace

bool Project::constructs(const Function& function) {
  if (function.class_name == 0) return false;
  if (function.name == function.class_name) return true;
  return std::find(k_constructors.begin(), k_constructors.end(), function.name) != k_constructors.end();
}

Project::Project(std::vector<const Graph*> graphs) : m_graphs(std::move(graphs)) {
  index_functions();
  m_callees.resize(m_graphs.size());
  m_entries.resize(m_graphs.size());
  m_exits.resize(m_graphs.size());
  m_certain.resize(m_graphs.size());
  for (std::uint32_t file = 0; file < m_graphs.size(); ++file) {
    m_callees[file].resize(m_graphs[file]->calls.size());
    for (std::uint32_t call = 0; call < m_graphs[file]->calls.size(); ++call) {
      resolve(file, call);
      add_crossings({file, call});
    }
    mark_certain(file);
  }
  sort_crossings();
}

void Project::index_functions() {
  for (std::uint32_t file = 0; file < m_graphs.size(); ++file) {
    for (const Class& each : m_graphs[file]->classes) {
      for (const Symbol base : each.bases) {
        add_once(m_bases[each.name], base);
        add_once(m_derived[base], each.name);
      }
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

// The methods of a class as a file sees it: its own class of that name hides those of other files. For a constructor pass
// the class as the name.
void Project::add_own_methods(std::uint32_t file, Symbol class_name, Symbol name, Callees& callees) const {
  const auto add = [&](Symbol method) {
    const auto found = m_own_methods.find(method_hash(class_name, method));
    if (found == m_own_methods.end()) return;
    for (const FunctionRef& each : found->second) {
      const Function& function = m_graphs[each.file]->functions[each.function];
      if (function.class_name == class_name && function.name == method) callees.functions.push_back(each);
    }
  };
  add(name);
  if (name == class_name) {
    for (const Symbol constructor : k_constructors) add(constructor);
  }
  const auto elsewhere = [&](const FunctionRef& each) { return each.file != file; };
  auto& functions = callees.functions;
  if (!std::all_of(functions.begin(), functions.end(), elsewhere)) std::erase_if(functions, elsewhere);
}

void Project::add_from(const std::vector<Symbol>& classes, std::uint32_t file, Symbol name, Callees& callees) const {
  for (const Symbol each : classes) add_own_methods(file, each, name, callees);
}

// The methods an object of a class may have: its own, else the nearest ones it inherits, and those of its subclasses.
void Project::add_methods(std::uint32_t file, Symbol class_name, Symbol name, Callees& callees) const {
  const bool constructor = name == class_name;
  // Classes of one name in several files may seem to extend each other.
  std::set<Symbol> seen = {class_name};
  std::vector<Symbol> level = {class_name};
  while (callees.functions.empty() && !level.empty() && seen.size() <= k_classes_max) {
    std::vector<Symbol> next;
    for (const Symbol each : level) {
      add_own_methods(file, each, constructor ? each : name, callees);
      const auto bases = m_bases.find(each);
      if (bases == m_bases.end()) continue;
      std::copy_if(bases->second.begin(), bases->second.end(), std::back_inserter(next),
                   [&](Symbol base) { return seen.insert(base).second; });
    }
    level = std::move(next);
  }
  const auto derived = m_derived.find(class_name);
  if (!constructor && derived != m_derived.end()) add_from(derived->second, file, name, callees);
  std::sort(callees.functions.begin(), callees.functions.end());
  callees.functions.erase(std::unique(callees.functions.begin(), callees.functions.end()), callees.functions.end());
}

// Of several functions of one name, those that take as many arguments as are given.
void Project::keep_fitting(const Call& call, Callees& callees) const {
  const auto fits = [&](const FunctionRef& each) {
    const auto& parameters = m_graphs[each.file]->functions[each.function].parameters;
    return parameters.size() == call.argument_count;
  };
  auto& functions = callees.functions;
  if (std::any_of(functions.begin(), functions.end(), fits)) std::erase_if(functions, [&](const auto& each) { return !fits(each); });
}

void Project::resolve(std::uint32_t file, std::uint32_t index) {
  const Graph& graph = *m_graphs[file];
  const Call& call = graph.calls[index];
  Callees& callees = m_callees[file][index];
  if (call.callee != Call::k_no_function) {
    callees = {{{file, call.callee}}, true};
  } else if (call.on_base) {
    const auto bases = m_bases.find(graph.functions[call.function].class_name);
    if (bases != m_bases.end()) {
      for (const Symbol base : bases->second) add_methods(file, base, call.name, callees);
    }
    callees.certain = !callees.functions.empty();
  } else if (call.on_self) {
    add_methods(file, graph.functions[call.function].class_name, call.name, callees);
    callees.certain = !callees.functions.empty();
  } else if (call.type != 0) {
    add_methods(file, call.type, call.name, callees);
    callees.certain = !callees.functions.empty();
  } else {
    if (call.creates || !call.has_receiver) add_methods(file, call.name, call.name, callees);
    const Symbol own = graph.functions[call.function].class_name;
    if (!call.has_receiver && own != 0) add_methods(file, own, call.name, callees);
    callees.certain = !callees.functions.empty();
    const bool method = call.has_receiver && !call.imported;
    const auto& by_name = method ? m_methods : m_functions;
    const auto found = by_name.find(call.name);
    const std::size_t most = method ? k_methods_max : k_candidates_max;
    if (callees.functions.empty() && found != by_name.end() && found->second.size() <= most) callees.functions = found->second;
  }
  keep_fitting(call, callees);
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
