// SPDX-License-Identifier: Apache-2.0
//
// The published formula. A control without an open finding passes, with one or two minor ones (medium or low) it is
// partial, with more or with a single high or critical one it fails; informational findings do not count. A control
// nobody looked at is not assessed, unless what was found anyway makes it fail. The score of a framework is
//   (pass + attested + ½ partial) / (all controls but the ones not applicable) · 100,
// so that a control which is not assessed is worth nothing and running fewer scanners never raises it.
// Example: soc2 with 15 controls, 11 pass, 3 partial, 1 fail: (11 + 1.5) / 15 = 83.
#include "compliance/evaluate.h"

#include "compliance/evidence.h"
#include "compliance/finding_groups.h"

#include <algorithm>
#include <set>

namespace codelake::compliance {

namespace {

// The verdict of the findings alone.
ControlState verdict(const Control& control, const Counts& counts) {
  if (control.pass_condition.kind == PassCondition::Kind::severity) {
    const int found = counts.at_or_above(control.pass_condition.severity);
    return found <= control.pass_condition.number ? ControlState::pass : ControlState::fail;
  }
  if (counts.serious() > 0 || counts.minor() > control.minor_max) return ControlState::fail;
  return counts.minor() > 0 ? ControlState::partial : ControlState::pass;
}

// The one place where the state of a control is decided.
ControlState decide(const Control& control, const Evidence& evidence, const Counts& counts,
                    const std::optional<int>& days_since_scan) {
  const ControlState found = verdict(control, counts);
  if (found == ControlState::fail) return found;
  if (!evidence.assessable) return ControlState::not_assessed;
  const bool timed = control.pass_condition.kind == PassCondition::Kind::scanned_within;
  if (timed && days_since_scan.value_or(0) > control.pass_condition.number) return ControlState::fail;
  if (found == ControlState::pass && !evidence.complete) return ControlState::partial;
  return found;
}

// "1 critical, 2 low".
std::string severities(const Counts& counts) {
  std::string text;
  for (std::size_t i = counts.by_severity.size(); i-- > 1;) {
    if (counts.by_severity.at(i) == 0) continue;
    text += (text.empty() ? "" : ", ") + std::to_string(counts.by_severity.at(i)) + " " +
            std::string(to_text(static_cast<Severity>(i)));
  }
  return text;
}

std::string reason_for(const Control& control, const Evidence& evidence, const Counts& counts) {
  const std::string found = severities(counts);
  std::string text = found.empty() ? "" : "open findings: " + found;
  if (evidence.assessable && found.empty() && !control.cwe.empty()) text = "no open finding";
  if (!found.empty() && control.pass_condition.kind == PassCondition::Kind::severity) {
    text += " (asked for: " + control.pass_condition.text + ")";
  }
  text += (text.empty() ? "" : "; ") + evidence.text;
  if (counts.by_severity[0] > 0) text += "; " + std::to_string(counts.by_severity[0]) + " informational not counted";
  if (counts.suppressed > 0) text += "; " + std::to_string(counts.suppressed) + " suppressed not counted";
  return text;
}

// One evaluation: the input, and its findings grouped once for all controls.
struct Evaluation {
  const EvaluationInput& input;
  FindingGroups groups;
};

ControlResult evaluate_control(const Control& control, const Evaluation& evaluation, bool disabled) {
  const EvaluationInput& input = evaluation.input;
  ControlResult result;
  result.id = control.id;
  result.name = control.name;
  result.category = control.category;
  result.description = control.description;
  result.check_type = to_text(control.check_type);
  if (disabled) {
    result.state = ControlState::not_applicable;
    result.reason = "disabled in the configuration";
    return result;
  }
  Counts counts = evaluation.groups.counts_for(control);
  const Evidence evidence = evidence_for(control, input);
  result.state = decide(control, evidence, counts, input.days_since_scan);
  result.reason = reason_for(control, evidence, counts);
  const bool timed = control.pass_condition.kind == PassCondition::Kind::scanned_within;
  if (timed && result.state != ControlState::not_assessed) {
    result.reason += "; last scan " + std::to_string(*input.days_since_scan) + " days ago, at most " +
                     std::to_string(control.pass_condition.number) + " allowed";
  }
  result.finding_ids = std::move(counts.ids);
  return result;
}

// 100 · numerator / denominator, rounded half up; 0 of nothing.
int percent(int numerator, int denominator) {
  return denominator == 0 ? 0 : (200 * numerator + denominator) / (2 * denominator);
}

void count(FrameworkResult& result, ControlState state) {
  switch (state) {
    case ControlState::pass: result.pass += 1; break;
    case ControlState::partial: result.partial += 1; break;
    case ControlState::fail: result.fail += 1; break;
    case ControlState::not_assessed: result.not_assessed += 1; break;
    case ControlState::not_applicable: result.not_applicable += 1; break;
    case ControlState::attested: result.attested += 1; break;
  }
}

FrameworkResult evaluate_framework(const Framework& framework, const Evaluation& evaluation) {
  const auto& all_disabled = evaluation.input.config.disabled_controls;
  FrameworkResult result;
  result.key = framework.key;
  result.name = framework.name;
  result.version = framework.version;
  const auto disabled = all_disabled.find(framework.key);
  for (const Control& control : framework.controls) {
    const bool off = disabled != all_disabled.end() &&
                     std::find(disabled->second.begin(), disabled->second.end(), control.id) != disabled->second.end();
    result.controls.push_back(evaluate_control(control, evaluation, off));
    count(result, result.controls.back().state);
  }
  result.total = static_cast<int>(result.controls.size()) - result.not_applicable;
  const int assessed = result.total - result.not_assessed;
  const int points = 1000 * (result.pass + result.attested) + framework.partial_weight * result.partial;
  result.score = percent(points, 1000 * result.total);
  result.assessed_score = percent(points, 1000 * assessed);
  result.coverage = percent(assessed, result.total);
  return result;
}

std::string posture_of(int score) {
  if (score >= 90) return "Strong";
  if (score >= 75) return "Good";
  return score >= 50 ? "Moderate" : "Weak";
}

// The keys of the frameworks that have something in a state, the worst score first.
std::string frameworks_with(const Scorecard& card, int FrameworkResult::*state) {
  std::vector<const FrameworkResult*> worst;
  for (const auto& [key, framework] : card.frameworks) {
    if (framework.*state > 0) worst.push_back(&framework);
  }
  std::stable_sort(worst.begin(), worst.end(),
                   [](const FrameworkResult* a, const FrameworkResult* b) { return a->score < b->score; });
  std::string keys;
  for (const FrameworkResult* framework : worst) keys += (keys.empty() ? "" : ", ") + framework->key;
  return keys;
}

std::string recommendation_for(const Scorecard& card) {
  if (card.frameworks.empty()) return "Enable a framework";
  if (const auto keys = frameworks_with(card, &FrameworkResult::fail); !keys.empty()) {
    return "Address failing controls in " + keys;
  }
  if (const auto keys = frameworks_with(card, &FrameworkResult::partial); !keys.empty()) {
    return "Address partial controls in " + keys;
  }
  if (const auto keys = frameworks_with(card, &FrameworkResult::not_assessed); !keys.empty()) {
    return "Gather evidence for controls not assessed in " + keys;
  }
  return "Keep scanning every change";
}

std::vector<std::string> risk_areas_of(const Scorecard& card) {
  std::set<CheckType> failing;
  for (const auto& [key, framework] : card.frameworks) {
    for (const ControlResult& control : framework.controls) {
      if (control.state == ControlState::fail) failing.insert(*check_type_from(control.check_type));
    }
  }
  std::vector<std::string> areas;
  for (const CheckType type : failing) areas.emplace_back(area_of(type));
  return areas;
}

ExecutiveSummary summary_of(const Scorecard& card) {
  ExecutiveSummary summary;
  int scores = 0;
  for (const auto& [key, framework] : card.frameworks) {
    scores += framework.score;
    summary.total_controls += framework.total;
    summary.passing += framework.pass + framework.attested;
    summary.partial += framework.partial;
    summary.failing += framework.fail;
    summary.not_assessed += framework.not_assessed;
  }
  const int count = static_cast<int>(card.frameworks.size());
  summary.overall_score = count == 0 ? 0 : (2 * scores + count) / (2 * count);
  const bool assessed = summary.total_controls > summary.not_assessed;
  summary.posture = assessed ? posture_of(summary.overall_score) : "Not assessed";
  summary.risk_areas = risk_areas_of(card);
  summary.recommendation = recommendation_for(card);
  return summary;
}

const Framework* find(const std::vector<Framework>& frameworks, const std::string& key) {
  const auto place =
      std::find_if(frameworks.begin(), frameworks.end(), [&](const Framework& each) { return each.key == key; });
  return place == frameworks.end() ? nullptr : &*place;
}

Failure unknown_framework(const std::vector<Framework>& frameworks, const std::string& key) {
  std::vector<std::string> known;
  for (const Framework& framework : frameworks) known.push_back(framework.key);
  const auto nearest = nearest_word(key, known);
  return fail(Error{ErrorKind::usage, "Unknown framework", key, {}, nearest ? "did you mean '" + *nearest + "'?" : ""});
}

}  // namespace

bool is_enabled(const Config& config, const std::string& framework_key) {
  if (!config.enabled_frameworks) return true;
  const auto& keys = *config.enabled_frameworks;
  return std::find(keys.begin(), keys.end(), framework_key) != keys.end();
}

Result<void> check_selection(const std::vector<Framework>& frameworks, const Config& config) {
  for (const std::string& key : config.enabled_frameworks.value_or(std::vector<std::string>{})) {
    if (find(frameworks, key) == nullptr) return unknown_framework(frameworks, key);
  }
  for (const auto& [key, controls] : config.disabled_controls) {
    const Framework* framework = find(frameworks, key);
    if (framework == nullptr) return unknown_framework(frameworks, key);
    for (const std::string& id : controls) {
      if (framework->find(id) == nullptr) return fail(Error{ErrorKind::usage, "Unknown control", id, {}, {}});
    }
  }
  return {};
}

Result<Scorecard> evaluate(const std::vector<Framework>& frameworks, const EvaluationInput& input) {
  TRY(check_selection(frameworks, input.config));
  const Evaluation evaluation{input, FindingGroups(input.findings)};
  Scorecard card;
  for (const Framework& framework : frameworks) {
    if (!is_enabled(input.config, framework.key)) continue;
    card.frameworks.emplace(framework.key, evaluate_framework(framework, evaluation));
  }
  card.summary = summary_of(card);
  return card;
}

}  // namespace codelake::compliance
