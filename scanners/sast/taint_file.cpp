// SPDX-License-Identifier: Apache-2.0
//
// A match is a range of text, the data flow knows values. The nodes of the tree with exactly that range are asked for a
// value of their own; then what was matched is turned into those values:
//
//     pattern-sources: get(...)       `q = get(1)`: the call is the source
//     pattern-sinks: run(...)         `run(a, b)`: the call's arguments and its object are where taint must arrive
//     pattern-sanitizers: clean(...)  `clean(q)`: the call and all within it let nothing pass
#include "scanners/sast/taint_file.h"

#include "scanners/sast/exits.h"
#include "scanners/sast/findings.h"
#include "scanners/sast/flow/build.h"
#include "scanners/sast/for_administrators.h"
#include "scanners/sast/kinds.h"

#include <algorithm>
#include <numeric>

namespace codelake::sast {

using flow::Mark;
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

// Values of the graph to be, by the nodes they are asked for.
using Asked = std::vector<std::pair<NodeId, Mark>>;

// What a part's places ask for, which is known once the graph is built.
struct Places {
  struct Of {
    Asked values;
    Asked to;
    std::vector<Asked> also;
  };
  TaintPartFile* found = nullptr;
  std::vector<Of> asked;  // beside found->places
};

// Whether a formula tells where something is, but not what.
bool says_only_where(const Formula& formula) {
  if (formula.kind == Formula::Kind::inside) return true;
  if ((formula.kind != Formula::Kind::all && formula.kind != Formula::Kind::any) || !formula.focus.empty()) return false;
  return std::all_of(formula.children.begin(), formula.children.end(), [](const Formula& child) {
    return child.kind == Formula::Kind::negation || says_only_where(child);
  });
}

bool holds_statements(Kind kind) {
  switch (kind) {
    case Kind::block:
    case Kind::class_declaration:
    case Kind::for_each_statement:
    case Kind::for_statement:
    case Kind::function:
    case Kind::if_statement:
    case Kind::switch_statement:
    case Kind::try_statement:
    case Kind::while_statement:
    case Kind::with_statement: return true;
    default: return false;
  }
}

std::uint8_t wanted_for(Mark mark) {
  switch (mark) {
    case Mark::own: return flow::k_wanted;
    case Mark::stays: return flow::k_wanted | flow::k_stays;
    case Mark::exit: return flow::k_exit;
    case Mark::passed: return flow::k_passed;
    case Mark::reached: return flow::k_reached;
  }
  return 0;
}

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
      if (use.as->at_exit) {
        add_exits(*use.as, match, places);
      } else {
        places.asked.push_back(asked_by(use, match));
        found.places.push_back(place_of(match));
        if (use.role == SharedPart::Role::sink) found.places.back().symbol = enclosing_symbol(*m_subject.file(), match);
        const bool ends = use.role == SharedPart::Role::sink || use.role == SharedPart::Role::source;
        found.places.back().for_administrators = ends && is_for_administrators(*m_subject.file(), match);
      }
    }
    found.limit_hit = budget.exhausted;
    return places;
  }

  const std::vector<std::uint8_t>& wanted() const { return m_wanted; }

 private:
  void ask(const std::vector<NodeId>& nodes, Mark mark, Asked& asked) {
    for (const NodeId id : nodes) {
      m_wanted[id] |= wanted_for(mark);
      asked.emplace_back(id, mark);
    }
  }

  // What a match names, where it is named and from there on.
  void ask_changed(const TaintPart& part, const std::vector<NodeId>& nodes, Asked& asked) {
    if (!part.only_side_effect) ask(nodes, Mark::own, asked);
    if (part.by_side_effect) ask(nodes, Mark::stays, asked);
  }

  // Whether a match is one statement that holds others: what they compute is not its value.
  bool is_compound(const Match& match) const {
    bool compound = false;
    for (const NodeId id : beginning_in(match.begin, match.begin + 1)) {
      if (m_tree[id].end != match.end) continue;
      if (carries(id)) return false;  // a body of one statement is that statement
      compound = compound || holds_statements(m_tree[id].kind);
    }
    return compound;
  }

  // `{...}` is meant as an object, never as the statements that can be read the same way.
  bool is_block(const Match& match) const {
    if (m_tree.source[match.begin] != '{') return false;
    const auto here = beginning_in(match.begin, match.begin + 1);
    return std::any_of(here.begin(), here.end(), [&](NodeId id) { return m_tree[id].kind == Kind::block && m_tree[id].end == match.end; });
  }

  Places::Of asked_by(const PartUse& use, const Match& match) {
    const TaintPart& part = *use.as;
    Places::Of asked;
    switch (use.role) {
      case SharedPart::Role::source: ask_source(part, match, asked.values); break;
      case SharedPart::Role::sanitizer:
        ask_changed(part, part.exact || part.by_side_effect ? values_in(match) : all_in(match), asked.values);
        break;
      case SharedPart::Role::propagator:
        ask(nodes_in(match.values[part.from]), Mark::own, asked.values);
        ask_changed(part, nodes_in(match.values[part.to]), asked.to);
        break;
      case SharedPart::Role::sink:
        ask(part.exact ? arrivals_in(match) : all_in(match), Mark::own, asked.values);
        if (part.meets_control) ask(values_in(match), Mark::reached, asked.values);
        ask_others(part, match, asked);
    }
    return asked;
  }

  // The metavariables of a sink that ask for labels of their own.
  void ask_others(const TaintPart& part, const Match& match, Places::Of& asked) {
    for (const auto& [slot, labels] : part.requires_of) ask(nodes_in(match.values[slot]), Mark::own, asked.also.emplace_back());
  }

  void ask_source(const TaintPart& part, const Match& match, Asked& asked) {
    if (says_only_where(part.formula) && is_compound(match)) return;
    const std::vector<NodeId> nodes = values_in(match);
    if (part.control) return ask(nodes, Mark::passed, asked);
    ask_changed(part, nodes, asked);
    // A part of a source is one as well, unless the rule wants the source exactly.
    if (part.exact || part.only_side_effect || nodes.empty()) return;
    std::vector<NodeId> inner = all_in(match);
    std::erase_if(inner, [&](NodeId id) { return m_tree[id].kind == Kind::lambda || std::find(nodes.begin(), nodes.end(), id) != nodes.end(); });
    ask(inner, Mark::own, asked);
  }

  // A sink at exits is each statement within the match at which a function is left.
  void add_exits(const TaintPart& part, const Match& match, Places& places) {
    if (m_exits.empty()) m_exits = exits_of(m_tree);
    for (const NodeId id : m_exits) {
      if (m_tree[id].begin < match.begin || m_tree[id].end > match.end) continue;
      Match at = match;
      at.begin = m_tree[id].begin;
      at.end = m_tree[id].end;
      Places::Of& asked = places.asked.emplace_back();
      ask({id}, Mark::exit, asked.values);
      ask_others(part, match, asked);
      places.found->places.push_back(place_of(at));
      places.found->places.back().symbol = enclosing_symbol(*m_subject.file(), at);
    }
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

  // Where taint must arrive for a sink: what a call is given, else the value itself. What is in focus is a value even if a
  // call makes it: `open($PATH)` with the focus on $PATH asks what clean(x) gives, not what it is given.
  std::vector<NodeId> arrivals_in(const Match& match) const {
    if (is_compound(match)) return {};
    std::vector<NodeId> nodes = values_in(match);
    if (match.focused) return nodes;
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
  std::vector<NodeId> m_exits;
};

std::vector<ValueId> values_of(const flow::Graph& graph, const Asked& asked) {
  std::vector<ValueId> values;
  for (const auto& [node, mark] : asked) {
    for (const auto& [id, value] : graph.values_of(node, mark)) values.push_back(value);
  }
  return values;
}

void settle(const Places& places, const flow::Graph& graph) {
  for (std::size_t i = 0; i < places.asked.size(); ++i) {
    TaintPlace& place = places.found->places[i];
    place.values = values_of(graph, places.asked[i].values);
    place.to = values_of(graph, places.asked[i].to);
    for (const Asked& also : places.asked[i].also) place.also.push_back(values_of(graph, also));
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
    // One without a source or sink counts too: data of other files may be cleaned or carried on here.
    if (!found.parts.empty() || found.limit_hit) file->rules.push_back(std::move(found));
  }
  return file;
}

}  // namespace codelake::sast
