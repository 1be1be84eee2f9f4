// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report.h"
#include "reports/format.h"

#include <string>

namespace codelake::reports::text {

// "1,204".
std::string with_separators(std::uint64_t number);

// "1 file", "2 files"; an irregular plural is given whole.
std::string counted(std::uint64_t number, std::string_view singular, std::string_view plural = {});

// The notices by kind, the first ten of each; empty when there are none.
std::string notices_text(const ScanReport& report, const Style& style);

// What was not looked at: files skipped by reason, scanners that did not run, languages and ecosystems without rules
// or data. Empty when there is nothing to say.
std::string not_looked_at_text(const Coverage& coverage, const Style& style);

// The one line of counts.
std::string summary_text(const ScanReport& report, const Style& style);

// Score per framework as a table, and the overall one; empty when nothing was evaluated.
std::string scores_text(const Scorecard& scorecard, const Style& style);

}  // namespace codelake::reports::text
