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
  for (const std::string mode : {"join", "extract"}) {
    EXPECT_EQ(errors_of(k_head + "  mode: " + mode + "\n"),
              Texts{"r.yaml:6: rule 'r': mode '" + mode + "' is not supported"});
  }
}

TEST(RuleReader, ReadsTaintRulesInBothSyntaxes) {
  const std::string old_syntax = k_head +
                                 "  mode: taint\n  pattern-sources:\n  - pattern: f()\n    label: A\n"
                                 "  pattern-sinks:\n  - patterns: [{pattern: g($X)}, {focus-metavariable: $X}]\n"
                                 "    requires: A and not B\n  pattern-sanitizers: [{pattern: h(...), by-side-effect: true}]\n"
                                 "  pattern-propagators: [{pattern: $T.add($F), from: $F, to: $T}]\n";
  const std::string new_syntax = k_head +
                                 "  taint:\n    sources: [{pattern: f(), label: A}]\n"
                                 "    sinks: [{all: [g($X)], where: [{focus: $X}], requires: A and not B}]\n"
                                 "    sanitizers: [{pattern: h(...), by-side-effect: true}]\n"
                                 "    propagators: [{pattern: $T.add($F), from: $F, to: $T}]\n";
  for (const std::string& text : {old_syntax, new_syntax}) {
    ASSERT_EQ(errors_of(text), Texts{});
    const RuleFile file = read_rules(text, "r.yaml");
    const Rule& rule = file.rules.front();
    EXPECT_EQ(rule.mode, Rule::Mode::taint);
    ASSERT_EQ(rule.taint.sources.size(), 1U);
    EXPECT_EQ(rule.taint.sources[0].label, "A");
    EXPECT_EQ(rule.taint.sinks.at(0).requires_labels, "A and not B");
    EXPECT_EQ(rule.taint.sinks[0].formula.focus.size(), 1U);
    EXPECT_TRUE(rule.taint.sanitizers.at(0).by_side_effect);
    EXPECT_EQ(rule.metavariables.at(rule.taint.propagators.at(0).from), "$F");
  }
}

TEST(RuleReader, SaysWhatATaintRuleLacks) {
  EXPECT_EQ(errors_of(k_head + "  mode: taint\n  pattern-sources: []\n  pattern-sinks: [{pattern: f()}]\n"),
            (Texts{"r.yaml:7: rule 'r': 'pattern-sources' must be a list of patterns",
                   "r.yaml:2: rule 'r': a taint rule needs 'pattern-sources'"}));
  EXPECT_EQ(errors_of(k_head + "  mode: taint\n  pattern-sources: [{pattern: f()}]\n  pattern-sinks: [{pattern: "
                               "f((}]\n").size(), 1U);
}

TEST(RuleReader, ReadsTheMatchSyntax) {
  const std::string text = k_head +
                           "  match:\n    all:\n    - f($X)\n    - not: f(1)\n    - inside: |\n        def $F(): ...\n"
                           "    - any: [f(...), {regex: f}]\n    where:\n    - {metavariable: $X, regex: a}\n"
                           "    - comparison: $X > 1\n    - focus: [$X, $F]\n    - {metavariable: $X, type: int}\n";
  ASSERT_EQ(errors_of(text), Texts{});
  const RuleFile file = read_rules(text, "r.yaml");
  const Formula& formula = file.rules.front().formula;
  EXPECT_EQ(formula.kind, Formula::Kind::all);
  EXPECT_EQ(formula.children.size(), 4U);
  EXPECT_EQ(formula.conditions.size(), 3U);
  EXPECT_EQ(formula.focus.at(0).size(), 2U);
}

TEST(RuleReader, ReadsOptionsAndNamesThoseItDoesNotKnow) {
  const RuleFile file = read_rules(
      k_head + "  pattern: f()\n  options: {symbolic_propagation: true, generic_ellipsis_max_span: 3}\n", "r.yaml");
  ASSERT_TRUE(file.errors.empty());
  EXPECT_TRUE(file.rules.front().options.symbolic_propagation);
  EXPECT_EQ(file.rules.front().options.generic_ellipsis_max_span, 3U);
  EXPECT_EQ(errors_of(k_head + "  pattern: f()\n  options: {deep_magic: true}\n"),
            Texts{"r.yaml:7: rule 'r': option 'deep_magic' is unknown or not supported"});
  EXPECT_EQ(errors_of(k_head + "  pattern: f()\n  options: {ac_matching: maybe}\n"),
            Texts{"r.yaml:7: rule 'r': option 'ac_matching' is 'maybe', but must be true or false"});
}

TEST(RuleReader, KeepsFixesByRegularExpression) {
  const RuleFile file =
      read_rules(k_head + "  pattern: f()\n  fix-regex: {regex: f, replacement: g, count: 1}\n", "r.yaml");
  ASSERT_TRUE(file.errors.empty());
  ASSERT_TRUE(file.rules.front().regex_fix.has_value());
  EXPECT_EQ(file.rules.front().regex_fix->replacement, "g");
  EXPECT_EQ(errors_of(k_head + "  pattern: f()\n  fix-regex: {regex: '(', replacement: g}\n").size(), 1U);
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
                                     "pattern-either, pattern-regex and match is needed"});
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
