// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/shared_pattern.h"

#include "scanners/sast/rule_reader.h"
#include "scanners/sast/rule_trial.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

using Names = std::vector<std::string>;
using Lines = std::vector<std::uint32_t>;

TEST(SharedPattern, IsOneForEqualTextsAndOptions) {
  const PatternPool pool;
  const RuleOptions plain;
  RuleOptions flow;
  flow.taint_assume_safe_functions = true;
  RuleOptions strict;
  strict.constant_propagation = false;
  const SharedPattern& first = pool.get({"f($B, $A, $B)", nullptr, false, &plain});
  EXPECT_EQ(&pool.get({"f($B, $A, $B)", nullptr, false, &plain}), &first);
  EXPECT_EQ(&pool.get({"f($B, $A, $B)", nullptr, false, &flow}), &first) << "options of data flow change no pattern";
  EXPECT_NE(&pool.get({"f($B, $A, $B)", nullptr, false, &strict}), &first);
  EXPECT_NE(&pool.get({"f($B, $A)", nullptr, false, &plain}), &first);
  EXPECT_EQ(first.metavariables(), (Names{"$B", "$A"}));
}

TEST(SharedPattern, BindsForEachRuleWhatTheRuleCallsIt) {
  RuleFile file = read_rules(
      "rules:\n"
      "- id: one\n  message: m\n  severity: HIGH\n  languages: [python]\n"
      "  patterns: [{pattern: 'f($B, $A)'}, {metavariable-regex: {metavariable: $A, regex: x}}]\n"
      "- id: two\n  message: m\n  severity: HIGH\n  languages: [python]\n"
      "  patterns: [{pattern: 'g($A)'}, {pattern-inside: 'f($B, $A)\n\n    ...'}, {metavariable-regex: {metavariable: $B, regex: y}}]\n",
      "r.yaml");
  ASSERT_EQ(file.rules.size(), 2U);
  const RuleSet rules(std::move(file.rules));
  const std::string code = "f(y, x)\ng(x)\nf(x, y)\ng(y)\n";
  EXPECT_EQ(lines_found(rules, rules.rules()[0], "python", code), (Lines{1}));
  EXPECT_EQ(lines_found(rules, rules.rules()[1], "python", code), (Lines{2}));
}

}  // namespace
}  // namespace codelake::sast
