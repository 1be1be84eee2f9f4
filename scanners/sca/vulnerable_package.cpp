// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/vulnerable_package.h"

#include "core/check.h"
#include "scanners/sca/lockfiles/purl.h"

namespace codelake::sca {

namespace {

std::string message_of(const Package& package, const AdvisoryHit& hit, const std::string& fixed) {
  std::string text = package.name + " " + package.version + ": " + hit.summary + " (" + hit.ids.front() + ")";
  if (hit.malicious) return text + "; the package is malicious";
  return text + (fixed.empty() ? "; no fixed version is known" : "; fixed in " + fixed);
}

std::string remedy_of(const Package& package, const AdvisoryHit& hit, const std::string& fixed) {
  if (hit.malicious) return "remove " + package.name + " and treat what it could reach as compromised";
  return fixed.empty() ? std::string{} : "upgrade " + package.name + " to " + fixed + " or later";
}

}  // namespace

Finding finding_for(const Package& package, const AdvisoryHit& hit) {
  CODELAKE_CHECK(!hit.ids.empty());
  const std::string fixed = hit.fixed_versions.empty() ? std::string{} : hit.fixed_versions.front();
  Finding finding;
  finding.rule_id = "sca." + hit.ids.front();
  finding.type = FindingType::sca;
  finding.severity = hit.malicious ? Severity::critical : hit.severity;
  finding.confidence = Confidence::high;
  finding.message = message_of(package, hit, fixed);
  finding.cwe = hit.cwe;
  finding.path = package.path;
  finding.range = package.range;
  finding.fix = remedy_of(package, hit, fixed);
  finding.identity = package.ecosystem + "/" + canonical_name(package.ecosystem, package.name);
  PackageDetail detail;
  detail.ecosystem = package.ecosystem;
  detail.name = package.name;
  detail.version = package.version;
  detail.purl = package.purl;
  detail.advisory_ids = hit.ids;
  detail.severity_score = hit.score;
  detail.fixed_version = fixed;
  finding.package = std::move(detail);
  return finding;
}

}  // namespace codelake::sca
