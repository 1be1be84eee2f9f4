// SPDX-License-Identifier: Apache-2.0
//
// Where values go when a call enters a function and when that function returns. Worked out once for a project, because
// every rule asks for it.
//
//     def first(a, *rest): return a       entries: q → a, r → rest under "#0"
//     x = first(q, r)                     exits: the result of first → x
#include "scanners/sast/flow/project.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace codelake::sast::flow {

using syntax::Symbol;

namespace {

// The parameter an argument is bound to, and under which label, when that one takes several.
struct Binding {
  const Parameter* parameter = nullptr;
  Symbol label = 0;
};

Binding bound_by_name(const Function& function, Symbol keyword) {
  for (const Parameter& parameter : function.parameters) {
    if (parameter.name == keyword) return {&parameter, 0};
  }
  for (const Parameter& parameter : function.parameters) {
    if (parameter.keywords) return {&parameter, keyword};
  }
  return {};
}

// `position` counts the arguments without a name. In Ruby those with a name that no parameter has are the keys of the last one.
Binding bound(const Graph& graph, const Function& function, const Argument& argument, std::size_t position) {
  if (argument.keyword != 0) {
    const Binding named = bound_by_name(function, argument.keyword);
    const bool keys = named.parameter == nullptr && graph.language == "ruby" && !function.parameters.empty();
    return keys ? Binding{&function.parameters.back(), argument.keyword} : named;
  }
  for (std::size_t i = 0; i < function.parameters.size() && i <= position; ++i) {
    const Parameter& parameter = function.parameters[i];
    if (parameter.variadic) return {&parameter, syntax::symbol_of("#" + std::to_string(position - i))};
    if (i == position && !parameter.keywords) return {&parameter, 0};
  }
  return {};
}

template <class Crossing>
std::span<const Crossing> from_value(const std::vector<Crossing>& all, ValueId from) {
  const auto first = std::lower_bound(all.begin(), all.end(), from, [](const Crossing& one, ValueId wanted) { return one.from < wanted; });
  auto last = first;
  while (last != all.end() && last->from == from) ++last;
  return {first, last};
}

}  // namespace

void Project::add_crossings(CallRef ref) {
  const Graph& graph = *m_graphs[ref.file];
  const Call& call = graph.calls[ref.call];
  const auto& callees = m_callees[ref.file][ref.call].functions;
  auto& entries = m_entries[ref.file];
  for (const FunctionRef& callee : callees) {
    const ValueId self = m_graphs[callee.file]->functions[callee.function].self;
    if (call.receiver != 0 && self != 0) entries.push_back({call.receiver, ref.call, {callee.file, self}, 0});
  }
  std::size_t position = 0;
  for (const Argument& argument : graph.arguments_of(call)) {
    for (const FunctionRef& callee : callees) {
      const Binding binding = bound(graph, m_graphs[callee.file]->functions[callee.function], argument, position);
      const bool enters = argument.value != 0 && binding.parameter != nullptr && binding.parameter->value != 0;
      if (enters) entries.push_back({argument.value, ref.call, {callee.file, binding.parameter->value}, binding.label});
    }
    position += argument.keyword == 0 ? 1 : 0;
  }
  for (const FunctionRef& callee : callees) add_exits(ref, callee);
}

// An exception that a function does not catch leaves those that call it, up to some calls.
void Project::note_throws() {
  constexpr int k_rounds = 4;
  m_throws.resize(m_graphs.size());
  for (std::size_t file = 0; file < m_graphs.size(); ++file) {
    for (const Function& each : m_graphs[file]->functions) m_throws[file].push_back(each.throws);
  }
  bool changed = true;
  for (int round = 0; round < k_rounds && changed; ++round) {
    changed = false;
    for (std::size_t file = 0; file < m_graphs.size(); ++file) {
      const Graph& graph = *m_graphs[file];
      for (std::size_t i = 0; i < graph.calls.size(); ++i) {
        const std::uint32_t function = graph.calls[i].function;
        if (m_throws[file][function] || graph.calls[i].thrown != graph.functions[function].thrown) continue;
        const auto& callees = m_callees[file][i].functions;
        const bool throws = std::any_of(callees.begin(), callees.end(), [&](const FunctionRef& each) { return m_throws[each.file][each.function]; });
        m_throws[file][function] = throws;
        changed = changed || throws;
      }
    }
  }
}

void Project::add_exits(CallRef ref, FunctionRef callee) {
  const Graph& graph = *m_graphs[ref.file];
  const Call& call = graph.calls[ref.call];
  const Function& function = m_graphs[callee.file]->functions[callee.function];
  const auto add = [&](ValueId from, ValueId to) {
    if (from != 0 && to != 0) m_exits[callee.file].push_back({from, to, ref});
  };
  const bool makes = constructs(function);
  if (!makes) add(function.result, call.result);
  if (m_throws[callee.file][callee.function]) add(function.thrown, call.thrown);
  const ValueId changed = call.receiver_after != 0 ? call.receiver_after : graph.functions[call.function].self_after;
  add(function.self_after, makes && !call.on_self ? call.result : changed);
  const bool changes = std::any_of(function.parameters.begin(), function.parameters.end(), [](const Parameter& each) { return each.after != 0; });
  std::size_t position = 0;
  for (const Argument& argument : graph.arguments_of(call)) {
    if (!changes) break;
    const Parameter* parameter = bound(graph, function, argument, position).parameter;
    if (parameter != nullptr) add(parameter->after, argument.after);
    position += argument.keyword == 0 ? 1 : 0;
  }
}

void Project::sort_crossings() {
  for (auto& entries : m_entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.from < b.from; });
  }
  for (auto& exits : m_exits) {
    const auto place = [](const Exit& exit) { return std::tie(exit.from, exit.call); };
    std::stable_sort(exits.begin(), exits.end(), [&](const Exit& a, const Exit& b) { return place(a) < place(b); });
    // Of several arguments that one parameter takes, the first one tells.
    exits.erase(std::unique(exits.begin(), exits.end(), [&](const Exit& a, const Exit& b) { return place(a) == place(b); }), exits.end());
  }
}

std::span<const Entry> Project::entries(ValueRef from) const { return from_value(m_entries[from.file], from.value); }

std::span<const Exit> Project::exits(ValueRef from) const { return from_value(m_exits[from.file], from.value); }

ValueId Project::exit_at(ValueRef from, CallRef call) const {
  const auto all = exits(from);
  const auto found = std::lower_bound(all.begin(), all.end(), call, [](const Exit& exit, CallRef wanted) { return exit.call < wanted; });
  return found == all.end() || found->call != call ? 0 : found->to;
}

}  // namespace codelake::sast::flow
