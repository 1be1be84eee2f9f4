// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_reader.h"

#include "scanners/sast/rule_set.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

std::vector<std::string> errors_of(const std::string& text) {
  RuleFile file = read_rules(text, "r.yaml");
  const RuleSet rules(std::move(file.rules));
  const std::vector<RuleError> more = rules.check();
  std::vector<std::string> all;
  for (const RuleError& error : file.errors) all.push_back(error.text());
  for (const RuleError& error : more) all.push_back(error.text());
  return all;
}

const std::string k_head = "rules:\n- id: r\n  message: m\n  severity: ERROR\n  languages: [python]\n";

using Texts = std::vector<std::string>;

TEST(RuleReader, ReadsWhatARuleSaysOfItself) {
  const RuleFile file = read_rules(
      "rules:\n- id: a.b\n  message: Do not $X.\n  severity: WARNING\n  languages: [py]\n  pattern: f($X)\n  "
      "fix: g($X)\n"
      "  metadata:\n    cwe: ['CWE-89: SQL', \"CWE-20\"]\n    owasp: A03:2021 - Injection\n    confidence: "
      "HIGH\n"
      "    references: [https://example.com/a]\n    title: A title\n    fix_hint: Use g.\n",
      "r.yaml");
  ASSERT_TRUE(file.errors.empty());
  ASSERT_EQ(file.rules.size(), 1U);
  const Rule& rule = file.rules.front();
  EXPECT_EQ(rule.info.id, "a.b");
  EXPECT_EQ(rule.info.severity, Severity::medium);
  EXPECT_EQ(rule.info.confidence, Confidence::high);
  EXPECT_EQ(rule.info.cwe, (std::vector<int>{89, 20}));
  EXPECT_EQ(rule.info.owasp, Texts{"A03:2021"});
  EXPECT_EQ(rule.info.title, "A title");
  EXPECT_EQ(rule.fix, "g($X)");
  EXPECT_EQ(rule.metavariables, Texts{"$X"});
}

TEST(RuleReader, NamesFileLineAndOperatorThatIsUnknown) {
  EXPECT_EQ(errors_of(k_head + "  patterns:\n  - pattern: f()\n  - pattern-sanitize: g()\n"),
            Texts{"r.yaml:8: rule 'r': operator 'pattern-sanitize' is unknown or not supported"});
  EXPECT_EQ(errors_of(k_head + "  pattern: f()\n  pattern-sinks: []\n"),
            Texts{"r.yaml:7: rule 'r': operator 'pattern-sinks' is unknown or not supported"});
}

TEST(RuleReader, RefusesModesItCannotRun) {
  EXPECT_EQ(errors_of(k_head + "  mode: taint\n  pattern-sources: []\n"),
            Texts{"r.yaml:6: rule 'r': mode 'taint' is not supported"});
}

TEST(RuleReader, ListsAllErrorsOfAFile) {
  const Texts errors = errors_of(
      "rules:\n- message: m\n  severity: ERROR\n  languages: [python]\n  pattern: f()\n" +
      std::string("- id: b\n  message: m\n  severity: BAD\n  languages: [python]\n  pattern-regex: '('\n"));
  EXPECT_EQ(errors, (Texts{"r.yaml:2: the rule has no 'id'",
                           "r.yaml:6: rule 'b': 'severity' must be one of CRITICAL, HIGH, MEDIUM, LOW, "
                           "ERROR, WARNING and INFO",
                           "r.yaml:10: rule 'b': 'pattern-regex' is not a regular expression: missing "
                           "closing parenthesis at offset 1"}));
}

TEST(RuleReader, SaysThatAPatternCannotBeRead) {
  const Texts errors = errors_of(k_head + "  pattern: f((\n");
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].substr(0, 50), "r.yaml:6: rule 'r': the pattern is not python: rea");
}

TEST(RuleReader, SaysThatALanguageIsNotSupported) {
  EXPECT_EQ(
      errors_of("rules:\n- id: r\n  message: m\n  severity: ERROR\n  languages: [cobol]\n  pattern: f()\n"),
      Texts{"r.yaml:2: rule 'r': language not supported: cobol"});
}

TEST(RuleReader, WantsOnePositivePattern) {
  EXPECT_EQ(errors_of(k_head + "  patterns:\n  - pattern-not: f()\n"),
            Texts{"r.yaml:6: rule 'r': only negative patterns under 'patterns': nothing could match"});
  EXPECT_EQ(errors_of(k_head), Texts{"r.yaml:2: rule 'r': no pattern: one of pattern, patterns, "
                                     "pattern-either and pattern-regex is needed"});
}

TEST(RuleReader, ReadsComparisonsBeforeTheyAreNeeded) {
  EXPECT_EQ(errors_of(k_head + "  patterns:\n  - pattern: f($X)\n  - metavariable-comparison: {metavariable: "
                               "$X, comparison: $X <}\n"),
            Texts{"r.yaml:8: rule 'r': 'metavariable-comparison': a value is missing at the end"});
}

TEST(RuleReader, RefusesTextThatIsNoRuleFile) {
  EXPECT_EQ(errors_of("a: 1\n"), Texts{"r.yaml:1: no list 'rules' at its top"});
}

}  // namespace
}  // namespace codelake::sast
