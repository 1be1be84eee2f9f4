// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compliance/framework.h"
#include "core/config.h"
#include "core/coverage.h"
#include "core/finding.h"
#include "core/rule_info.h"
#include "core/scorecard.h"

#include <optional>
#include <vector>

namespace codelake::compliance {

// What a verdict rests on; references must outlive the call.
struct EvaluationInput {
  const std::vector<Finding>& findings;  // all of the scan, in report order; suppressed and baseline ones do not count
  const Coverage& coverage;              // a scanner of the program that was switched off stands there with ran = false
  const std::vector<RuleInfo>& rules;    // every rule able to fire, of all scanners (Scanner::rules())
  const Config& config;                  // enabled_frameworks, disabled_controls
  std::optional<int> days_since_scan;    // 0: the scan being evaluated has just completed; absent: not known
};

// The verdict on every control of the enabled frameworks. Pure: same input, same card. Fails (usage) when the
// configuration names a framework or control that does not exist: "Unknown control: CC99.9".
Result<Scorecard> evaluate(const std::vector<Framework>& frameworks, const EvaluationInput& input);

// Whether the configuration enables it.
bool is_enabled(const Config& config, const std::string& framework_key);

// Fails as evaluate() does when the configuration names something that does not exist.
Result<void> check_selection(const std::vector<Framework>& frameworks, const Config& config);

}  // namespace codelake::compliance
