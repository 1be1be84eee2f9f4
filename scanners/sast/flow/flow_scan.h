// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/build.h"
#include "scanners/sast/flow/reach.h"
#include "scanners/sast/imports.h"
#include "scanners/syntax/language.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Following data through a few lines of code, for tests.
namespace codelake::sast::flow {

// A file of a test: `source()` is a source, each argument of `sink(…)` a sink, and `clean(…)` a sanitizer.
struct File {
  std::string_view language;
  std::string code;
};

inline const syntax::Language& language_of(std::string_view name) {
  static const auto k_all = syntax::all_languages();
  return **std::find_if(k_all.begin(), k_all.end(), [&](const auto& each) { return each->name() == name; });
}

inline bool calls(const syntax::Tree& tree, syntax::NodeId id, std::string_view name) {
  const syntax::NodeId callee = tree[id].kind == syntax::Kind::call ? tree.child(id, syntax::Role::callee) : 0;
  return callee != 0 && tree.text(callee) == name;
}

class Scan {
 public:
  explicit Scan(std::vector<File> files, SettingsOf settings = {}) : m_files(std::move(files)) {
    // As a rule that takes every check for enough.
    taking({Step::checked, Step::host_checked, Step::part_checked});
    for (const File& file : m_files) m_trees.push_back(language_of(file.language).parse(file.code, 1000));
    for (const auto& tree : m_trees) {
      std::vector<std::uint8_t> wanted(tree.nodes.size());
      for (syntax::NodeId id = 0; id < tree.nodes.size(); ++id) {
        if (calls(tree, id, "source") || calls(tree, id, "clean")) wanted[id] = k_wanted;
        for (const syntax::NodeId argument : sinks_at(tree, id)) wanted[argument] = k_wanted;
      }
      m_graphs.push_back(build_graph(tree, Imports(tree), wanted, {.settings = settings}));
    }
    std::vector<const Graph*> graphs;
    for (const Graph& graph : m_graphs) graphs.push_back(&graph);
    m_project.emplace(std::move(graphs));
    for (std::uint32_t file = 0; file < m_trees.size(); ++file) ask(file);
  }

  // Takes these steps, and no other checks, for enough.
  Scan& taking(std::initializer_list<Step> checks) {
    m_question.steps = 0xFFFFFFFF;
    for (const Step step : checks) m_question.steps &= ~(1U << static_cast<unsigned>(step));
    return *this;
  }

  // The lines of the sinks that are reached, those of file i from i * 1000 on.
  std::vector<std::size_t> lines() const {
    std::vector<std::size_t> lines;
    for (const Flow& flow : find_flows(*m_project, m_question).flows) lines.push_back(line_of(m_question.sinks[flow.sink].at));
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
  }

  // The lines a trace of the only flow passes, each once in a row.
  std::vector<std::size_t> trace() const {
    const Flows flows = find_flows(*m_project, m_question);
    std::vector<std::size_t> lines;
    for (const ValueRef& at : flows.flows.at(0).trace) {
      if (lines.empty() || lines.back() != line_of(at)) lines.push_back(line_of(at));
    }
    return lines;
  }

  Flows flows(ReachOptions options) const { return find_flows(*m_project, m_question, options); }

 private:
  static std::vector<syntax::NodeId> sinks_at(const syntax::Tree& tree, syntax::NodeId id) {
    if (!calls(tree, id, "sink")) return {};
    return tree.children(tree.child(id, syntax::Role::arguments));
  }

  void ask(std::uint32_t file) {
    const auto& tree = m_trees[file];
    const auto each = [&](syntax::NodeId node, const auto& use) {
      for (const auto& [id, value] : m_project->graph(file).values_of(node)) use(ValueRef{file, value});
    };
    for (syntax::NodeId id = 0; id < tree.nodes.size(); ++id) {
      if (calls(tree, id, "source")) each(id, [&](ValueRef at) { m_question.sources.push_back({at, 0, {}, at}); });
      if (calls(tree, id, "clean")) each(id, [&](ValueRef at) { m_question.sanitized.insert(at.key()); });
      for (const syntax::NodeId argument : sinks_at(tree, id)) {
        each(argument, [&](ValueRef at) { m_question.sinks.push_back({at, {}, {}}); });
      }
    }
  }

  std::size_t line_of(ValueRef at) const {
    const auto& source = m_trees[at.file].source;
    const auto begin = m_project->graph(at.file).values[at.value].begin;
    return at.file * 1000U + 1U + static_cast<std::size_t>(std::count(source.begin(), source.begin() + begin, '\n'));
  }

  std::vector<File> m_files;
  std::vector<syntax::Tree> m_trees;
  std::vector<Graph> m_graphs;
  std::optional<Project> m_project;
  Question m_question;
};

inline std::vector<std::size_t> lines_of(std::string_view language, const std::string& code) {
  const std::vector<File> files = {{language, code}};
  return Scan(files).lines();
}

}  // namespace codelake::sast::flow
