// SPDX-License-Identifier: Apache-2.0
//
// A match is a range of text, the data flow knows values. The nodes of the tree with exactly that range are asked for a
// value of their own; then what was matched is turned into those values:
//
//     pattern-sources: get(...)       `q = get(1)`: the call is the source
//     pattern-sinks: run(...)         `run(a, b)`: the call's arguments and its object are where taint must arrive
//     pattern-sanitizers: clean(...)  `clean(q)`: the call and all within it let nothing pass
#include "scanners/sast/taint_file.h"

#include "scanners/sast/findings.h"
#include "scanners/sast/flow/build.h"
#include "scanners/sast/kinds.h"

#include <algorithm>
#include <numeric>

namespace codelake::sast {

using flow::ValueId;
using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

TaintPlace place_of(const Match& match) {
  TaintPlace place;
  place.begin = match.begin;
  place.end = match.end;
  for (std::size_t slot = 0; slot < match.values.size(); ++slot) {
    if (match.values[slot].hash != 0) place.bound.emplace_back(static_cast<Slot>(slot), match.values[slot]);
  }
  return place;
}

// The nodes of a part's places, whose values are known once the graph is built.
struct Places {
  TaintPartFile* found = nullptr;
  std::vector<std::vector<NodeId>> values;  // beside found->places
  std::vector<std::vector<NodeId>> to;
};

class Reader {
 public:
  Reader(const Subject& subject, std::size_t steps_max)
      : m_subject(subject), m_tree(subject.file()->tree()), m_steps_max(steps_max), m_wanted(m_tree.nodes.size()) {
    m_by_begin.resize(m_tree.nodes.size() - 1);
    std::iota(m_by_begin.begin(), m_by_begin.end(), NodeId{1});
    const auto before = [&](NodeId a, NodeId b) { return m_tree[a].begin < m_tree[b].begin; };
    if (!std::is_sorted(m_by_begin.begin(), m_by_begin.end(), before)) std::stable_sort(m_by_begin.begin(), m_by_begin.end(), before);
  }

  Places read(const PartUse& use, TaintPartFile& found) {
    Places places;
    places.found = &found;
    Budget budget{m_steps_max, false};
    for (const Match& match : evaluate(*use.of, use.as->formula, m_subject, budget)) {
      if (use.role == SharedPart::Role::sanitizer && is_block(match)) continue;
      places.values.push_back(nodes_of(use, match));
      places.to.emplace_back();
      if (use.role == SharedPart::Role::propagator) places.to.back() = nodes_in(match.values[use.as->to]);
      want(places.to.back(), true);
      found.places.push_back(place_of(match));
      if (use.role == SharedPart::Role::sink) found.places.back().symbol = enclosing_symbol(*m_subject.file(), match);
    }
    found.limit_hit = budget.exhausted;
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

  std::vector<NodeId> nodes_of(const PartUse& use, const Match& match) {
    const TaintPart& part = *use.as;
    switch (use.role) {
      case SharedPart::Role::source: {
        std::vector<NodeId> nodes = values_in(match);
        want(nodes, part.by_side_effect);
        if (!part.exact) add_inner(match, nodes);
        return nodes;
      }
      case SharedPart::Role::sanitizer: {
        std::vector<NodeId> nodes = part.exact || part.by_side_effect ? values_in(match) : all_in(match);
        want(nodes, part.by_side_effect);
        return nodes;
      }
      case SharedPart::Role::propagator: {
        std::vector<NodeId> nodes = nodes_in(match.values[part.from]);
        want(nodes, false);
        return nodes;
      }
      case SharedPart::Role::sink: break;
    }
    std::vector<NodeId> nodes = arrivals_in(match);
    want(nodes, false);
    return nodes;
  }

  std::vector<NodeId> nodes_in(const Value& value) const {
    return value.hash == 0 ? std::vector<NodeId>{} : values_in({value.begin, value.end, {}});
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

void settle(const Places& places, const flow::Graph& graph) {
  for (std::size_t i = 0; i < places.values.size(); ++i) {
    places.found->places[i].values = values_of(graph, places.values[i]);
    places.found->places[i].to = values_of(graph, places.to[i]);
  }
}

}  // namespace

TaintRuleFile found_by(const CompiledRule& rule, const std::map<std::size_t, TaintPartFile>& parts) {
  TaintRuleFile found;
  found.rule = rule.rule;
  for (const PartUse& use : rule.parts) {
    const auto at = parts.find(use.shared);
    if (at == parts.end()) continue;
    found.limit_hit = found.limit_hit || at->second.limit_hit;
    if (!at->second.places.empty()) found.parts.push_back({&use, &at->second});
  }
  return found;
}

std::unique_ptr<TaintFile> read_taint(const LanguageRules::Candidates& wanted, const Subject& subject, std::size_t steps_max) {
  Reader reader(subject, steps_max);
  auto file = std::make_unique<TaintFile>(std::string(subject.text()));
  std::vector<Places> all;
  for (const CompiledRule* rule : wanted.taint_rules) {
    for (const PartUse& use : rule->parts) {
      if (!wanted.parts.empty() && !wanted.parts[use.shared]) continue;
      const auto [at, added] = file->parts.try_emplace(use.shared);
      if (added) all.push_back(reader.read(use, at->second));
    }
  }
  file->graph = flow::build_graph(subject.file()->tree(), subject.file()->imports(), reader.wanted(),
                                  {.settings = subject.file()->settings()});
  for (const Places& places : all) settle(places, file->graph);
  file->graph.marked = {};
  std::erase_if(file->parts, [](const auto& part) { return part.second.places.empty() && !part.second.limit_hit; });
  for (const CompiledRule* rule : wanted.taint_rules) {
    TaintRuleFile found = found_by(*rule, file->parts);
    const bool has_end = std::any_of(found.parts.begin(), found.parts.end(), [](const TaintRuleFile::Part& part) {
      return part.use->role == SharedPart::Role::source || part.use->role == SharedPart::Role::sink;
    });
    if (has_end || found.limit_hit) file->rules.push_back(std::move(found));
  }
  return file;
}

}  // namespace codelake::sast
