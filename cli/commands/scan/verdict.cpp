// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/scan/verdict.h"

#include <algorithm>

namespace codelake::cli::scan {

namespace {

bool anything_scanned(const ScanReport& report) {
  if (report.coverage.blobs_examined > 0) return true;
  return std::any_of(report.coverage.scanners.begin(), report.coverage.scanners.end(),
                     [](const auto& scanner) { return scanner.second.files_scanned > 0; });
}

std::uint64_t findings_at(const ScanReport& report, Severity least) {
  std::uint64_t count = 0;
  for (const auto& [severity, number] : report.summary().by_severity) count += severity >= least ? number : 0;
  return count;
}

// A score, when the scan could assess anything of it.
std::optional<int> score_of(const ScanReport& report, const std::string& framework) {
  const auto assessed = [](const FrameworkResult& result) { return result.coverage > 0; };
  const auto& frameworks = report.scorecard.frameworks;
  if (framework.empty()) {
    const bool any = std::any_of(frameworks.begin(), frameworks.end(), [&](const auto& f) { return assessed(f.second); });
    return any ? std::optional(report.scorecard.summary.overall_score) : std::nullopt;
  }
  const auto found = frameworks.find(framework);
  if (found == frameworks.end() || !assessed(found->second)) return std::nullopt;
  return found->second.score;
}

std::string missing_advisories(const ScanReport& report) {
  std::string names;
  for (const auto& [name, numbers] : report.coverage.ecosystems) {
    if (!numbers.assessed) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

// Notices that mean a part was not looked at.
std::uint64_t gaps(const ScanReport& report) {
  const auto is_gap = [](const Notice& notice) {
    return notice.kind != NoticeKind::suppression && notice.kind != NoticeKind::encoding &&
           notice.kind != NoticeKind::skipped;
  };
  return static_cast<std::uint64_t>(std::count_if(report.notices.begin(), report.notices.end(), is_gap));
}

}  // namespace

Verdict verdict_of(const ScanReport& report, const Thresholds& thresholds) {
  if (!anything_scanned(report)) {
    if (thresholds.changes_only && report.coverage.files_discovered == 0) return {ExitCode::clean, "no changed file to look at"};
    return {ExitCode::no_data, "nothing was scanned: no file that any chosen scanner looks at"};
  }
  if (thresholds.fail_on) {
    const auto count = findings_at(report, *thresholds.fail_on);
    const std::string word = std::string(to_text(*thresholds.fail_on));
    if (count > 0) return {ExitCode::findings, std::to_string(count) + " findings of severity " + word + " or above"};
  }
  if (thresholds.fail_under >= 0) {
    const auto score = score_of(report, thresholds.framework);
    const std::string what = thresholds.framework.empty() ? "overall score" : "score of " + thresholds.framework;
    if (!score) return {ExitCode::no_data, "the " + what + " could not be assessed"};
    if (*score < thresholds.fail_under) {
      return {ExitCode::findings, "the " + what + " is " + std::to_string(*score) + ", below " +
                                      std::to_string(thresholds.fail_under)};
    }
  }
  const std::string missing = missing_advisories(report);
  if (!missing.empty() && (thresholds.strict || thresholds.sca_by_name)) {
    return {ExitCode::advisories, "no advisory data for " + missing + ": run 'codelake db update' or 'codelake db import PATH'"};
  }
  const auto count = gaps(report);
  if (thresholds.strict && count > 0) {
    return {ExitCode::incomplete, std::to_string(count) + " notices say what could not be looked at"};
  }
  return {};
}

}  // namespace codelake::cli::scan
