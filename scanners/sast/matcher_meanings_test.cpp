// SPDX-License-Identifier: Apache-2.0
// What a language means by code that is written otherwise than a pattern.
#include "scanners/sast/rule_reader.h"
#include "scanners/sast/rule_trial.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

using Lines = std::vector<std::uint32_t>;

Lines found(const std::string& language, const std::string& pattern, const std::string& code) {
  std::string body;
  for (const char c : pattern + "\n") body += c == '\n' ? std::string("\n      ") : std::string(1, c);
  RuleFile file = read_rules("rules:\n- id: r\n  severity: ERROR\n  message: m\n  languages: [" + language + "]\n  pattern: |\n      " +
                                 body + "\n",
                             "r.yaml");
  for (const RuleError& error : file.errors) ADD_FAILURE() << error.text();
  if (file.rules.empty()) return {};
  const RuleSet rules(std::move(file.rules));
  for (const RuleError& error : rules.check()) ADD_FAILURE() << error.text();
  return lines_found(rules, rules.rules().front(), language, code);
}

TEST(MatcherMeanings, TheLastExpressionOfAFunctionIsReturned) {
  EXPECT_EQ(found("ruby", "return $X", "def f(a)\n  g(a)\n  if a\n    1\n  else\n    h(a)\n  end\nend\n"), (Lines{4, 6}));
  EXPECT_EQ(found("rust", "return $X", "fn f(a: i32) -> i32 {\n  g(a);\n  match a {\n    0 => 1,\n    _ => h(a),\n  }\n}\n"), (Lines{4, 5}));
  EXPECT_EQ(found("scala", "return g(...)", "object A {\n  def f(a: Int) = {\n    g(1)\n    g(a)\n  }\n}\n"), (Lines{4}));
  EXPECT_EQ(found("python", "return $X", "def f(a):\n  g(a)\n"), (Lines{}));
}

TEST(MatcherMeanings, WhatIsCaughtIsReturnedWhereSomethingMayBeThrown) {
  EXPECT_EQ(found("ruby", "return $X", "def f\n  begin\n    g()\n    1\n  rescue E => e\n    2\n  end\nend\n"), (Lines{4, 6}));
  EXPECT_EQ(found("ruby", "return $X", "def f\n  begin\n    1\n  rescue E => e\n    2\n  end\nend\n"), (Lines{3}));
}

TEST(MatcherMeanings, ANameOfRubyThatNothingWasAssignedToIsACall) {
  const std::string code = "conf\na = conf\ndef f(conf)\n  conf\nend\nconf = 1\nb = conf\nconf()\n";
  EXPECT_EQ(found("ruby", "conf(...)", code), (Lines{1, 2, 8}));
  EXPECT_EQ(found("ruby", "conf[...]", "conf[:a]\nconf()[:b]\n"), (Lines{1, 2}));
}

TEST(MatcherMeanings, ABlockOfRubyCountsAsNoArgument) {
  const std::string code = "each(a) do |b|\n  b\nend\neach(a)\neach(a, c)\n";
  EXPECT_EQ(found("ruby", "each($X)", code), (Lines{1, 4}));
  EXPECT_EQ(found("ruby", "each($X, $Y)", code), (Lines{5}));
}

TEST(MatcherMeanings, ATextOfRubyThatIsChangedIsNoConstantAnyMore) {
  EXPECT_EQ(found("ruby", "f(\"...\")", "def g(a)\n  s = \"x\"\n  s << \"y\"\n  f(s)\n  s.concat(a)\n  f(s)\nend\n"), (Lines{4}));
}

TEST(MatcherMeanings, ARegularExpressionWithoutFlagsStandsForOneWithSome) {
  EXPECT_EQ(found("ruby", "/ab/", "/ab/\n/ab/i\n/abc/\n"), (Lines{1, 2}));
  EXPECT_EQ(found("ruby", "/ab/i", "/ab/\n/ab/i\n"), (Lines{2}));
  EXPECT_EQ(found("ruby", "/$X/", "/ab/\n/a#{b}/\n"), (Lines{1}));
}

TEST(MatcherMeanings, AClassOfSwiftStandsForAllThatIsDeclaredLikeOne) {
  const std::string code = "class A {}\nstruct A {}\nextension A {}\n";
  EXPECT_EQ(found("swift", "class A {}", code), (Lines{1, 2, 3}));
  EXPECT_EQ(found("swift", "struct A {}", code), (Lines{2}));
}

TEST(MatcherMeanings, WhatSwiftDeclaresIsAnExpression) {
  EXPECT_EQ(found("swift", "token", "let token = a\nb(token)\nlet c = token\n"), (Lines{1, 2, 3}));
  EXPECT_EQ(found("swift", "($X : Key)", "var k: Key = 5\nvar l: Other = 6\nuse(k)\n"), (Lines{1, 3}));
}

TEST(MatcherMeanings, AMethodOfScalaMayStandBetweenItsOperands) {
  EXPECT_EQ(found("scala", "$X.add($Y)", "object A {\n  a add b\n  a.add(b)\n  a + b\n}\n"), (Lines{2, 3}));
  EXPECT_EQ(found("scala", "$X.fold($Y, $Z)", "object A {\n  val c = a fold (b, d)\n}\n"), (Lines{2}));
}

TEST(MatcherMeanings, ApplyOfScalaCreates) {
  EXPECT_EQ(found("scala", "new Key(...)", "object A {\n  val a = new Key(1)\n  val b = Key.apply(2)\n  val c = key.apply(3)\n}\n"), (Lines{2, 3}));
}

TEST(MatcherMeanings, AStringOfScalaIsReadByWhatStandsBeforeIt) {
  EXPECT_EQ(found("scala", "sql\"...\"", "object A {\n  val a = sql\"b\"\n  val c = s\"b\"\n  val d = \"b\"\n}\n"), (Lines{2}));
  EXPECT_EQ(found("scala", "s\"$A${$B}...\"", "object A {\n  val a = s\"b $c\"\n  val d = s\"$c b\"\n}\n"), (Lines{2}));
}

TEST(MatcherMeanings, ASymbolOfScalaIsNoName) {
  EXPECT_EQ(found("scala", "'$X", "object A {\n  val a = 'b\n  val c = b\n  val d = 'e'\n}\n"), (Lines{2}));
}

TEST(MatcherMeanings, AnEllipsisStandsForCasesAndPartsOfALoop) {
  EXPECT_EQ(found("scala", "$X match { ... }", "object A {\n  b match {\n    case 1 => c\n    case _ => d\n  }\n}\n"), (Lines{2}));
  EXPECT_EQ(found("scala", "for (...; $X <- $Y; ...) yield ...", "object A {\n  for (a <- b; c <- d) yield c\n}\n"), (Lines{2}));
  const std::string loop = "contract A {\n  function f() public {\n    for (uint i = 0; i < 3; i++) {\n      g();\n    }\n  }\n}\n";
  EXPECT_EQ(found("solidity", "for ($T $X = $Y; ...) {\n  ...\n}", loop), (Lines{3}));
}

TEST(MatcherMeanings, AnEllipsisIsTheSizeOfAnArrayAndAnyNumberOfIndexes) {
  const std::string code = "contract A {\n  function f() public {\n    uint[] storage a;\n    uint[3] storage b;\n  }\n}\n";
  EXPECT_EQ(found("solidity", "$T[...] storage $X;", code), (Lines{4}));
  EXPECT_EQ(found("ruby", "a[$X, ...]", "a[1]\na[1, 2]\n"), (Lines{1, 2}));
}

TEST(MatcherMeanings, AValueMadeOfOtherVariablesIsAnotherOne) {
  const std::string code = "def f(a):\n  g(h(a))\n  k(h(a))\ndef m(a):\n  k(h(a))\n";
  EXPECT_EQ(found("python", "g($X)\n...\nk($X)", code), (Lines{2}));
  const std::string two = "def $F($A):\n  g($X)\ndef $G($B):\n  k($X)";
  EXPECT_EQ(found("python", two, "def f(a):\n  g(h(a))\ndef m(a):\n  k(h(a))\n"), (Lines{}));
  EXPECT_EQ(found("python", two, "def f(a):\n  g(h(1))\ndef m(a):\n  k(h(1))\n"), (Lines{1}));
}

TEST(MatcherMeanings, AChainOfOperandsIsOneListForAnEllipsis) {
  EXPECT_EQ(found("java", "\"a\" + ... + \"z\"", "class A { void f() {\n  g(\"a\" + b + c + d + \"z\");\n  g(\"a\" + b);\n} }\n"), (Lines{2}));
  EXPECT_EQ(found("php", "$A . \"b\" . $C", "<?php\n$x = $a . $b . \"b\" . $c . $d;\n$y = $a . \"c\";\n"), (Lines{2}));
}

TEST(MatcherMeanings, AMetavariableWithoutBracketsIsAWholeBlock) {
  EXPECT_EQ(found("ruby", "if $A\n  $S\nelse\n  $S\nend", "if a\n  b\n  c\nelse\n  b\n  c\nend\nif a\n  b\n  c\nelse\n  b\nend\n"), (Lines{1}));
  EXPECT_EQ(found("csharp", "if ($A) {\n  $S;\n}", "class A { void F() {\n  if (a)\n    B();\n} }\n"), (Lines{2}));
}

TEST(MatcherMeanings, AttributesOfRustBelongToWhatTheyStandBefore) {
  const std::string code = "#[test]\n#[more(a, b)]\nfn f() {}\n#[test]\nfn g() {}\nfn h() {}\n#[cfg(a)]\nuse b;\nfn i() {}\n";
  EXPECT_EQ(found("rust", "#[test]\nfn $F() { ... }", code), (Lines{1, 4}));
  EXPECT_EQ(found("rust", "#[$A(...)]\nfn $F() { ... }", code), (Lines{1, 4}));
  EXPECT_EQ(found("rust", "#[more(a, b)]\nfn $F() { ... }", code), (Lines{1}));
}

TEST(MatcherMeanings, AMetavariableStandsForAMacroOfRustAsWell) {
  EXPECT_EQ(found("rust", "$F(...)", "fn a() {\n  b(1);\n  c!(2);\n}\n"), (Lines{2, 3}));
  EXPECT_EQ(found("rust", "c(...)", "fn a() {\n  c!(2);\n}\n"), (Lines{}));
}

TEST(MatcherMeanings, TheSizeOfAnArrayOfCIsPartOfItsDeclaration) {
  const std::string code = "void f() {\n  int a = 8;\n  char b[8];\n  char c[a];\n  char d[9];\n  char e[n];\n  int g = 1;\n}\n";
  EXPECT_EQ(found("c", "$T $X[8];", code), (Lines{3, 4}));
  EXPECT_EQ(found("c", "char $X;", code), (Lines{}));
  EXPECT_EQ(found("c", "$T $X;", code), (Lines{3, 4, 5, 6}));
  EXPECT_EQ(found("cpp", "#include <a.h>", "#include <a.h>\n#include \"a.h\"\n"), (Lines{1}));
}

TEST(MatcherMeanings, TerraformKnowsItsLocalsAndDefaults) {
  const std::string code =
      "locals {\n  a = \"x\"\n}\nvariable \"b\" {\n  default = \"y\"\n}\nresource \"r\" \"s\" {\n  c = local.a\n  d = var.b\n  e = var.f\n}\n";
  EXPECT_EQ(found("hcl", "c = \"x\"", code), (Lines{8}));
  EXPECT_EQ(found("hcl", "d = \"y\"", code), (Lines{9}));
  EXPECT_EQ(found("hcl", "e = \"...\"", code), (Lines{}));
}

TEST(MatcherMeanings, WordsOfAShellAreFoundWhereverTheyStand) {
  EXPECT_EQ(found("bash", "secret", "secret\ncat secret\ncat secrets\n"), (Lines{1, 2}));
  EXPECT_EQ(found("bash", "secret;", "secret\ncat secret\n"), (Lines{1}));
}

TEST(MatcherMeanings, QuotesOfAShellHoldWhatIsPutTogether) {
  const std::string code = "a \"$B\"\na $B\na \"b\"\na \"${B}\"\na \"$B/c\"\n";
  EXPECT_EQ(found("bash", "a \"$X\"", code), (Lines{1, 4}));
  EXPECT_EQ(found("bash", "a \"...\"", code), (Lines{1, 4, 5}));
  EXPECT_EQ(found("bash", "a \"${$X}...\"", code), (Lines{1, 4, 5}));
}

TEST(MatcherMeanings, ACommandInTheBackgroundIsOne) {
  EXPECT_EQ(found("bash", "a &", "a\na &\nb a &\n"), (Lines{2}));
  EXPECT_EQ(found("bash", "a", "a\na &\n"), (Lines{1, 2}));
}

TEST(MatcherMeanings, AStageOfAPipelineHasItsPlace) {
  EXPECT_EQ(found("bash", "... | b", "a | b\nb | a\n"), (Lines{1}));
  EXPECT_EQ(found("bash", "(...)", "(a)\n{ a; }\n"), (Lines{1}));
}

TEST(MatcherMeanings, ALineAfterALongPipelineIsReadByItself) {
  EXPECT_EQ(found("bash", "d $X", "a | b | c\n\nd e\nf > g\n"), (Lines{3}));
  EXPECT_EQ(found("bash", "d $X", "if a | b | c\nthen\n  d e\nfi\nf > g\n"), (Lines{3}));
}

TEST(MatcherMeanings, AClassOfKotlinHasParameters) {
  EXPECT_EQ(found("kotlin", "class $C(...) : Base {\n  ...\n}", "class C(val a: Int) : Base {\n  val b = 1\n}\n"), (Lines{1}));
}

TEST(MatcherMeanings, AnEmptyStringOfKotlinHasNoPart) {
  EXPECT_EQ(found("kotlin", "f(\"$X\")", "fun g() {\n  f(\"a\")\n  f(\"\")\n}\n"), (Lines{2}));
}

TEST(MatcherMeanings, ATagOfYamlMayBeAnything) { EXPECT_EQ(found("yaml", "!$TAG $X", "- !a 1\n- 2\n"), (Lines{1})); }

TEST(MatcherMeanings, AttributesOfPhpMayBeAnything) {
  EXPECT_EQ(found("php", "#[$A]\nclass $C { ... }", "<?php\n#[B]\nclass C {}\nclass D {}\n"), (Lines{2}));
}

TEST(MatcherMeanings, FieldsAndModulesOfRustMayHoldAnything) {
  EXPECT_EQ(found("rust", "struct $S { ... }", "struct A {\n  b: i32,\n}\n"), (Lines{1}));
  EXPECT_EQ(found("rust", "mod a { ... }", "mod a {\n  fn b() {}\n}\n"), (Lines{1}));
}

}  // namespace
}  // namespace codelake::sast
