// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/unheeded.h"

#include "scanners/sast/rule_reader.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

std::vector<std::string> unheeded_of(const std::string& body) {
  const RuleFile file = read_rules(
      "rules:\n  - id: r\n    languages: [python]\n    severity: INFO\n    message: m\n" + body, "r.yaml");
  EXPECT_EQ(file.rules.size(), 1U);
  return unheeded(file.rules.at(0));
}

TEST(Unheeded, AnOptionThatChangesNothingIsNamed) {
  EXPECT_EQ(unheeded_of("    pattern: f()\n    options: {go_deeper_stmt: false, vardef_assign: false}\n"),
            std::vector<std::string>{"its option 'go_deeper_stmt' changes nothing here"});
}

TEST(Unheeded, AnOptionSetToItsDefaultIsNot) {
  EXPECT_TRUE(unheeded_of("    pattern: f()\n    options: {go_deeper_stmt: true, taint_unify_mvars: false}\n").empty());
}

TEST(Unheeded, ASettingThatIsNoneOfItsPartIsNamed) {
  EXPECT_EQ(unheeded_of("    mode: taint\n    pattern-sources: [{pattern: f(), at-exit: true}]\n"
                        "    pattern-sinks: [{pattern: g(...), control: true}]\n"),
            (std::vector<std::string>{"its setting 'control' is one of sources and changes nothing elsewhere",
                                      "its setting 'at-exit' is one of sinks and changes nothing elsewhere"}));
  EXPECT_TRUE(unheeded_of("    mode: taint\n    pattern-sources: [{pattern: f(), control: true}]\n"
                          "    pattern-sinks: [{pattern: g(...), at-exit: true, exact: false}]\n")
                  .empty());
}

}  // namespace
}  // namespace codelake::sast
