// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_reader.h"
#include "scanners/sast/rule_trial.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

using Lines = std::vector<std::uint32_t>;

// The lines that a rule's body finds in code of a language.
Lines found(const std::string& language, const std::string& body, const std::string& code) {
  RuleFile file = read_rules("rules:\n- id: r\n  severity: ERROR\n  message: m\n  languages: [" + language + "]\n" + body, "r.yaml");
  for (const RuleError& error : file.errors) ADD_FAILURE() << error.text();
  if (file.rules.empty()) return {};
  const RuleSet rules(std::move(file.rules));
  for (const RuleError& error : rules.check()) ADD_FAILURE() << error.text();
  return lines_found(rules, rules.rules().front(), language, code);
}

TEST(MatcherUnsaid, AMemberWithoutAVisibilityIsPublic) {
  const std::string code =
      "<?php\nclass A {\n  function a() {}\n  private function b() {}\n  public function c() {}\n  static function d() {}\n}\n";
  EXPECT_EQ(found("php", "  pattern: public function $F(...) {...}\n", code), (Lines{3, 5, 6}));
  EXPECT_EQ(found("php", "  pattern: private function $F(...) {...}\n", code), (Lines{4}));
}

TEST(MatcherUnsaid, ABareNameInAStringStandsForItsTextAsWell) {
  const std::string body =
      "  patterns:\n  - pattern: '\"...$PART...\"'\n  - metavariable-regex: {metavariable: $PART, regex: '.*(?i)select.*'}\n";
  EXPECT_EQ(found("php", body, "<?php\n$a = \"select $x from t\";\n$b = \"insert $x\";\n"), (Lines{2}));
}

TEST(MatcherUnsaid, ANameInBracketsInAStringIsCode) {
  const std::string body = "  patterns:\n  - pattern: 'f(`...${$X}`)'\n";
  EXPECT_EQ(found("javascript", body, "f(`a${b}`);\nf(`a${b}/c`);\nf(`a`);\n"), (Lines{1}));
  EXPECT_EQ(found("swift", "  pattern: '\"...\\($X)...\"'\n", "let a = \"x \\(b) y\"\nlet c = \"x\"\n"), (Lines{1}));
}

TEST(MatcherUnsaid, TheParameterOfABlockMayStandOnItsOwnLine) {
  const std::string body = "  pattern: |\n    Action {\n      $R: Request[$T] =>\n        ...\n    }\n";
  EXPECT_EQ(found("scala", body, "object A {\n  def f() = Action { implicit r: Request[X] =>\n    g(r)\n  }\n  def h() = Action { 1 }\n}\n"),
            (Lines{2}));
}

TEST(MatcherUnsaid, ACastInCIsPassedOver) {
  EXPECT_EQ(found("c", "  pattern: $P = malloc(...)\n", "void f() {\n  a = malloc(1);\n  b = (char *) malloc(2);\n  c = (char *) d;\n}\n"),
            (Lines{2, 3}));
}

TEST(MatcherUnsaid, OperandsInAnyOrderAreFoundAmongManyWithoutTryingAllOrders) {
  std::string code = "x = a0";
  for (int i = 1; i < 40; ++i) code += " | a" + std::to_string(i);
  EXPECT_EQ(found("python", "  pattern: $A | $B | $C | $D | $E | $F | $G\n", code + "\n"), (Lines{1}));
  EXPECT_EQ(found("python", "  pattern: $A | $B | $C | $D | $E | a39\n", code + "\n"), (Lines{1}));
  EXPECT_EQ(found("python", "  pattern: $A | $B | nothing\n", code + "\n"), (Lines{}));
}

TEST(MatcherUnsaid, ADeclaredNameIsNoValueWhenItIsGivenAConstant) {
  EXPECT_EQ(found("csharp", "  patterns: [{pattern: (string $X)}, {pattern-not: '\"...\"'}]\n",
                  "class A { void F(string p) {\n  string a = G();\n  string b = \"b\";\n  H(p);\n} }\n"),
            (Lines{2, 4}));
}

}  // namespace
}  // namespace codelake::sast
