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
//
// A function within another one sees what that one was entered with: such a fact leaves to the calls of the inner function that
// stand in the outer one, and stays in its context.
#include "scanners/sast/flow/reach.h"

#include "scanners/sast/flow/access_path.h"
#include "scanners/sast/flow/number_table.h"
#include "scanners/sast/flow/relevance.h"

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

  std::uint64_t hash() const {
    std::uint64_t mixed = at.key() * 0x9E3779B97F4A7C15U;
    mixed ^= ((std::uint64_t{context} << 32U | path) + label) * 0xBF58476D1CE4E5B9U;
    return (mixed ^ (mixed >> 29U)) * 0x94D049BB133111EBU;
  }
};

enum class Arrival : std::uint8_t { source, step, entered, returned };

struct Fact {
  FactKey key;
  FactId before = k_none;
  CallRef call;               // of entered and returned
  std::uint32_t source = 0;   // in Question::sources: where its way began
  Arrival arrival = Arrival::source;
  Doubt doubt = 0;            // of the way that reached it first, about
};

// What entered a function with one parameter tainted.
struct Context {
  FactKey entry;  // of which all but its own context counts
  FunctionRef function;
  std::vector<std::pair<CallRef, FactId>> callers;  // one for each call and context of the caller
  NumberTable known;                                // these
  std::vector<FactId> exits;
  Doubt doubt = 0;  // of the fact that entered it first
};

class Reach {
 public:
  // Without `relevance` every value counts.
  Reach(const Project& project, const Question& question, std::size_t facts_max, const Relevance* relevance)
      : m_project(project), m_question(question), m_facts_max(facts_max), m_relevance(relevance), m_contexts(1) {
    for (const Source& source : question.sources) {
      if (source.requires_labels) m_arrived[source.required_at.key()];
    }
    for (const Sink& sink : question.sinks) {
      m_arrived[sink.at.key()];
      for (const Condition& condition : sink.also) {
        for (const ValueRef& at : condition.at) m_arrived[at.key()];
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
      const Arrived& arrived = m_arrived[m_question.sinks[sink].at.key()];
      if (arrived.facts.empty()) continue;
      const Requirement& requirement = m_question.sinks[sink].requires_labels;
      if (requirement && !requirement(arrived.labels)) continue;
      if (!conditions_hold(m_question.sinks[sink])) continue;
      add_flows(sink, arrived, flows);
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
      if (source.requires_labels && !source.requires_labels(m_arrived[source.required_at.key()].labels)) continue;
      m_seeded[i] = true;
      any = true;
      Fact fact;
      fact.key = {0, source.at, 0, source.label};
      fact.source = static_cast<std::uint32_t>(i);
      reach(fact);
    }
    return any;
  }

  bool matters(ValueRef at) const { return m_relevance == nullptr || m_relevance->holds(at); }

  void reach(const Fact& fact) {
    const std::uint64_t at = fact.key.at.key();
    if (fact.key.at.value == 0 || m_question.sanitized.count(at) != 0 || !matters(fact.key.at)) return;
    if (fact.doubt > k_doubt_followed_max) return;
    if (m_facts.size() >= m_facts_max) {
      m_limit_hit = true;
      return;
    }
    const auto id = static_cast<FactId>(m_facts.size());
    const auto same = [&](FactId other) { return m_facts[other].key == fact.key; };
    if (!m_known.find_or_add(fact.key.hash(), id, same).second) return;
    m_facts.push_back(fact);
    const auto arrived = m_arrived.find(at);
    if (arrived == m_arrived.end()) return;
    arrived->second.facts.push_back(id);
    arrived->second.labels |= 1U << fact.key.label;
  }

  void go(FactId from, ValueId to, PathId path, Step step = Step::copy) {
    Fact fact = m_facts[from];
    if (step == Step::outer) fact.key.context = 0;
    fact.doubt += doubt_of(step);
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
      case Step::behind_host:
      case Step::checked:
      case Step::host_checked:
      case Step::part_checked:
      case Step::class_field:
      case Step::outer: return path;
      case Step::receiver:
        // What is stored in one field is not given by the getter of another one.
        return edge.label == 0 || path == 0 ? PathId{0} : m_paths.inside(path, graph.labels[edge.label]);
      default: return PathId{0};
    }
  }

  void spread(FactId id) {
    const FactKey key = m_facts[id].key;
    const Graph& graph = m_project.graph(key.at.file);
    for (const Edge& edge : graph.edges_of(key.at.value)) {
      if (!carries(m_project, m_question, key.at.file, edge)) continue;
      if (const auto path = path_behind(edge, graph, key.path)) go(id, edge.to, *path, edge.step);
    }
    const auto more = m_question.propagators.find(key.at.key());
    if (more != m_question.propagators.end()) {
      for (const ValueId to : more->second) go(id, to, key.path);
    }
    for (const Entry& entry : m_project.entries(key.at)) {
      if (matters(entry.to)) enter(id, {key.at.file, entry.call}, entry);
    }
    leave(id);
  }

  void enter(FactId id, CallRef call, const Entry& how) {
    FactKey from = m_facts[id].key;
    if (how.label != 0) from.path = m_paths.under(from.path, how.label);
    const auto [index, added] = context_of({0, how.to, from.path, from.label});
    if (!add_caller(m_contexts[index], call, id)) return;
    if (added) {
      Fact fact = m_facts[id];
      fact.key = {index, how.to, from.path, from.label};
      fact.before = id;
      fact.arrival = Arrival::entered;
      fact.call = call;
      fact.doubt += doubt_of(m_project.callees(call), call.file != how.to.file);
      m_contexts[index].doubt = fact.doubt;
      reach(fact);
    }
    for (const FactId exit : m_contexts[index].exits) give_back(exit, call, id);
  }

  std::pair<ContextId, bool> context_of(const FactKey& entry) {
    const auto same = [&](ContextId other) { return m_contexts[other].entry == entry; };
    const auto found = m_entries.find_or_add(entry.hash(), static_cast<ContextId>(m_contexts.size()), same);
    if (!found.second) return found;
    Context& context = m_contexts.emplace_back();
    context.entry = entry;
    context.function = m_project.function_of(entry.at);
    return found;
  }

  // False when the call entered it from that context before.
  bool add_caller(Context& context, CallRef call, FactId from) {
    const ContextId outer = m_facts[from].key.context;
    const auto same = [&](std::uint32_t other) {
      const auto& [known, fact] = context.callers[other];
      return known == call && m_facts[fact].key.context == outer;
    };
    const std::uint64_t hash = ((std::uint64_t{call.file} << 32U | call.call) ^ (std::uint64_t{outer} << 20U)) * 0x9E3779B97F4A7C15U;
    if (!context.known.find_or_add(hash, static_cast<std::uint32_t>(context.callers.size()), same).second) return false;
    context.callers.emplace_back(call, from);
    return true;
  }

  // A fact that holds when its function returns goes back to who called it.
  void leave(FactId id) {
    const FactKey key = m_facts[id].key;
    const auto exits = m_project.exits(key.at);
    if (exits.empty()) return;
    if (key.context == 0) {
      for (const Exit& exit : exits) arrive(id, exit, 0, m_facts[id].doubt);
      return;
    }
    if (m_contexts[key.context].function != m_project.function_of(key.at)) return leave_inner(id);
    m_contexts[key.context].exits.push_back(id);
    for (const auto& [call, from] : m_contexts[key.context].callers) give_back(id, call, from);
  }

  // A fact of an inner function in the context of an outer one.
  void leave_inner(FactId id) {
    const FactKey key = m_facts[id].key;
    for (const Exit& exit : m_project.exits(key.at)) {
      if (stands_in(exit.call, m_contexts[key.context].function)) go(id, exit.to, key.path);
    }
  }

  bool stands_in(CallRef call, FunctionRef function) const {
    if (call.file != function.file) return false;
    const auto& functions = m_project.graph(call.file).functions;
    std::uint32_t around = m_project.graph(call.file).calls[call.call].function;
    while (around != function.function && around != 0) around = functions[around].parent;
    return around == function.function;
  }

  // To the call that `from` entered by.
  void give_back(FactId exit, CallRef call, FactId from) {
    const FactKey left = m_facts[exit].key;
    const Doubt inside = m_facts[exit].doubt - std::min(m_facts[exit].doubt, m_contexts[left.context].doubt);
    arrive(exit, {left.at.value, m_project.exit_at(left.at, call), call}, m_facts[from].key.context, m_facts[from].doubt + inside);
  }

  void arrive(FactId left, const Exit& exit, ContextId context, Doubt doubt) {
    Fact fact = m_facts[left];
    fact.doubt = doubt + doubt_of(m_project.callees(exit.call), exit.call.file != fact.key.at.file);
    fact.key.context = context;
    fact.key.at = {exit.call.file, exit.to};
    fact.before = left;
    fact.arrival = Arrival::returned;
    fact.call = exit.call;
    reach(fact);
  }

  // One flow for each function that the taint of a sink comes from: their ways differ, and each must be mended.
  void add_flows(std::size_t sink, const Arrived& arrived, Flows& flows) {
    const std::size_t most = flows.flows.size() + k_flows_max;
    std::set<FunctionRef> known;
    std::set<FunctionRef> kept;
    for (const FactId fact : arrived.facts) {
      Callers callers;
      std::set<ContextId> open;
      add_ways(fact, m_facts[fact].key.context, {sink, fact, most, &known, &kept, &callers, &open, &flows});
    }
  }

  struct Ways {
    std::size_t sink;
    FactId fact;
    std::size_t most;
    std::set<FunctionRef>* known;
    std::set<FunctionRef>* kept;
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
      Flow flow = flow_to(ways.sink, ways.fact, *ways.callers);
      flow.root = at;
      // What was kept in an object or variable is there for every function: where it was put there is what must be mended.
      const bool again = flow.kept && !ways.kept->insert(m_project.function_of(m_question.sources[flow.source].at)).second;
      if (!again) ways.flows->flows.push_back(std::move(flow));
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
    bool part_taken = false;  // behind the step, of an object all of which is tainted
    while (id != k_none && flow.trace.size() < k_trace_max) {
      const Fact& fact = m_facts[id];
      flow.trace.push_back(fact.key.at);
      flow.source = fact.source;
      if (fact.arrival == Arrival::returned) open.push_back(fact.call);
      FactId before = fact.before;
      CallRef call = fact.call;
      if (fact.arrival == Arrival::entered) {
        const auto chosen = callers.find(fact.key.context);
        const bool any = open.empty() && chosen == callers.end();
        for (const auto& [caller, from] : m_contexts[fact.key.context].callers) {
          if (any || (open.empty() ? from != chosen->second : caller != open.back())) continue;
          before = from;
          call = caller;
        }
        if (!open.empty()) open.pop_back();
      }
      const Edge* edge = before == k_none || fact.arrival != Arrival::step ? nullptr : edge_of(before, fact);
      if (edge != nullptr) flow.doubt += doubt_of(edge->step) + (part_taken ? doubt_of_part(*edge) : 0);
      if (edge != nullptr && is_choice(m_facts[before].key.at.file, *edge)) flow.doubt += k_doubt_max;
      flow.kept = flow.kept || (before != k_none && is_kept(before, fact, edge));
      if (before != k_none && fact.arrival != Arrival::step) {
        flow.doubt += doubt_of(m_project.callees(call), m_facts[before].key.at.file != fact.key.at.file);
        if (fact.arrival == Arrival::returned) flow.doubt += doubt_of_result(function_at(m_facts[before].key.at));
      } else {
        part_taken = edge != nullptr && takes_part(before, *edge, part_taken);
      }
      id = before;
    }
    std::reverse(flow.trace.begin(), flow.trace.end());
    return flow;
  }

  // Whether a step leads into what outlives a function: an object that it was called on, a field of a class, an outer variable.
  bool is_kept(FactId before, const Fact& fact, const Edge* edge) const {
    if (edge != nullptr) return edge->step == Step::class_field || edge->step == Step::outer;
    const ValueRef at = m_facts[before].key.at;
    return fact.arrival == Arrival::returned && function_at(at).self_after == at.value;
  }

  const Function& function_at(ValueRef at) const { return m_project.graph(at.file).functions[m_project.function_of(at).function]; }

  // What the step from the fact before goes along, the least doubtful if there are several; none where a rule lets data go on.
  const Edge* edge_of(FactId before, const Fact& fact) const {
    const ValueRef from = m_facts[before].key.at;
    const Edge* least = nullptr;
    for (const Edge& edge : m_project.graph(from.file).edges_of(from.value)) {
      if (edge.to != fact.key.at.value || !carries(m_project, m_question, from.file, edge)) continue;
      if (least == nullptr || doubt_of(edge.step) < doubt_of(least->step)) least = &edge;
    }
    return least;
  }

  bool is_choice(std::uint32_t file, const Edge& edge) const {
    return edge.step == Step::argument && edge.label != 0 && m_project.graph(file).labels[edge.label] == chosen_label();
  }

  // Whether a named part is taken out of what flows into a step: at the step, or behind it and it is the same object still.
  bool takes_part(FactId before, const Edge& edge, bool behind) const {
    if (edge.step != Step::field) return behind && keeps_object(edge.step);
    const FactKey& key = m_facts[before].key;
    return behind || (key.path == 0 && !is_position(m_project.graph(key.at.file).labels[edge.label]));
  }

  const Project& m_project;
  const Question& m_question;
  std::size_t m_facts_max;
  const Relevance* m_relevance;
  bool m_limit_hit = false;
  AccessPaths m_paths;
  std::vector<Fact> m_facts;  // also the queue: those from m_next on are still to be spread
  FactId m_next = 0;
  NumberTable m_known;    // the facts
  std::vector<Context> m_contexts;  // [0] is that of facts born in a function
  NumberTable m_entries;            // the contexts
  std::unordered_map<std::uint64_t, Arrived> m_arrived;  // at sinks, and where sources and sinks require labels
  std::vector<bool> m_seeded;
};

}  // namespace

Flows find_flows(const Project& project, const Question& question, ReachOptions options) {
  if (!options.relevant_only) return Reach(project, question, options.facts_max, nullptr).run();
  const Relevance relevance(project, question);
  if (relevance.empty()) return {};
  return Reach(project, question, options.facts_max, &relevance).run();
}

}  // namespace codelake::sast::flow
