// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "cli/commands/scan/fixes.h"
#include "cli/commands/scan/options.h"
#include "core/report.h"

#include <string>
#include <vector>

namespace codelake::cli::scan {

// What a run of the pipeline ends with.
struct Finished {
  ScanReport report;
  Fixes fixes;  // with --fix, not yet written
  bool bug_found = false;
  bool interrupted = false;
};

// Options → configuration → rules and scanners → discovery → scan → suppress → baseline → score. Writes nothing but the
// progress bar; every failure of rules or configuration surfaces before the first file is read.
Result<Finished> run_pipeline(const Options& options, const Config& config, const Environment& environment);

// The configuration of a scan: of --config, else the nearest codelake.yaml from the scanned path upwards.
Result<Config> configuration_of(const Options& options, const Environment& environment);

}  // namespace codelake::cli::scan
