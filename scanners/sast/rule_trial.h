// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/rule_set.h"

#include <cstdint>
#include <string>
#include <vector>

namespace codelake::sast {

// One rule on one of its test files. It passes when both lists are empty.
struct RuleTest {
  std::string rule_id;
  std::string rule_path;
  std::string test_path;
  std::vector<std::uint32_t> missing;     // lines after `ruleid:` where nothing was found
  std::vector<std::uint32_t> unexpected;  // lines found without a `ruleid:` before them
  bool limit_hit = false;

  bool passed() const { return missing.empty() && unexpected.empty() && !limit_hit; }
};

// The fixes of all rules of a file, made once on one of its test files beside which the wanted result lies ("x.fixed.py"
// beside "x.py").
struct FixTest {
  std::string rule_path;
  std::string test_path;
  std::string fixed_path;
  std::string diff;  // from what was wanted to what came out; empty: they are equal byte for byte

  bool passed() const { return diff.empty(); }
};

struct RuleTestReport {
  std::vector<RuleTest> tests;        // sorted by rule path, rule, test path
  std::vector<FixTest> fixes;         // sorted by test path
  std::vector<RuleError> errors;      // rules that could not be tested
  std::vector<std::string> untested;  // rules without a test file, "path: id"
};

// The first lines of what a rule finds in a text, ascending, each once. `language` is a name of
// core/file_type.h.
std::vector<std::uint32_t> lines_found(const RuleSet& rules, const Rule& rule, std::string_view language,
                                       std::string_view text);

// Compares what a rule finds in an example text with the text's annotations.
RuleTest test_rule(const RuleSet& rules, const Rule& rule, std::string_view language, std::string_view text);

// Runs every rule at or below `path` on the test files beside its file: same name, another extension (or
// .test.yaml). `paths:` of a rule are ignored. Fails only when the path cannot be read.
Result<RuleTestReport> test_rules(const std::string& path);

}  // namespace codelake::sast
