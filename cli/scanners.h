// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "core/scanner.h"

#include <memory>
#include <string>
#include <vector>

namespace codelake::cli {

// The scanners of a run, and the names of those that were left out.
struct ScannerChoice {
  std::vector<std::unique_ptr<Scanner>> scanners;
  std::unique_ptr<Scanner> guard;  // the scanner of secrets, when it is not among them (see ScanRequest)
  std::vector<std::string> left_out;
};

// The scanners of those names, or, with no name, those of the configuration, else all. Only these are made; every rule error of
// all of them is in the one Error. A name no scanner has is an error that lists the names there are.
Result<ScannerChoice> make_scanners(const std::vector<std::string>& names, const Config& config,
                                    const ScannerOptions& options);

// The options every command makes scanners with; rule paths of the configuration are included.
ScannerOptions base_scanner_options(const Config& config, const Environment& environment);

// A text of ours that may quote what a user wrote, without the secrets in it.
std::string masked(std::string text);

// A description made from a finding whose rule no scanner lists (an advisory).
RuleInfo rule_of(const Finding& finding);

}  // namespace codelake::cli
