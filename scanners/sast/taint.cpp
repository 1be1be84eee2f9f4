// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/taint.h"

#include "core/check.h"
#include "core/fingerprint.h"
#include "core/thread_pool.h"
#include "scanners/sast/findings.h"
#include "scanners/sast/flow/reach.h"
#include "scanners/sast/interpolation.h"
#include "scanners/sast/taint_labels.h"

#include <algorithm>
#include <exception>
#include <map>
#include <tuple>

namespace codelake::sast {

using flow::Step;

namespace {

constexpr std::uint32_t bit(Step step) { return 1U << static_cast<unsigned>(step); }

std::uint32_t steps_of(const RuleOptions& options) {
  std::uint32_t steps = 0xFFFFFFFF;
  if (options.taint_only_propagate_through_assignments) {
    steps = bit(Step::copy) | bit(Step::store) | bit(Step::field) | bit(Step::element) | bit(Step::class_field) |
            bit(Step::checked) | bit(Step::host_checked) | bit(Step::part_checked) | bit(Step::number);
  }
  if (options.taint_assume_safe_functions) {
    steps &= ~(bit(Step::argument) | bit(Step::receiver) | bit(Step::effect) | bit(Step::callback));
  }
  if (options.taint_assume_safe_checks) steps &= ~bit(Step::checked);
  if (options.taint_assume_safe_part_checks) steps &= ~(bit(Step::host_checked) | bit(Step::part_checked));
  if (options.taint_assume_safe_host_checks) steps &= ~bit(Step::host_checked);
  if (options.taint_assume_safe_behind_host) steps &= ~bit(Step::behind_host);
  if (options.taint_assume_safe_numbers) steps &= ~bit(Step::number);
  if (options.taint_assume_safe_indexes) steps &= ~bit(Step::index);
  if (options.taint_assume_safe_comparisons || options.taint_assume_safe_booleans) steps &= ~bit(Step::comparison);
  return steps;
}

// One rule's places in all files.
struct RulePlaces {
  const Rule* rule = nullptr;
  std::vector<std::pair<std::uint32_t, const TaintRuleFile*>> files;

  // Whether a part of that role holds anywhere.
  bool has(SharedPart::Role role) const {
    return std::any_of(files.begin(), files.end(), [&](const auto& file) {
      const auto& parts = file.second->parts;
      return std::any_of(parts.begin(), parts.end(), [&](const TaintRuleFile::Part& part) { return part.use->role == role; });
    });
  }
};

// A source or sink of the question.
struct Origin {
  std::uint32_t file = 0;
  const PartUse* use = nullptr;
  const TaintPlace* place = nullptr;
};

bool holds(const Range& outer, const Range& inner) {
  return outer.start.offset <= inner.start.offset && inner.end.offset <= outer.end.offset;
}

// One finding for each weakness of a rule: several values of one sink, several ways out of one place, and a sink within
// another on the same line that the same source reaches (`readBytes(Path.of(name))`) are one, the outermost. Of several ways
// to one place the weightiest counts.
std::vector<Finding> without_repeats(std::vector<Finding> findings) {
  const auto source = [](const Finding& finding) {
    return finding.trace.empty() ? std::tuple<std::string, std::uint32_t>() : std::tuple(finding.trace[0].path, finding.trace[0].range.start.offset);
  };
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tuple(a.path, a.range.start.offset, b.range.end.offset, b.severity) <
           std::tuple(b.path, b.range.start.offset, a.range.end.offset, a.severity);
  });
  std::vector<Finding> kept;
  for (Finding& each : findings) {
    bool repeats = false;
    for (auto earlier = kept.rbegin(); earlier != kept.rend() && !repeats; ++earlier) {
      if (earlier->path != each.path || earlier->range.start.line != each.range.start.line) break;
      repeats = earlier->range == each.range || (holds(earlier->range, each.range) && source(*earlier) == source(each));
    }
    if (!repeats) kept.push_back(std::move(each));
  }
  return kept;
}

class RuleRun {
 public:
  RuleRun(const flow::Project& project, std::span<const TaintFile* const> files, const Rule& rule)
      : m_project(project), m_files(files), m_rule(rule) {}

  void run(const RulePlaces& places, flow::ReachOptions options, TaintReport& report) {
    m_question.steps = steps_of(m_rule.options);
    m_labels.add(m_rule.taint);
    for (const auto& [file, found] : places.files) add(file, *found);
    if (m_question.sources.empty() || m_question.sinks.empty()) return;
    const flow::Flows flows = flow::find_flows(m_project, m_question, options);
    if (flows.limit_hit) report.limits_hit.push_back(&m_rule);
    std::vector<Finding> made;
    for (const flow::Flow& flow : flows.flows) made.push_back(finding(flow));
    for (Finding& each : without_repeats(std::move(made))) report.findings.push_back(std::move(each));
  }

 private:
  void add(std::uint32_t file, const TaintRuleFile& found) {
    for (const TaintRuleFile::Part& part : found.parts) {
      for (const TaintPlace& place : part.found->places) add(file, *part.use, place, found);
    }
  }

  void add(std::uint32_t file, const PartUse& use, const TaintPlace& place, const TaintRuleFile& found) {
    const TaintPart& part = *use.part;
    switch (use.role) {
      case SharedPart::Role::source:
        for (const flow::ValueId value : place.values) {
          const flow::ValueRef at = {file, value};
          add_source({at, m_labels.number(part.label), m_labels.requirement(part.requires_labels), at}, {file, &use, &place});
        }
        return;
      case SharedPart::Role::sink:
        for (const flow::ValueId value : place.values) {
          m_question.sinks.push_back({{file, value}, requirement_of(part), conditions_of(file, part, place)});
          m_sinks.push_back({file, &use, &place});
        }
        return;
      case SharedPart::Role::sanitizer:
        if (part.not_conflicting && conflicts(place, found)) return;
        for (const flow::ValueId value : place.values) m_question.sanitized.insert(flow::ValueRef{file, value}.key());
        return;
      case SharedPart::Role::propagator: add_propagator({file, &use, &place});
    }
  }

  void add_source(flow::Source source, const Origin& origin) {
    m_question.sources.push_back(std::move(source));
    m_sources.push_back(origin);
  }

  // One that asks for labels or gives one is a source for each label that it passes on.
  void add_propagator(const Origin& origin) {
    const TaintPart& part = *origin.use->part;
    for (const flow::ValueId from : origin.place->values) {
      const flow::ValueRef at = {origin.file, from};
      if (part.label.empty() && part.requires_labels.empty()) {
        auto& to = m_question.propagators[at.key()];
        to.insert(to.end(), origin.place->to.begin(), origin.place->to.end());
        continue;
      }
      for (const flow::ValueId to : origin.place->to) {
        for (const TaintLabels::Passed& passed : m_labels.passed(part.label, part.requires_labels)) {
          add_source({{origin.file, to}, passed.label, passed.requirement, at}, origin);
        }
      }
    }
  }

  // Where labels are told apart, a sink that asks for none wants the taint of sources without one.
  flow::Requirement requirement_of(const TaintPart& sink) {
    if (!sink.requires_of.empty()) return {};
    return m_labels.requirement(sink.requires_labels.empty() && m_labels.are_told_apart() ? TaintLabels::k_default : sink.requires_labels);
  }

  std::vector<flow::Condition> conditions_of(std::uint32_t file, const TaintPart& sink, const TaintPlace& place) {
    std::vector<flow::Condition> conditions;
    for (std::size_t i = 0; i < sink.requires_of.size(); ++i) {
      flow::Condition& condition = conditions.emplace_back();
      for (const flow::ValueId value : place.also[i]) condition.at.push_back({file, value});
      condition.requires_labels = m_labels.requirement(sink.requires_of[i].second);
    }
    return conditions;
  }

  static bool conflicts(const TaintPlace& sanitizer, const TaintRuleFile& found) {
    return std::any_of(found.parts.begin(), found.parts.end(), [&](const TaintRuleFile::Part& part) {
      const bool end = part.use->role == SharedPart::Role::source || part.use->role == SharedPart::Role::sink;
      const auto& places = part.found->places;
      return end && std::any_of(places.begin(), places.end(), [&](const TaintPlace& place) {
               return place.begin == sanitizer.begin && place.end == sanitizer.end;
             });
    });
  }

  Match match_of(const Origin& origin) const {
    Match match{origin.place->begin, origin.place->end, std::vector<Value>(m_rule.metavariables.size())};
    for (const auto& [slot, value] : origin.place->bound) {
      const Slot own = origin.use->slots[slot];
      if (own < match.values.size()) match.values[own] = value;
    }
    return match;
  }

  Finding finding(const flow::Flow& flow) const {
    const Origin& sink = m_sinks[flow.sink];
    const Origin& source = m_sources[flow.source];
    const TaintFile& sink_file = *m_files[sink.file];
    Finding finding = make_finding(m_rule, match_of(sink), {sink_file.path, sink_file.text, sink_file.lines, sink.place->symbol, sink_file.in_tests, false});
    // What the sink leaves open in the message, the source may bind.
    finding.message = interpolated(finding.message, m_rule, match_of(source), m_files[source.file]->text);
    Range last;
    for (const flow::ValueRef& at : flow.trace) {
      const TaintFile& file = *m_files[at.file];
      const flow::Graph& graph = m_project.graph(at.file);
      const flow::Value& value = graph.values[at.value];
      // What a function gives back stands at the function, which would lead the eye away.
      if (graph.functions[value.function].result == at.value) continue;
      const Range range = file.lines.range(value.begin, value.end);
      const bool same_line = !finding.trace.empty() && finding.trace.back().path == file.path && range.start.line == last.start.line;
      if (!same_line) {
        const std::string_view said = finding.trace.empty() ? "the value comes from here" : "it passes here";
        finding.trace.push_back({file.path, range, std::string(said), lines_of(file.lines, {range.start, range.start})});
      }
      last = range;
    }
    if (flow.root.file != sink.file) {
      move_to(finding, flow.root);
      if (m_files[flow.root.file]->in_tests && !sink_file.in_tests) lower(finding);
    }
    if (m_rule.options.taint_lowered_by_doubt && flow.doubt > flow::k_doubt_max) lower(finding);
    if (source.place->for_administrators || sink.place->for_administrators) lower(finding);
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
    finding.snippet = lines_of(file.lines, finding.range);
    finding.identity = normalised(finding.snippet);
    finding.symbol.clear();
  }

  const flow::Project& m_project;
  std::span<const TaintFile* const> m_files;
  const Rule& m_rule;
  TaintLabels m_labels;
  flow::Question m_question;
  std::vector<Origin> m_sources;  // beside m_question.sources
  std::vector<Origin> m_sinks;
};

}  // namespace

TaintReport follow_taint(std::span<const TaintFile* const> files, std::size_t threads, flow::ReachOptions options,
                         std::span<const flow::ModuleRoot> roots) {
  std::vector<const flow::Graph*> graphs;
  std::vector<std::string_view> paths;
  // By the rule's place in its file, so that the order does not depend on where it lies in memory.
  std::map<std::tuple<std::string_view, std::uint32_t, std::string_view>, RulePlaces> rules;
  TaintReport report;
  for (std::uint32_t file = 0; file < files.size(); ++file) {
    graphs.push_back(&files[file]->graph);
    paths.push_back(files[file]->path);
    for (const TaintRuleFile& found : files[file]->rules) {
      RulePlaces& places = rules[{found.rule->path, found.rule->line, found.rule->info.id}];
      places.rule = found.rule;
      places.files.emplace_back(file, &found);
      if (found.limit_hit) report.limits_hit.push_back(found.rule);
    }
  }
  std::vector<const RulePlaces*> runs;
  for (const auto& [key, places] : rules) {
    if (places.has(SharedPart::Role::source) && places.has(SharedPart::Role::sink)) runs.push_back(&places);
  }
  if (runs.empty()) return report;
  const flow::Project project(std::move(graphs), paths, roots);
  report.imports_limit_hit = project.imports_limit_hit();
  std::vector<TaintReport> reports(runs.size());
  std::vector<std::exception_ptr> bugs(runs.size());
  run_in_parallel(runs.size(), threads, [&](std::size_t i) {
    try {
      RuleRun(project, files, *runs[i]->rule).run(*runs[i], options, reports[i]);
    } catch (const BugFound&) {
      bugs[i] = std::current_exception();
    }
  });
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (bugs[i]) std::rethrow_exception(bugs[i]);
    std::move(reports[i].findings.begin(), reports[i].findings.end(), std::back_inserter(report.findings));
    report.limits_hit.insert(report.limits_hit.end(), reports[i].limits_hit.begin(), reports[i].limits_hit.end());
  }
  return report;
}

}  // namespace codelake::sast
