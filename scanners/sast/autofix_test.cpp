// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/autofix.h"

#include "core/line_index.h"
#include "scanners/sast/rule_reader.h"
#include "scanners/sast/rule_set.h"

#include <gtest/gtest.h>

#include <string>

namespace codelake::sast {
namespace {

// A rule for Python: its operators and its fix, as YAML lines.
std::string python_rule(const std::string& id, const std::string& body) {
  return "  - {id: " + id + ", languages: [python], severity: INFO, message: m, " + body + "}\n";
}

RuleSet rules_of(const std::string& list) {
  RuleFile file = read_rules("rules:\n" + list, "r.yaml");
  EXPECT_TRUE(file.errors.empty()) << file.errors.front().text();
  return RuleSet(std::move(file.rules));
}

std::vector<Finding> found(const RuleSet& rules, const std::string& text, const std::string& name = "python") {
  const syntax::Language& language = *rules.language(name);
  const syntax::Tree tree = language.parse(text, 1000);
  const FileView view(tree);
  const LineIndex lines(text);
  std::vector<Finding> findings;
  for (const RuleMatches& one : run_rules(rules.rules_of(language).all().rules, {text, &view}, 1'000'000)) {
    for (const Match& match : one.matches) {
      Finding finding;
      finding.rule_id = one.rule->info.id;
      finding.range = lines.range(match.begin, match.end);
      finding.replacement = replacement_of(*one.rule, match, text);
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

std::string fixed_once(const std::string& list, const std::string& text) {
  const RuleSet rules = rules_of(list);
  return with_replacements(text, found(rules, text)).text;
}

Autofix fixed(const std::string& list, const std::string& text) {
  const RuleSet rules = rules_of(list);
  return autofix(text, found(rules, text), [&](const std::string& now) { return found(rules, now); });
}

TEST(Autofix, MetavariablesOfAFixAreTheCodeTheyStandFor) {
  EXPECT_EQ(fixed_once(python_rule("r", "pattern: 'f($X, $...REST)', fix: 'g($...REST, $X, $Y)'"), "a = f(1 + 2, b,  c)\n"),
            "a = g(b,  c, 1 + 2, $Y)\n");
}

TEST(Autofix, AStatementKeepsItsOneSemicolon) {
  const RuleSet rules = rules_of("  - {id: r, languages: [java], severity: INFO, message: m, pattern: '$X.a();', fix: '$X.b();'}\n");
  const std::string text = "class A { void f() {\n  c.a();\n} }\n";
  EXPECT_EQ(with_replacements(text, found(rules, text, "java")).text, "class A { void f() {\n  c.b();\n} }\n");
}

TEST(Autofix, ALongPieceOfCodeIsNotCut) {
  const std::string name(500, 'n');
  EXPECT_EQ(fixed_once(python_rule("r", "pattern: f($X), fix: g($X)"), "f(" + name + ")\n"), "g(" + name + ")\n");
}

TEST(Autofix, FurtherLinesOfAFixAreIndentedAsTheFirstIs) {
  EXPECT_EQ(fixed_once(python_rule("r", "pattern: f($X), fix: \"before()\\n\\nf2($X)\\n\""), "if a:\n    f(1)\nb()\n"),
            "if a:\n    before()\n\n    f2(1)\nb()\n");
}

TEST(Autofix, LineBreaksOfAFixAreThoseOfTheFile) {
  EXPECT_EQ(fixed_once(python_rule("r", "pattern: f($X), fix: \"a()\\nb()\""), "if a:\r\n    f(1)\r\n"),
            "if a:\r\n    a()\r\n    b()\r\n");
}

TEST(Autofix, AnEmptyFixTakesTheCodeAway) {
  EXPECT_EQ(fixed_once(python_rule("r", "pattern: f($X), fix: ''"), "a()\nf(1)\n"), "a()\n\n");
}

TEST(Autofix, AFixOfARegularExpressionLeavesTheRestOfTheMatch) {
  EXPECT_EQ(fixed_once(python_rule("r", "pattern: f(...), fix-regex: {regex: '(.*)\\)', replacement: '\\1, x=\"\\g<1>\")', count: 1}"),
                       "f(a)\n"),
            "f(a, x=\"f(a\")\n");
}

TEST(Autofix, TheCountLimitsTheHitsOfARegularExpression) {
  const std::string start = "pattern: f(...), fix-regex: {regex: a, replacement: b";
  EXPECT_EQ(fixed_once(python_rule("r", start + ", count: 2}"), "f('aaa')\n"), "f('bba')\n");
  EXPECT_EQ(fixed_once(python_rule("r", start + "}"), "f('aaa')\n"), "f('bbb')\n");
}

TEST(Autofix, OfOverlappingFixesTheOneThatBeginsFirstIsMade) {
  const std::string list = python_rule("inner", "pattern: g(1), fix: one()") + python_rule("outer", "pattern: f($X), fix: h($X)");
  EXPECT_EQ(fixed_once(list, "f(g(1))\n"), "h(g(1))\n");
}

TEST(Autofix, OfTwoFixesOfOnePlaceTheRuleFirstByNameIsTaken) {
  const std::string list = python_rule("b", "pattern: f($X), fix: b($X)") + python_rule("a", "pattern: f($X), fix: a($X)");
  EXPECT_EQ(fixed_once(list, "f(1)\n"), "a(1)\n");
}

TEST(Autofix, NestedPlacesAreFixedInRoundsUntilNothingIsLeft) {
  const Autofix result = fixed(python_rule("r", "pattern: f($X), fix: g($X)"), "f(f(f(1)))\n");
  EXPECT_EQ(result.text, "g(g(g(1)))\n");
  EXPECT_EQ(result.count, 3U);
  EXPECT_TRUE(result.unsettled.empty());
}

TEST(Autofix, ARuleThatMatchesItsOwnFixIsLeftOutAndNamed) {
  const std::string list =
      python_rule("grows", "pattern: 'f($X, ...)', fix: 'f($X, 0, f($X))'") + python_rule("good", "pattern: g(), fix: h()");
  const Autofix result = fixed(list, "f(1)\ng()\n");
  EXPECT_EQ(result.text, "f(1)\nh()\n");
  EXPECT_EQ(result.unsettled, std::set<std::string>{"grows"});
}

TEST(Autofix, TwoRulesThatUndoEachOtherAreBothLeftOut) {
  const std::string list = python_rule("a", "pattern: f(), fix: g()") + python_rule("b", "pattern: g(), fix: f()");
  const Autofix result = fixed(list, "f()\n");
  EXPECT_EQ(result.text, "f()\n");
  EXPECT_EQ(result.count, 0U);
  EXPECT_EQ(result.unsettled, (std::set<std::string>{"a", "b"}));
}

TEST(Autofix, ASuppressedFindingIsNotFixed) {
  Finding finding;
  finding.range.end.offset = 1;
  finding.replacement = "b";
  finding.suppression = Suppression{};
  EXPECT_EQ(with_replacements("a", {finding}).text, "a");
}

TEST(Autofix, CodeWithANewSyntaxErrorReadsWorse) {
  const RuleSet rules = rules_of(python_rule("r", "pattern: f()"));
  const syntax::Language& python = *rules.language("python");
  EXPECT_TRUE(reads_as_well(python, "f()\n", "g(1)\n"));
  EXPECT_FALSE(reads_as_well(python, "f()\n", "g(1\n"));
}

}  // namespace
}  // namespace codelake::sast
