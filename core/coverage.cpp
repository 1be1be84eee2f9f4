// SPDX-License-Identifier: Apache-2.0
#include "core/coverage.h"

#include <algorithm>

namespace codelake {

namespace {

void add(LanguageCoverage& to, const LanguageCoverage& from) {
  to.files_scanned += from.files_scanned;
  to.files_partly_parsed += from.files_partly_parsed;
  to.bytes_scanned += from.bytes_scanned;
  to.bytes_not_parsed += from.bytes_not_parsed;
  to.rules = std::max(to.rules, from.rules);
  to.supported = to.supported && from.supported;
}

void add(ScannerCoverage& to, const ScannerCoverage& from) {
  to.ran = to.ran || from.ran;
  if (to.not_run_reason.empty()) to.not_run_reason = from.not_run_reason;
  to.files_seen += from.files_seen;
  to.files_scanned += from.files_scanned;
  to.bytes_scanned += from.bytes_scanned;
  for (const auto& [reason, count] : from.skipped) to.skipped[reason] += count;
  for (const auto& [language, numbers] : from.languages) {
    const auto [place, added] = to.languages.try_emplace(language, numbers);
    if (!added) add(place->second, numbers);
  }
}

}  // namespace

void Coverage::add(const Coverage& other) {
  files_discovered += other.files_discovered;
  files_read += other.files_read;
  bytes_read += other.bytes_read;
  for (const auto& [reason, count] : other.files_skipped) files_skipped[reason] += count;
  for (const auto& [name, numbers] : other.scanners) codelake::add(scanners[name], numbers);
  for (const auto& [name, numbers] : other.ecosystems) {
    auto& mine = ecosystems[name];
    mine.packages += numbers.packages;
    mine.unresolved += numbers.unresolved;
    mine.assessed = mine.assessed || numbers.assessed;
  }
  licenses.packages += other.licenses.packages;
  licenses.packages_unknown += other.licenses.packages_unknown;
  licenses.files += other.licenses.files;
  licenses.files_unknown += other.licenses.files_unknown;
  manifests_found += other.manifests_found;
  manifests_resolved += other.manifests_resolved;
  commits_examined += other.commits_examined;
  blobs_examined += other.blobs_examined;
}

}  // namespace codelake
