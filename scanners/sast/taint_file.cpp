// SPDX-License-Identifier: Apache-2.0
//
// A match is a range of text, the data flow knows values. The nodes of the tree with exactly that range are asked for a
// value of their own; then what was matched is turned into those values:
//
//     pattern-sources: get(...)       `q = get(1)`: the call is the source
//     pattern-sinks: run(...)         `run(a, b)`: the call's arguments and its object are where taint must arrive
//     pattern-sanitizers: clean(...)  `clean(q)`: the call and all within it let nothing pass
#include "scanners/sast/taint_file.h"

#include "scanners/sast/flow/build.h"
#include "scanners/sast/kinds.h"

#include <algorithm>

namespace codelake::sast {

using flow::ValueId;
using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

// The nodes of a rule's places, whose values are known once the graph is built.
struct Places {
  const CompiledRule* rule = nullptr;
  TaintRuleFile found;
  std::vector<std::vector<NodeId>> sources;  // beside found.sources
  std::vector<std::vector<NodeId>> sinks;
  std::vector<NodeId> sanitized;
  std::vector<std::pair<std::vector<NodeId>, std::vector<NodeId>>> propagated;
};

class Reader {
 public:
  Reader(const Subject& subject, std::size_t steps_max)
      : m_subject(subject), m_tree(subject.file()->tree()), m_steps_max(steps_max), m_wanted(m_tree.nodes.size()) {
    for (NodeId id = 1; id < m_tree.nodes.size(); ++id) m_by_begin.push_back(id);
    std::stable_sort(m_by_begin.begin(), m_by_begin.end(), [&](NodeId a, NodeId b) { return m_tree[a].begin < m_tree[b].begin; });
  }

  Places read(const CompiledRule& rule) {
    Places places;
    places.rule = &rule;
    places.found.rule = rule.rule;
    Budget budget{m_steps_max, false};
    const Taint& taint = rule.rule->taint;
    for (const TaintPart& part : taint.sources) {
      for (Match& match : evaluate(rule, part.formula, m_subject, budget)) {
        places.sources.push_back(values_in(match));
        want(places.sources.back(), part.by_side_effect);
        if (!part.exact) add_inner(match, places.sources.back());
        places.found.sources.push_back({&part, std::move(match), {}});
      }
    }
    for (const TaintPart& part : taint.sinks) {
      for (Match& match : evaluate(rule, part.formula, m_subject, budget)) {
        places.sinks.push_back(arrivals_in(match));
        want(places.sinks.back(), false);
        places.found.sinks.push_back({&part, std::move(match), {}});
      }
    }
    for (const TaintPart& part : taint.sanitizers) {
      for (const Match& match : evaluate(rule, part.formula, m_subject, budget)) {
        if (is_block(match) || (part.not_conflicting && conflicts(match, places.found))) continue;
        const auto nodes = part.exact || part.by_side_effect ? values_in(match) : all_in(match);
        want(nodes, part.by_side_effect);
        places.sanitized.insert(places.sanitized.end(), nodes.begin(), nodes.end());
      }
    }
    for (const TaintPart& part : taint.propagators) {
      for (const Match& match : evaluate(rule, part.formula, m_subject, budget)) propagate(part, match, places);
    }
    places.found.limit_hit = budget.exhausted;
    return places;
  }

  const std::vector<std::uint8_t>& wanted() const { return m_wanted; }

 private:
  void want(const std::vector<NodeId>& nodes, bool stays) {
    for (const NodeId id : nodes) m_wanted[id] |= static_cast<std::uint8_t>(flow::k_wanted | (stays ? flow::k_stays : 0));
  }

  // `{...}` is meant as an object, never as the statements that can be read the same way.
  bool is_block(const Match& match) const {
    if (m_tree.source[match.begin] != '{') return false;
    const auto here = beginning_in(match.begin, match.begin + 1);
    return std::any_of(here.begin(), here.end(), [&](NodeId id) { return m_tree[id].kind == Kind::block && m_tree[id].end == match.end; });
  }

  static bool conflicts(const Match& match, const TaintRuleFile& found) {
    const auto same = [&](const TaintPlace& place) { return place.match.same_range(match); };
    return std::any_of(found.sources.begin(), found.sources.end(), same) ||
           std::any_of(found.sinks.begin(), found.sinks.end(), same);
  }

  void propagate(const TaintPart& part, const Match& match, Places& places) {
    const auto of_slot = [&](Slot slot) {
      const Value& value = match.values[slot];
      return value.hash == 0 ? std::vector<NodeId>{} : values_in({value.begin, value.end, {}});
    };
    auto from = of_slot(part.from);
    auto to = of_slot(part.to);
    want(from, false);
    want(to, true);
    places.propagated.emplace_back(std::move(from), std::move(to));
  }

  std::span<const NodeId> beginning_in(std::uint32_t begin, std::uint32_t end) const {
    const auto before = [&](NodeId id, std::uint32_t offset) { return m_tree[id].begin < offset; };
    const auto first = std::lower_bound(m_by_begin.begin(), m_by_begin.end(), begin, before);
    const auto last = std::lower_bound(first, m_by_begin.end(), end, before);
    return {first, last};
  }

  // The expressions a match stands for: those with exactly its range, or else the outermost ones within it.
  std::vector<NodeId> values_in(const Match& match) const {
    std::vector<NodeId> nodes;
    for (const NodeId id : beginning_in(match.begin, match.begin + 1)) {
      if (m_tree[id].end == match.end && carries(id)) add_value_nodes(id, nodes);
    }
    if (!nodes.empty()) return nodes;
    NodeId behind = 0;
    for (const NodeId id : beginning_in(match.begin, match.end)) {
      if (m_tree[id].end > match.end || id < behind || !is_value(m_tree, id)) continue;
      nodes.push_back(id);
      behind = m_tree[id].subtree_end;
    }
    return nodes;
  }

  // An expression, a name that is bound, or a statement that is one expression.
  bool carries(NodeId id) const {
    const Kind kind = m_tree[id].kind;
    return is_expression(kind) || kind == Kind::parameter || kind == Kind::keyword_argument || kind == Kind::variable_declaration ||
           kind == Kind::return_statement || kind == Kind::throw_statement;
  }

  void add_value_nodes(NodeId id, std::vector<NodeId>& nodes) const {
    const Kind kind = m_tree[id].kind;
    NodeId inner = 0;
    if (kind == Kind::parameter) inner = m_tree.child(id, Role::name);
    if (kind == Kind::assignment) inner = m_tree.child(id, Role::right);
    if (kind == Kind::keyword_argument || kind == Kind::variable_declaration) inner = m_tree.child(id, Role::value);
    if (kind == Kind::return_statement || kind == Kind::throw_statement) inner = first_code(m_tree, id);
    nodes.push_back(inner != 0 ? inner : id);
  }

  // Where taint must arrive for a sink: what a call is given, else the value itself.
  std::vector<NodeId> arrivals_in(const Match& match) const {
    std::vector<NodeId> nodes = values_in(match);
    for (std::size_t i = 0, count = nodes.size(); i < count; ++i) {
      const NodeId id = nodes[i];
      if (m_tree[id].kind != Kind::call) continue;
      const NodeId callee = m_tree.child(id, Role::callee);
      const NodeId object = callee == 0 ? 0 : m_tree.child(callee, Role::object);
      if (object != 0) nodes.push_back(object);
      const NodeId list = m_tree.child(id, Role::arguments);
      for (NodeId argument = list == 0 ? 0 : first_code(m_tree, list); argument != 0; argument = next_code(m_tree, argument)) {
        const NodeId value = m_tree[argument].kind == Kind::keyword_argument ? m_tree.child(argument, Role::value) : argument;
        if (value != 0) nodes.push_back(value);
      }
    }
    return nodes;
  }

  // A part of a source is one as well, unless the rule wants the source exactly.
  void add_inner(const Match& match, std::vector<NodeId>& nodes) {
    std::vector<NodeId> inner = all_in(match);
    std::erase_if(inner, [&](NodeId id) { return m_tree[id].kind == Kind::lambda || std::find(nodes.begin(), nodes.end(), id) != nodes.end(); });
    want(inner, false);
    nodes.insert(nodes.end(), inner.begin(), inner.end());
  }

  std::vector<NodeId> all_in(const Match& match) const {
    std::vector<NodeId> nodes;
    for (const NodeId id : beginning_in(match.begin, match.end)) {
      if (m_tree[id].end <= match.end && is_expression(m_tree[id].kind)) nodes.push_back(id);
    }
    return nodes;
  }

  const Subject& m_subject;
  const syntax::Tree& m_tree;
  std::size_t m_steps_max;
  std::vector<std::uint8_t> m_wanted;
  std::vector<NodeId> m_by_begin;
};

std::vector<ValueId> values_of(const flow::Graph& graph, const std::vector<NodeId>& nodes) {
  std::vector<ValueId> values;
  for (const NodeId node : nodes) {
    for (const auto& [id, value] : graph.values_of(node)) values.push_back(value);
  }
  return values;
}

TaintRuleFile settled(Places& places, const flow::Graph& graph, const MakeFinding& finding) {
  TaintRuleFile& found = places.found;
  for (std::size_t i = 0; i < found.sources.size(); ++i) found.sources[i].values = values_of(graph, places.sources[i]);
  for (std::size_t i = 0; i < found.sinks.size(); ++i) {
    found.sinks[i].values = values_of(graph, places.sinks[i]);
    found.findings.push_back(finding(*found.rule, found.sinks[i].match));
  }
  found.sanitized = values_of(graph, places.sanitized);
  for (const auto& [from, to] : places.propagated) {
    for (const ValueId a : values_of(graph, from)) {
      for (const ValueId b : values_of(graph, to)) found.propagated.emplace_back(a, b);
    }
  }
  return std::move(found);
}

}  // namespace

std::unique_ptr<TaintFile> read_taint(std::span<const CompiledRule* const> rules, const Subject& subject,
                                      std::size_t steps_max, const MakeFinding& finding) {
  Reader reader(subject, steps_max);
  std::vector<Places> all;
  for (const CompiledRule* rule : rules) all.push_back(reader.read(*rule));
  auto file = std::make_unique<TaintFile>(std::string(subject.text()));
  file->graph = flow::build_graph(subject.file()->tree(), subject.file()->imports(), reader.wanted(), {.settings = subject.file()->settings()});
  for (Places& places : all) {
    TaintRuleFile found = settled(places, file->graph, finding);
    if (!found.sources.empty() || !found.sinks.empty() || found.limit_hit) file->rules.push_back(std::move(found));
  }
  return file;
}

}  // namespace codelake::sast
