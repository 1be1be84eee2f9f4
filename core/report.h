// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/coverage.h"
#include "core/finding.h"
#include "core/notice.h"
#include "core/package.h"
#include "core/rule_info.h"
#include "core/scorecard.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace codelake {

// Where and when a scan ran. Times are RFC 3339 in UTC, ending in "Z".
struct ScanInfo {
  std::string id;           // "s_" and hex digits
  std::string started_at;
  std::string finished_at;
  std::string root;         // absolute path; never written to a report
  std::string commit;       // empty outside a git checkout
  std::string branch;
  std::string remote;       // URL of origin without credentials
  bool dirty = false;
  std::string command;      // "codelake scan ." as typed
  std::vector<std::string> types;  // the scanners that were asked for
  bool whole = true;        // false: a part of the project (--staged, --since); nothing is concluded from what is missing
};

struct ProjectInfo {
  std::string id;    // "p_" and hex digits, from the name
  std::string name;
};

// Counts of open findings (suppressed and baseline ones apart).
struct Summary {
  std::map<Severity, std::uint64_t> by_severity;
  std::map<FindingType, std::uint64_t> by_type;
  std::uint64_t open = 0;
  std::uint64_t suppressed = 0;
  std::uint64_t baseline = 0;
};

// Everything one scan says; what reports are written from, the store keeps and sync sends. A value.
struct ScanReport {
  ScanInfo scan;
  ProjectInfo project;
  std::vector<Finding> findings;   // in report order, fingerprints set
  std::vector<Package> packages;   // sorted by path, ecosystem, name, version; empty when SCA did not run
  std::vector<Notice> notices;     // sorted
  Coverage coverage;
  std::vector<RuleInfo> rules;     // the rules of the findings, sorted by id
  Scorecard scorecard;

  Summary summary() const;
};

}  // namespace codelake
