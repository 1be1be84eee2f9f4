// SPDX-License-Identifier: Apache-2.0
//
// The idea: a fact says "this part of this value is tainted, given how its function was entered". Facts spread along the
// edges of the graphs. At a call a fact enters the callee as the start of a context of its own; what leaves that context
// goes back only to the calls that entered it, so that two callers of one function are not mixed up. A fact that was born
// inside a function (its context is 0) leaves to every caller. This is the tabulation of Reps, Horwitz and Sagiv
// ("Precise interprocedural dataflow analysis via graph reachability", 1995), with access paths in place of plain variables.
//
//     def first(a, b): return a        entered with a tainted: context 1 starts at parameter a
//     x = first(q, "")                 context 1 reaches the result: x is tainted
//     y = first("", q)                 context 2 starts at b and never reaches the result: y is clean
#include "scanners/sast/flow/reach.h"

#include "scanners/sast/flow/access_path.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace codelake::sast::flow {

namespace {

using FactId = std::uint32_t;
using ContextId = std::uint32_t;
constexpr FactId k_none = 0xFFFFFFFF;
constexpr std::size_t k_trace_max = 64;
constexpr std::size_t k_flows_max = 32;  // to one sink

struct FactKey {
  ContextId context = 0;
  ValueRef at;
  PathId path = 0;
  unsigned label = 0;
  bool operator==(const FactKey&) const = default;
};

struct FactHash {
  std::size_t operator()(const FactKey& key) const {
    std::uint64_t hash = key.at.key() * 0x9E3779B97F4A7C15U;
    hash ^= (std::uint64_t{key.context} << 32U | key.path) * 0xBF58476D1CE4E5B9U;
    return static_cast<std::size_t>((hash ^ (hash >> 29U)) + key.label);
  }
};

enum class Arrival : std::uint8_t { source, step, entered, returned };

struct Fact {
  FactKey key;
  FactId before = k_none;
  Arrival arrival = Arrival::source;
  CallRef call;               // of entered and returned
  std::size_t source = 0;     // of Arrival::source
};

// What entered a function with one parameter tainted.
struct Context {
  std::vector<std::pair<CallRef, FactId>> callers;
  std::set<std::pair<CallRef, ContextId>> known;
  std::vector<FactId> exits;
};

class Reach {
 public:
  Reach(const Project& project, const Question& question, std::size_t facts_max)
      : m_project(project), m_question(question), m_facts_max(facts_max), m_contexts(1) {
    for (const Source& source : question.sources) {
      if (source.requires_labels) m_awaited.insert(source.required_at.key());
    }
    for (std::size_t i = 0; i < question.sinks.size(); ++i) {
      m_sinks[question.sinks[i].at.key()].push_back(i);
      for (const Condition& condition : question.sinks[i].also) {
        for (const ValueRef& at : condition.at) m_awaited.insert(at.key());
      }
    }
    m_seeded.resize(question.sources.size());
  }

  Flows run() {
    // A source that requires labels is looked at again whenever more has been reached.
    while (seed()) {
      for (; m_next < m_facts.size(); ++m_next) spread(m_next);
    }
    Flows flows;
    flows.limit_hit = m_limit_hit;
    for (std::size_t sink = 0; sink < m_question.sinks.size(); ++sink) {
      const auto arrived = m_arrived.find(m_question.sinks[sink].at.key());
      if (arrived == m_arrived.end()) continue;
      const Requirement& requirement = m_question.sinks[sink].requires_labels;
      if (requirement && !requirement(arrived->second.labels)) continue;
      if (!conditions_hold(m_question.sinks[sink])) continue;
      add_flows(sink, arrived->second, flows);
    }
    return flows;
  }

 private:
  struct Arrived {
    Labels labels = 0;
    std::vector<FactId> facts;
  };

  // The caller that is followed out of each context on the way back.
  using Callers = std::map<ContextId, FactId>;

  bool conditions_hold(const Sink& sink) const {
    return std::all_of(sink.also.begin(), sink.also.end(), [&](const Condition& condition) {
      Labels labels = 0;
      for (const ValueRef& at : condition.at) {
        const auto arrived = m_arrived.find(at.key());
        if (arrived != m_arrived.end()) labels |= arrived->second.labels;
      }
      return condition.requires_labels(labels);
    });
  }

  bool seed() {
    bool any = false;
    for (std::size_t i = 0; i < m_question.sources.size(); ++i) {
      const Source& source = m_question.sources[i];
      if (m_seeded[i]) continue;
      if (source.requires_labels) {
        const auto arrived = m_arrived.find(source.required_at.key());
        if (!source.requires_labels(arrived == m_arrived.end() ? 0 : arrived->second.labels)) continue;
      }
      m_seeded[i] = true;
      any = true;
      Fact fact;
      fact.key = {0, source.at, 0, source.label};
      fact.source = i;
      reach(fact);
    }
    return any;
  }

  void reach(const Fact& fact) {
    const std::uint64_t at = fact.key.at.key();
    if (fact.key.at.value == 0 || m_question.sanitized.count(at) != 0) return;
    if (m_facts.size() >= m_facts_max) {
      m_limit_hit = true;
      return;
    }
    const auto id = static_cast<FactId>(m_facts.size());
    if (!m_known.try_emplace(fact.key, id).second) return;
    m_facts.push_back(fact);
    const bool matters = m_sinks.count(at) != 0 || m_awaited.count(at) != 0;
    if (!matters) return;
    Arrived& arrived = m_arrived[at];
    arrived.facts.push_back(id);
    arrived.labels |= 1U << fact.key.label;
  }

  void go(FactId from, ValueId to, PathId path) {
    Fact fact = m_facts[from];
    fact.key.at.value = to;
    fact.key.path = path;
    fact.before = from;
    fact.arrival = Arrival::step;
    reach(fact);
  }

  std::optional<PathId> path_behind(const Edge& edge, const Graph& graph, PathId path) {
    switch (edge.step) {
      case Step::store: return m_paths.under(path, graph.labels[edge.label]);
      case Step::field: return m_paths.inside(path, graph.labels[edge.label]);
      case Step::element: return m_paths.inside_any(path);
      case Step::copy:
      case Step::operand:
      case Step::checked:
      case Step::part_checked:
      case Step::class_field: return path;
      default: return PathId{0};
    }
  }

  // Whether an edge stands for a callee nothing is known of, and something is.
  bool replaced(std::uint32_t file, const Edge& edge) const {
    switch (edge.step) {
      case Step::argument:
      case Step::receiver:
      case Step::effect:
      case Step::callback: return m_project.is_certain(file, edge.to);
      default: return false;
    }
  }

  void spread(FactId id) {
    const FactKey key = m_facts[id].key;
    const Graph& graph = m_project.graph(key.at.file);
    for (const Edge& edge : graph.edges_of(key.at.value)) {
      if ((m_question.steps & (1U << static_cast<unsigned>(edge.step))) == 0 || replaced(key.at.file, edge)) continue;
      if (const auto path = path_behind(edge, graph, key.path)) go(id, edge.to, *path);
    }
    const auto more = m_question.propagators.find(key.at.key());
    if (more != m_question.propagators.end()) {
      for (const ValueId to : more->second) go(id, to, key.path);
    }
    for (const auto& [value, use] : m_project.uses(key.at.file, key.at.value)) enter_all(id, {key.at.file, use.call}, use);
    leave(id);
  }

  void enter_all(FactId id, CallRef call, const Use& use) {
    for (const FunctionRef& callee : m_project.callees(call).functions) {
      const Function& function = m_project.graph(callee.file).functions[callee.function];
      if (use.argument == Use::k_receiver) {
        if (function.self != 0) enter(id, call, {callee.file, function.self}, 0);
        continue;
      }
      const Binding binding = bound(function, call, use.argument);
      if (binding.parameter != nullptr) enter(id, call, {callee.file, binding.parameter->value}, binding.label);
    }
  }

  // The parameter an argument is bound to, and under which label, when that one takes several.
  struct Binding {
    const Parameter* parameter = nullptr;
    syntax::Symbol label = 0;
  };

  Binding bound(const Function& function, CallRef call, std::uint32_t index) const {
    const Graph& graph = m_project.graph(call.file);
    const auto arguments = graph.arguments_of(graph.calls[call.call]);
    const syntax::Symbol keyword = arguments[index].keyword;
    if (keyword != 0) {
      for (const Parameter& parameter : function.parameters) {
        if (parameter.name == keyword) return {&parameter, 0};
      }
      for (const Parameter& parameter : function.parameters) {
        if (parameter.keywords) return {&parameter, keyword};
      }
      return {};
    }
    std::size_t position = 0;
    for (std::uint32_t i = 0; i < index; ++i) position += arguments[i].keyword == 0 ? 1 : 0;
    for (std::size_t i = 0; i < function.parameters.size(); ++i) {
      const Parameter& parameter = function.parameters[i];
      if (parameter.variadic) return {&parameter, syntax::symbol_of("#" + std::to_string(position - i))};
      if (i == position && !parameter.keywords) return {&parameter, 0};
    }
    return {};
  }

  void enter(FactId id, CallRef call, ValueRef start, syntax::Symbol label) {
    FactKey from = m_facts[id].key;
    if (label != 0) from.path = m_paths.under(from.path, label);
    const FactKey entry = {0, start, from.path, from.label};
    const auto [at, added] = m_entries.try_emplace(entry, static_cast<ContextId>(m_contexts.size()));
    if (added) m_contexts.emplace_back();
    const ContextId context = at->second;
    if (!m_contexts[context].known.insert({call, from.context}).second) return;
    m_contexts[context].callers.emplace_back(call, id);
    if (added) {
      Fact fact;
      fact.key = {context, start, from.path, from.label};
      fact.before = id;
      fact.arrival = Arrival::entered;
      fact.call = call;
      reach(fact);
    }
    const std::vector<FactId> exits = m_contexts[context].exits;
    for (const FactId exit : exits) give_back(exit, call, from.context);
  }

  // A fact that holds when its function returns goes back to who called it.
  void leave(FactId id) {
    const FactKey key = m_facts[id].key;
    const Graph& graph = m_project.graph(key.at.file);
    const std::uint32_t index = graph.values[key.at.value].function;
    const Function& function = graph.functions[index];
    const bool leaves = key.at.value == function.result || key.at.value == function.self_after ||
                        std::any_of(function.parameters.begin(), function.parameters.end(),
                                    [&](const Parameter& each) { return each.after == key.at.value; });
    if (!leaves) return;
    if (key.context == 0) {
      for (const CallRef& call : m_project.callers({key.at.file, index})) give_back(id, call, 0);
      return;
    }
    m_contexts[key.context].exits.push_back(id);
    const auto callers = m_contexts[key.context].callers;
    for (const auto& [call, from] : callers) give_back(id, call, m_facts[from].key.context);
  }

  void give_back(FactId exit, CallRef call, ContextId context) {
    const FactKey key = m_facts[exit].key;
    const Graph& graph = m_project.graph(key.at.file);
    const std::uint32_t index = graph.values[key.at.value].function;
    const ValueId target = target_of(graph.functions[index], key.at.value, call);
    Fact fact = m_facts[exit];
    fact.key = {context, {call.file, target}, key.path, key.label};
    fact.before = exit;
    fact.arrival = Arrival::returned;
    fact.call = call;
    if (target != 0) reach(fact);
  }

  // Where a value that left a function arrives at a call of it; 0: nowhere.
  ValueId target_of(const Function& function, ValueId left, CallRef ref) const {
    const Graph& graph = m_project.graph(ref.file);
    const Call& call = graph.calls[ref.call];
    if (left == function.result) return Project::constructs(function) ? 0 : call.result;
    if (left == function.self_after) {
      if (Project::constructs(function) && !call.on_self) return call.result;
      return call.receiver_after != 0 ? call.receiver_after : graph.functions[call.function].self_after;
    }
    const auto arguments = graph.arguments_of(call);
    for (std::uint32_t i = 0; i < arguments.size(); ++i) {
      const Parameter* parameter = bound(function, ref, i).parameter;
      if (parameter != nullptr && parameter->after == left) return arguments[i].after;
    }
    return 0;
  }

  // One flow for each function that the taint of a sink comes from: their ways differ, and each must be mended.
  void add_flows(std::size_t sink, const Arrived& arrived, Flows& flows) {
    const std::size_t most = flows.flows.size() + k_flows_max;
    std::set<FunctionRef> known;
    for (const FactId fact : arrived.facts) {
      Callers callers;
      std::set<ContextId> open;
      add_ways(fact, m_facts[fact].key.context, {sink, fact, most, &known, &callers, &open, &flows});
    }
  }

  struct Ways {
    std::size_t sink;
    FactId fact;
    std::size_t most;
    std::set<FunctionRef>* known;
    Callers* callers;
    std::set<ContextId>* open;
    Flows* flows;
  };

  // Chooses a caller for every context between the sink and a function whose own code gave the taint.
  void add_ways(FactId root, ContextId context, const Ways& ways) {
    if (context == 0) {
      const ValueRef at = m_facts[root].key.at;
      if (!ways.known->insert({at.file, m_project.graph(at.file).values[at.value].function}).second) return;
      if (ways.flows->flows.size() >= ways.most) {
        m_limit_hit = ways.flows->limit_hit = true;
        return;
      }
      ways.flows->flows.push_back(flow_to(ways.sink, ways.fact, *ways.callers));
      ways.flows->flows.back().root = at;
      return;
    }
    if (!ways.open->insert(context).second) return;
    for (const auto& [call, from] : m_contexts[context].callers) {
      (*ways.callers)[context] = from;
      add_ways(from, m_facts[from].key.context, ways);
    }
  }

  // Goes back from the sink; a callee that was left through a call is gone through to where that very call entered it.
  Flow flow_to(std::size_t sink, FactId id, const Callers& callers) const {
    Flow flow;
    flow.sink = sink;
    std::vector<CallRef> open;
    while (id != k_none && flow.trace.size() < k_trace_max) {
      const Fact& fact = m_facts[id];
      flow.trace.push_back(fact.key.at);
      flow.source = fact.source;
      if (fact.arrival == Arrival::returned) open.push_back(fact.call);
      FactId before = fact.before;
      if (fact.arrival == Arrival::entered && !open.empty()) {
        for (const auto& [call, from] : m_contexts[fact.key.context].callers) {
          if (call == open.back()) before = from;
        }
        open.pop_back();
      } else if (fact.arrival == Arrival::entered) {
        const auto chosen = callers.find(fact.key.context);
        if (chosen != callers.end()) before = chosen->second;
      }
      id = before;
    }
    std::reverse(flow.trace.begin(), flow.trace.end());
    return flow;
  }

  const Project& m_project;
  const Question& m_question;
  std::size_t m_facts_max;
  bool m_limit_hit = false;
  AccessPaths m_paths;
  std::vector<Fact> m_facts;  // also the queue: those from m_next on are still to be spread
  FactId m_next = 0;
  std::unordered_map<FactKey, FactId, FactHash> m_known;
  std::vector<Context> m_contexts;  // [0] is that of facts born in a function
  std::unordered_map<FactKey, ContextId, FactHash> m_entries;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_sinks;
  std::unordered_set<std::uint64_t> m_awaited;  // where sources and sinks require labels of what reaches them
  std::unordered_map<std::uint64_t, Arrived> m_arrived;  // at sinks and awaited sources
  std::vector<bool> m_seeded;
};

}  // namespace

Flows find_flows(const Project& project, const Question& question, std::size_t facts_max) {
  return Reach(project, question, facts_max).run();
}

}  // namespace codelake::sast::flow
