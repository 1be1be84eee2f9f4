// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace codelake {

enum class ControlState { pass, partial, fail, not_assessed, not_applicable, attested };
std::string_view to_text(ControlState state);

// The verdict on one control of a framework, and what it rests on.
struct ControlResult {
  std::string id;
  std::string name;
  std::string category;
  std::string description;
  std::string check_type;
  ControlState state = ControlState::not_assessed;
  std::string reason;                     // one line, never empty
  std::vector<std::string> finding_ids;   // the findings that count against it, in report order
};

// One framework. pass + partial + fail + not_assessed + attested + not_applicable = controls.size().
struct FrameworkResult {
  std::string key;
  std::string name;
  std::string version;
  int score = 0;            // (pass + attested + ½ partial) of all applicable, 0–100, rounded half up
  int assessed_score = 0;   // the same over assessed controls only
  int coverage = 0;         // assessed of applicable, in percent
  int pass = 0;
  int partial = 0;
  int fail = 0;
  int not_assessed = 0;
  int attested = 0;
  int not_applicable = 0;
  int total = 0;            // applicable controls
  std::vector<ControlResult> controls;
};

// The fields of `executive_summary`.
struct ExecutiveSummary {
  int overall_score = 0;  // mean of the frameworks' scores, rounded half up
  int total_controls = 0;
  int passing = 0;
  int partial = 0;
  int failing = 0;
  int not_assessed = 0;
  std::string posture;    // Strong ≥ 90, Good ≥ 75, Moderate ≥ 50, Weak; "Not assessed" when nothing was
  std::vector<std::string> risk_areas;
  std::string recommendation;
};

// The evaluation of one scan against all enabled frameworks, by key.
struct Scorecard {
  ExecutiveSummary summary;
  std::map<std::string, FrameworkResult> frameworks;
};

}  // namespace codelake
