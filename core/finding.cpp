// SPDX-License-Identifier: Apache-2.0
#include "core/finding.h"

#include <array>
#include <tuple>

namespace codelake {

namespace {
constexpr std::array<std::string_view, 6> k_types = {"sast", "sca", "secrets", "iac", "quality", "license"};
constexpr std::array<std::string_view, 3> k_verifications = {"verified", "plausible", "failed"};
}  // namespace

std::string_view to_text(FindingType type) { return k_types.at(static_cast<std::size_t>(type)); }

std::string_view to_text(Verification verification) {
  return k_verifications.at(static_cast<std::size_t>(verification));
}

std::optional<FindingType> finding_type_from(std::string_view text) {
  for (std::size_t i = 0; i < k_types.size(); ++i) {
    if (text == k_types[i]) return static_cast<FindingType>(i);
  }
  return std::nullopt;
}

std::string Finding::id() const { return "f_" + fingerprint.substr(0, 12); }

std::string_view Finding::status() const {
  if (!suppression) return "open";
  return suppression->kind == Suppression::Kind::baseline ? "baseline" : "suppressed";
}

bool report_order(const Finding& a, const Finding& b) {
  return std::tie(a.path, a.range, a.rule_id, a.fingerprint, a.message) <
         std::tie(b.path, b.range, b.rule_id, b.fingerprint, b.message);
}

}  // namespace codelake
