// SPDX-License-Identifier: Apache-2.0
//
// The idea: run the code on an environment that says for every variable, and every known part of every known object,
// which value it holds now. Where two ways meet and the values differ, a new value joins them; a loop's variables are such
// joins from the start, so that its body is run once. What remains is a graph in which every value is made once (static
// single assignment), and a rule only asks what is reached from where.
//
//     q = request.args["q"]         v1 = the index expression (wanted: a source)
//     if admin: q = "all"           the string is no value: nothing flows into it
//     sql = "select " + q           v2 = binary, edge v1 → v2; the join of q on both ways is v1, the other way is clean
//     db.execute(sql)               the argument of the call (wanted: a sink) is v3, edge v2 → v3
//
// Conditions that are constant decide which arm is run at all.
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/flow/build.h"

#include <algorithm>
#include <array>

namespace codelake::sast::flow {

using syntax::NodeId;
using syntax::Symbol;

namespace {

constexpr std::size_t k_steps_max = 50'000'000;
constexpr std::size_t k_values_max = 4'000'000;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Sorts the edges by where they come from, in place of a list for each value.
void order_edges(Graph& graph) {
  std::stable_sort(graph.edges.begin(), graph.edges.end(), [](const Edge& a, const Edge& b) { return a.from < b.from; });
  graph.starts.assign(graph.values.size() + 1, 0);
  for (const Edge& edge : graph.edges) graph.starts[edge.from + 1] += 1;
  for (std::size_t i = 1; i < graph.starts.size(); ++i) graph.starts[i] += graph.starts[i - 1];
}

}  // namespace

Builder::Builder(const syntax::Tree& tree, const Imports& imports, const std::vector<std::uint8_t>& wanted, SettingsOf settings)
    : BuildState(tree, imports, wanted, std::move(settings)) {
  m_steps_left = k_steps_max;
  const std::string_view language = tree.language;
  m_traits.falls_through = is_one_of(language, {"java", "javascript", "typescript", "tsx", "c", "cpp", "php", "csharp"});
  m_traits.fields_by_name = is_one_of(language, {"java", "csharp", "kotlin", "scala", "cpp", "swift"});
  m_traits.assigns_locally = is_one_of(language, {"python", "php", "ruby"});
  m_traits.implicit_return = is_one_of(language, {"ruby", "scala", "rust", "kotlin", "swift"});
  m_traits.calls_by_name = is_one_of(language, {"ruby", "scala"});
  m_traits.self_parameter = is_one_of(language, {"python", "rust"});
  for (NodeId id = 0; language == "ruby" && id < tree.nodes.size(); ++id) {
    if (tree[id].kind == syntax::Kind::identifier && tree.text(id).starts_with('@')) m_own_names.insert(tree[id].symbol);
  }
  m_graph.values.resize(1);
  m_graph.labels.resize(1);
  m_graph.imports.resize(1);
  m_graph.language = language;
  for (const ImportSource& source : imports.sources()) import_named(source);
}

Graph Builder::run(std::string path) && {
  m_graph.path = std::move(path);
  run_module();
  order_edges(m_graph);
  for (auto& marked : m_graph.marked) std::stable_sort(marked.begin(), marked.end());
  // The graphs of all files are kept until the last one is read.
  m_graph.values.shrink_to_fit();
  m_graph.edges.shrink_to_fit();
  m_graph.calls.shrink_to_fit();
  m_graph.arguments.shrink_to_fit();
  m_graph.functions.shrink_to_fit();
  return std::move(m_graph);
}

ValueId BuildState::add_value(NodeId at) {
  if (m_graph.values.size() >= k_values_max) {
    m_graph.limit_hit = true;
    return 0;
  }
  m_graph.values.push_back({at, node(at).begin, node(at).end, m_frames.empty() ? 0 : frame().function});
  return static_cast<ValueId>(m_graph.values.size() - 1);
}

void BuildState::add_edge(ValueId from, ValueId to, Step step, Symbol label) {
  if (from == 0 || to == 0 || from == to) return;
  std::uint32_t index = 0;
  if (label != 0) {
    const auto [at, added] = m_labels.try_emplace(label, static_cast<std::uint32_t>(m_graph.labels.size()));
    if (added) m_graph.labels.push_back(label);
    index = at->second;
  }
  m_graph.edges.push_back({from, to, step, index});
}

Graph build_graph(const syntax::Tree& tree, const Imports& imports, const std::vector<std::uint8_t>& wanted,
                  Surroundings around) {
  return Builder(tree, imports, wanted, std::move(around.settings)).run(std::move(around.path));
}

}  // namespace codelake::sast::flow
