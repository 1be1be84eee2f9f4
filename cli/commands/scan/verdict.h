// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "core/report.h"

#include <optional>
#include <string>

namespace codelake::cli::scan {

// What the exit code is decided from.
struct Thresholds {
  std::optional<Severity> fail_on;  // nothing: findings never fail
  int fail_under = -1;              // below 0: no score asked for
  std::string framework;            // empty: the overall score
  bool strict = false;
  bool sca_by_name = false;         // --types named sca
  bool changes_only = false;        // --staged, --since, --merge-base: nothing to look at is no failure
};

struct Verdict {
  ExitCode code = ExitCode::clean;
  std::string reason;  // one line for stderr; empty for 0
};

// The exit code of a finished scan (design "Exit codes"). The first that holds: nothing scanned 3, findings or score 1,
// a score that does not exist 3, advisory data missing 5, incomplete 4.
Verdict verdict_of(const ScanReport& report, const Thresholds& thresholds);

}  // namespace codelake::cli::scan
