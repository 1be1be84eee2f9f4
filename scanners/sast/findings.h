// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "core/line_index.h"
#include "scanners/sast/file_view.h"
#include "scanners/sast/match.h"
#include "scanners/sast/rule.h"

#include <string>
#include <string_view>

namespace codelake::sast {

// Where a match is.
struct FoundIn {
  const std::string& path;
  std::string_view text;
  const LineIndex& lines;
  std::string symbol;    // the function around it
  bool in_tests = false; // test code lowers the confidence and the severity
  bool behind_option = false;  // so does an option that decides whether the code runs
};

// The finding a match makes. The caller sets what the configuration changes.
Finding make_finding(const Rule& rule, const Match& match, const FoundIn& in);

// What a finding in test code, behind an option, or marked as reviewed is worth: medium at most, and a step less certain.
void lower(Finding& finding);

// The lines of a range, capped.
std::string lines_of(const LineIndex& lines, const Range& range);

// "Class.method" around a match; empty outside of all.
std::string enclosing_symbol(const FileView& view, const Match& match);

}  // namespace codelake::sast
