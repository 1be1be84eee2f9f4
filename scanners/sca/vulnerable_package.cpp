// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/vulnerable_package.h"

#include "core/check.h"
#include "scanners/sca/lockfiles/purl.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <array>

namespace codelake::sca {

namespace {

std::string_view kind_of(const AdvisoryHit& hit) {
  constexpr std::array<std::string_view, 4> kinds = {"vulnerability", "unmaintained", "unsound", "notice"};
  return hit.malicious ? "malicious" : kinds.at(static_cast<std::size_t>(hit.informational));
}

// The digits that a version begins with; empty when it begins otherwise.
std::string_view major_of(std::string_view version) {
  if (version.starts_with('v')) version.remove_prefix(1);
  std::size_t end = 0;
  while (end < version.size() && is_digit(version[end])) ++end;
  return version.substr(0, end);
}

std::string fixed_on_same_major(const Package& package, const AdvisoryHit& hit) {
  const std::string_view major = major_of(package.version);
  const auto found =
      std::find_if(hit.fixed_versions.begin(), hit.fixed_versions.end(), [&](const std::string& fixed) {
        return !major.empty() && compare_numbers(major_of(fixed), major) == 0;
      });
  return found == hit.fixed_versions.end() ? std::string{} : *found;
}

// Its version is the least that the file asks for; a newer one may be in use.
bool is_floor(const Package& package) { return !package.version.empty() && !package.requirement.empty(); }

std::string message_of(const Package& package, const AdvisoryHit& hit, const PackageDetail& detail) {
  std::string text = package.name + " " + package.version + ": " + hit.summary + " (" + hit.ids.front() + ")";
  if (hit.malicious) return text + "; the package is malicious";
  if (hit.informational == Informational::unmaintained)
    return text + "; the package is not maintained any more";
  text += detail.fixed_version.empty() ? "; no fixed version is known" : "; fixed in " + detail.fixed_version;
  if (detail.known_exploited) text += "; known to be exploited";
  if (is_floor(package)) text += "; " + package.version + " is the least asked for, what is in use may be newer";
  return text;
}

std::string remedy_of(const Package& package, const AdvisoryHit& hit, const PackageDetail& detail) {
  if (hit.malicious) return "remove " + package.name + " and treat what it could reach as compromised";
  if (detail.fixed_version.empty()) return {};
  if (is_floor(package)) return "ask for " + package.name + " " + detail.fixed_version + " or later in " + package.path;
  std::string text = "upgrade " + package.name + " to " + detail.fixed_version + " or later";
  if (detail.path.size() > 1) text += ", by a release of " + detail.raise + " that asks for it";
  return text;
}

}  // namespace

Finding finding_for(const Package& package, const AdvisoryHit& hit, Evidence evidence) {
  CODELAKE_CHECK(!hit.ids.empty());
  PackageDetail detail;
  detail.ecosystem = package.ecosystem;
  detail.name = package.name;
  detail.version = package.version;
  detail.purl = package.purl;
  detail.advisory_ids = hit.ids;
  detail.severity_score = hit.score;
  detail.fixed_version = hit.fixed_versions.empty() ? std::string{} : hit.fixed_versions.front();
  detail.fixed_same_major = fixed_on_same_major(package, hit);
  detail.kind = kind_of(hit);
  detail.references = hit.references;
  detail.path = std::move(evidence.path);
  detail.raise = detail.path.empty() ? std::string{} : detail.path.front();
  detail.known_exploited = evidence.known_exploited;
  if (evidence.score) {
    detail.epss = evidence.score->probability;
    detail.epss_percentile = evidence.score->percentile;
  }
  detail.usage = std::move(evidence.usage.label);
  detail.imported_at = std::move(evidence.usage.imported_at);

  Finding finding;
  finding.rule_id = "sca." + hit.ids.front();
  finding.type = FindingType::sca;
  finding.severity = hit.malicious ? Severity::critical : hit.severity;
  finding.confidence = is_floor(package) ? Confidence::low : Confidence::high;
  finding.message = message_of(package, hit, detail);
  finding.cwe = hit.cwe;
  finding.path = package.path;
  finding.range = package.range;
  finding.fix = remedy_of(package, hit, detail);
  finding.identity = package.ecosystem + "/" + canonical_name(package.ecosystem, package.name);
  finding.package = std::move(detail);
  return finding;
}

}  // namespace codelake::sca
