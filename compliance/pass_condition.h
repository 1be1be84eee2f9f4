// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/severity.h"

#include <optional>
#include <string>
#include <string_view>

namespace codelake::compliance {

// What a control asks for to pass, as one word of a framework file:
//   no_findings                no finding at all: the published formula (evaluate.h)
//   no_<severity>_<noun>       none at or above the severity; lesser ones are allowed (no_critical_secrets)
//   max_<n>_<severity>_<noun>  at most n at or above the severity
//   inventory_complete         no_findings, and every package is pinned and listed
//   scanned_within_<n>_days    the last complete scan is at most n days old
//   gate_passed, gate_enforced, reviewed_ratio_ge_<percent>, no_sla_breach   process words
// <noun> is one of secrets, findings, issues, vulnerabilities, cves and is for the reader.
struct PassCondition {
  enum class Kind { no_findings, severity, inventory_complete, scanned_within, process };
  Kind kind = Kind::no_findings;
  Severity severity = Severity::info;  // of Kind::severity
  int number = 0;                      // findings allowed, days, or percent
  std::string text = "no_findings";    // as written
};

// Absent for a word that is none of these: it is never taken for a pass.
std::optional<PassCondition> pass_condition_from(std::string_view word);

}  // namespace codelake::compliance
