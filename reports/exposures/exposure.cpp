// SPDX-License-Identifier: Apache-2.0
#include "reports/exposures/exposure.h"

#include "core/hash.h"
#include "core/report_json.h"

#include <map>

namespace codelake::reports {

namespace {

bool is_open(const Finding& finding) { return !finding.suppression; }

void set_status(Exposure& exposure) {
  const Finding& finding = *exposure.finding;
  const PackageDetail& package = *finding.package;
  if (!package.vex_status.empty()) {
    exposure.status = package.vex_status;
    exposure.reason = valid_utf8(package.vex_reason);
    return;
  }
  exposure.status = is_open(finding) ? "under_investigation" : "affected";
  if (!is_open(finding)) exposure.reason = valid_utf8(finding.suppression->reason);
}

}  // namespace

std::vector<Exposure> exposures_of(const ScanReport& report) {
  std::map<std::pair<std::string, std::string>, const Finding*> all;
  for (const Finding& finding : report.findings) {
    const bool named = finding.type == FindingType::sca && finding.package && !finding.package->purl.empty() &&
                       !finding.package->advisory_ids.empty();
    if (!named) continue;
    const Finding*& one = all[{valid_utf8(finding.package->advisory_ids.front()), valid_utf8(finding.package->purl)}];
    // What is open somewhere is open.
    if (one == nullptr || (!is_open(*one) && is_open(finding))) one = &finding;
  }
  std::vector<Exposure> exposures;
  for (const auto& [key, finding] : all) {
    Exposure exposure;
    exposure.finding = finding;
    exposure.id = key.first;
    exposure.purl = key.second;
    const auto& ids = finding->package->advisory_ids;
    for (std::size_t i = 1; i < ids.size(); ++i) exposure.aliases.push_back(valid_utf8(ids[i]));
    set_status(exposure);
    exposures.push_back(std::move(exposure));
  }
  return exposures;
}

std::string document_id(const ScanReport& report, const std::vector<Exposure>& exposures) {
  std::string content = report.project.name + "\n" + report.scan.commit + "\n" + report.scan.started_at + "\n";
  for (const Exposure& one : exposures) {
    content += one.id + " " + one.purl + " " + std::string(one.status) + " " + one.reason + "\n";
  }
  return "urn:uuid:" + uuid_of(content);
}

}  // namespace codelake::reports
