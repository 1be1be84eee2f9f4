// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_options.h"

#include "scanners/sast/rule_reader.h"
#include "scanners/sast/rule_trial.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

using Lines = std::vector<std::uint32_t>;

// The lines a pattern holds at in JavaScript, with an option set.
Lines lines_with(const std::string& option, const std::string& pattern, const std::string& code) {
  RuleFile file = read_rules("rules:\n- id: r\n  severity: INFO\n  message: m\n  languages: [javascript]\n  options: {" + option +
                                 "}\n  pattern: '" + pattern + "'\n",
                             "r.yaml");
  EXPECT_TRUE(file.errors.empty());
  const RuleSet rules(std::move(file.rules));
  return lines_found(rules, rules.rules().at(0), "javascript", code);
}

TEST(RuleOptions, AnAssignmentStandsForADeclarationUnlessToldOtherwise) {
  const std::string code = "var a = f();\nb = f();\n";
  EXPECT_EQ(lines_with("vardef_assign: true", "$X = f()", code), (Lines{1, 2}));
  EXPECT_EQ(lines_with("vardef_assign: false", "$X = f()", code), (Lines{2}));
}

TEST(RuleOptions, AnObjectMayHaveMoreFieldsUnlessToldOtherwise) {
  const std::string code = "f({a: 1, b: 2});\nf({a: 1});\n";
  EXPECT_EQ(lines_with("implicit_ellipsis: true", "f({a: 1})", code), (Lines{1, 2}));
  EXPECT_EQ(lines_with("implicit_ellipsis: false", "f({a: 1})", code), (Lines{2}));
}

}  // namespace
}  // namespace codelake::sast
