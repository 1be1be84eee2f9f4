// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace codelake {

// What one scanner saw of one language (or file format).
struct LanguageCoverage {
  std::uint64_t files_scanned = 0;
  std::uint64_t files_partly_parsed = 0;
  std::uint64_t bytes_scanned = 0;
  std::uint64_t bytes_not_parsed = 0;
  std::uint64_t rules = 0;  // rules able to fire for it
  bool supported = true;
};

// What one scanner saw. Invariant: files_seen = files_scanned + the sum of `skipped`.
struct ScannerCoverage {
  bool ran = false;
  std::string not_run_reason;                       // empty when it ran
  std::uint64_t files_seen = 0;                     // files of a kind it is meant for
  std::uint64_t files_scanned = 0;
  std::uint64_t bytes_scanned = 0;
  std::map<std::string, std::uint64_t> skipped;     // reason → files
  std::map<std::string, LanguageCoverage> languages;
};

// What the advisory data could say about the packages of one ecosystem.
struct EcosystemCoverage {
  std::uint64_t packages = 0;
  std::uint64_t unresolved = 0;  // no exact version: never matched
  bool assessed = false;         // advisory data for it was there
};

// What is known of licences. One that is unknown is counted here and is never a finding.
struct LicenseCoverage {
  std::uint64_t packages = 0;          // dependencies, each version once
  std::uint64_t packages_unknown = 0;  // nothing is declared, or no expression of SPDX is meant by it
  std::uint64_t files = 0;             // licence texts in the tree
  std::uint64_t files_unknown = 0;     // no known licence was recognised in them
};

// What was looked at, in numbers. Part of every report; compliance rests on it. Invariant: files_discovered = files_read
// + the sum of files_skipped; a folder that is not entered counts as one file.
struct Coverage {
  std::uint64_t files_discovered = 0;
  std::uint64_t files_read = 0;  // by this scan, or by an earlier one of the same content with the same rules
  std::uint64_t bytes_read = 0;
  std::map<std::string, std::uint64_t> files_skipped;  // reason → files never given to a scanner
  std::map<std::string, ScannerCoverage> scanners;     // by scanner name
  std::map<std::string, EcosystemCoverage> ecosystems;
  LicenseCoverage licenses;
  std::uint64_t manifests_found = 0;
  std::uint64_t manifests_resolved = 0;
  std::uint64_t commits_examined = 0;  // with --history: those every ref reaches
  std::uint64_t blobs_examined = 0;    // of the history, each once, by this scan or an earlier one with the same rules

  // Adds the numbers of another part of the same scan.
  void add(const Coverage& other);
};

}  // namespace codelake
