// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace codelake::compliance {

// What kind of look decides a control; the ten words of the reference document.
enum class CheckType {
  secrets, sast_security, sast_crypto, sast_auth, scan_recency, quality_gates, pr_reviews, sca_vulns, code_quality,
  iac_issues,
};

std::string_view to_text(CheckType type);
std::optional<CheckType> check_type_from(std::string_view text);
// Every check type, in the order of the enumeration.
std::span<const CheckType> all_check_types();

// The name of the check's area for people: "Secrets", "Dependencies" …
std::string_view area_of(CheckType type);

// The scanner behind it ("sast", "sca" …); empty for the three that look at the process instead of the code.
std::string_view scanner_of(CheckType type);
// The scanner that reports findings of a type.
std::string_view scanner_of(FindingType type);

// The CWE numbers of a family (SEC INJ MEM CRY AUT LOG ERR SCA IAC QUA), ascending; empty when there is no such family.
std::span<const int> cwe_family(std::string_view name);
// The names of all families.
std::vector<std::string_view> cwe_family_names();
// The families that belong to a check type when a control names no CWE of its own; none for the process ones.
std::vector<std::string_view> default_families(CheckType type);

// How much a project without any scan data should want a check, and why.
struct Recommendation {
  std::string_view level;   // "required", "recommended" or "optional"
  std::string_view reason;  // one sentence
};
Recommendation baseline_recommendation(CheckType type);

}  // namespace codelake::compliance
