// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/automaton.h"

#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

TEST(Automaton, CutsTheLastRepetitionToItsShortest) {
  EXPECT_EQ(shortest("a[0-9]{2,9}"), "a[0-9]{2}");
  EXPECT_EQ(shortest("a[0-9]{2,}"), "a[0-9]{2}");
  EXPECT_EQ(shortest("a[0-9]{2,9}?"), "a[0-9]{2}");
  EXPECT_EQ(shortest("a(?<secret>[0-9]+)"), "a(?<secret>[0-9])");
  EXPECT_EQ(shortest("(a(b{3,4}))"), "(a(b{3}))");
}

TEST(Automaton, LeavesEveryOtherEndingAlone) {
  for (const char* pattern :
       {"a{2}", "a{0,3}", R"(a\+)", R"(a\))", R"(a\{2,3})", "a[+]b", "(a+)?", "a*", "(a{2,3})*"}) {
    EXPECT_EQ(shortest(pattern), pattern);
  }
}

TEST(Automaton, ReportsTheRuleThatIsWrong) {
  Rule rule;
  rule.id = "own.rule";
  rule.pattern = "a(b";
  std::vector<Rule> broken = {rule};
  const auto result = prepare(broken);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().subject, "own.rule");
  rule.pattern = "(?:ab)?";
  std::vector<Rule> empty = {rule};
  EXPECT_FALSE(prepare(empty));
  rule.pattern = "ab";
  std::vector<Rule> twice = {rule, rule};
  EXPECT_FALSE(prepare(twice));
}

TEST(Automaton, TakesTheWindowFromThePattern) {
  Rule rule;
  rule.id = "own.rule";
  rule.pattern = "ab[0-9]{3,20}";
  std::vector<Rule> rules = {rule};
  ASSERT_TRUE(prepare(rules));
  EXPECT_EQ(rules[0].window, 22U);
}

}  // namespace
}  // namespace codelake::secrets
