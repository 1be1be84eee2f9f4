// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/taint.h"

#include "core/fingerprint.h"
#include "scanners/sast/findings.h"
#include "scanners/sast/flow/reach.h"
#include "scanners/sast/interpolation.h"
#include "scanners/sast/taint_labels.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace codelake::sast {

using flow::Step;

namespace {

constexpr std::uint32_t bit(Step step) { return 1U << static_cast<unsigned>(step); }

std::uint32_t steps_of(const RuleOptions& options) {
  std::uint32_t steps = 0xFFFFFFFF;
  if (options.taint_only_propagate_through_assignments) {
    steps = bit(Step::copy) | bit(Step::store) | bit(Step::field) | bit(Step::element) | bit(Step::class_field) |
            bit(Step::checked) | bit(Step::part_checked);
  }
  if (options.taint_assume_safe_functions) {
    steps &= ~(bit(Step::argument) | bit(Step::receiver) | bit(Step::effect) | bit(Step::callback));
  }
  if (options.taint_assume_safe_checks) steps &= ~bit(Step::checked);
  if (options.taint_assume_safe_part_checks) steps &= ~bit(Step::part_checked);
  if (options.taint_assume_safe_indexes) steps &= ~bit(Step::index);
  if (options.taint_assume_safe_comparisons || options.taint_assume_safe_booleans) steps &= ~bit(Step::comparison);
  return steps;
}

// One rule's places in all files.
struct RulePlaces {
  std::vector<std::pair<std::uint32_t, const TaintRuleFile*>> files;
};

// Where a sink of the question comes from.
struct SinkOrigin {
  std::uint32_t file = 0;
  const TaintRuleFile* found = nullptr;
  std::size_t sink = 0;
};

struct SourceOrigin {
  std::uint32_t file = 0;
  const TaintPlace* place = nullptr;
};

class RuleRun {
 public:
  RuleRun(const flow::Project& project, std::span<const TaintFile* const> files, const Rule& rule)
      : m_project(project), m_files(files), m_rule(rule) {}

  void run(const RulePlaces& places, TaintReport& report) {
    m_question.steps = steps_of(m_rule.options);
    for (const auto& [file, found] : places.files) add(file, *found);
    if (m_question.sources.empty() || m_question.sinks.empty()) return;
    const flow::Flows flows = flow::find_flows(m_project, m_question);
    if (flows.limit_hit) report.limits_hit.push_back(&m_rule);
    // Several values of one sink, or several ways out of one place, are one finding.
    std::set<std::tuple<std::size_t, const TaintRuleFile*, std::string, std::uint32_t, std::uint32_t>> reported;
    for (const flow::Flow& flow : flows.flows) {
      const SinkOrigin& origin = m_sinks[flow.sink];
      Finding made = finding(flow);
      const Position at = made.range.start;
      // What is handed over to sinks of other files is one thing to mend, however many they are.
      const bool moved = flow.root.file != origin.file;
      const auto sink = moved ? std::pair(std::size_t{0}, static_cast<const TaintRuleFile*>(nullptr)) : std::pair(origin.sink, origin.found);
      if (reported.insert({sink.first, sink.second, made.path, at.line, at.column}).second) report.findings.push_back(std::move(made));
    }
  }

 private:
  void add(std::uint32_t file, const TaintRuleFile& found) {
    for (const TaintPlace& place : found.sources) {
      for (const flow::ValueId value : place.values) {
        m_question.sources.push_back({{file, value}, m_labels.number(place.part->label),
                                      m_labels.requirement(place.part->requires_labels)});
        m_sources.push_back({file, &place});
      }
    }
    for (std::size_t i = 0; i < found.sinks.size(); ++i) {
      for (const flow::ValueId value : found.sinks[i].values) {
        m_question.sinks.push_back({{file, value}, m_labels.requirement(found.sinks[i].part->requires_labels)});
        m_sinks.push_back({file, &found, i});
      }
    }
    for (const flow::ValueId value : found.sanitized) m_question.sanitized.insert(flow::ValueRef{file, value}.key());
    for (const auto& [from, to] : found.propagated) m_question.propagators[flow::ValueRef{file, from}.key()].push_back(to);
  }

  Finding finding(const flow::Flow& flow) const {
    const SinkOrigin& sink = m_sinks[flow.sink];
    const SourceOrigin& source = m_sources[flow.source];
    Finding finding = sink.found->findings[sink.sink];
    // What the sink leaves open in the message, the source may bind.
    finding.message = interpolated(finding.message, m_rule, source.place->match, m_files[source.file]->text);
    Range last;
    for (const flow::ValueRef& at : flow.trace) {
      const TaintFile& file = *m_files[at.file];
      const flow::Graph& graph = m_project.graph(at.file);
      const flow::Value& value = graph.values[at.value];
      // What a function gives back stands at the function, which would lead the eye away.
      if (graph.functions[value.function].result == at.value) continue;
      const Range range = file.lines.range(value.begin, value.end);
      const bool same_line = !finding.trace.empty() && finding.trace.back().path == file.path && range.start.line == last.start.line;
      if (!same_line) finding.trace.push_back({file.path, range, finding.trace.empty() ? "the value comes from here" : "it passes here"});
      last = range;
    }
    if (flow.root.file != sink.file) move_to(finding, flow.root);
    if (!finding.trace.empty()) finding.trace.back().message = finding.trace.size() == 1 ? "the value comes from and is used here" : "it is used here";
    return finding;
  }

  // A sink in another file than the code that hands the value over is reported where that is done: there it is mended,
  // and a function that many files call would else be blamed for all of them.
  void move_to(Finding& finding, const flow::ValueRef& root) const {
    const TaintFile& file = *m_files[root.file];
    const flow::Value& value = m_project.graph(root.file).values[root.value];
    finding.path = file.path;
    finding.range = file.lines.range(value.begin, value.end);
    finding.snippet.clear();
    for (std::uint32_t line = finding.range.start.line; line <= finding.range.end.line; ++line) {
      if (!finding.snippet.empty()) finding.snippet += '\n';
      finding.snippet += file.lines.line(line);
    }
    finding.identity = normalised(finding.snippet);
    finding.symbol.clear();
  }

  const flow::Project& m_project;
  std::span<const TaintFile* const> m_files;
  const Rule& m_rule;
  TaintLabels m_labels;
  flow::Question m_question;
  std::vector<SourceOrigin> m_sources;  // beside m_question.sources
  std::vector<SinkOrigin> m_sinks;
};

}  // namespace

TaintReport follow_taint(std::span<const TaintFile* const> files) {
  std::vector<const flow::Graph*> graphs;
  // By the rule's place in its file, so that the order does not depend on where it lies in memory.
  std::map<std::tuple<std::string, std::uint32_t, std::string>, std::pair<const Rule*, RulePlaces>> rules;
  TaintReport report;
  for (std::uint32_t file = 0; file < files.size(); ++file) {
    graphs.push_back(&files[file]->graph);
    for (const TaintRuleFile& found : files[file]->rules) {
      auto& entry = rules[{found.rule->path, found.rule->line, found.rule->info.id}];
      entry.first = found.rule;
      entry.second.files.emplace_back(file, &found);
      if (found.limit_hit) report.limits_hit.push_back(found.rule);
    }
  }
  const flow::Project project(std::move(graphs));
  for (const auto& [key, entry] : rules) RuleRun(project, files, *entry.first).run(entry.second, report);
  return report;
}

}  // namespace codelake::sast
