// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report.h"

#include <string>
#include <utility>
#include <vector>

namespace codelake::reports {

// A secret made up for the samples; stands in Finding::identity alone and so must never reach a report.
std::string sample_secret();

// One finding of every type, with every optional part; the subject of the golden files.
ScanReport sample_report();

// No finding; looked at three files.
ScanReport empty_report();

// What a hostile repository can put into names, code and messages: control characters, escape sequences, invalid
// UTF-8, formulas, very long lines, places that make no sense.
ScanReport hostile_report();

// `count` findings in many files.
ScanReport large_report(std::size_t count);

// All of them with a name.
std::vector<std::pair<std::string, ScanReport>> all_samples();

}  // namespace codelake::reports
