// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_reader.h"
#include "scanners/sast/rule_trial.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

using Lines = std::vector<std::uint32_t>;

// One pattern of one language, the code it is tried on, and the first lines of the places it must hold at.
struct Row {
  const char* name;
  const char* language;
  std::string pattern;
  std::string code;
  Lines lines;
};

std::string indented(const std::string& text) {
  std::string result = "      ";
  for (const char c : text) {
    result += c;
    if (c == '\n') result += "      ";
  }
  return result;
}

RuleSet rules_from(const std::string& body, const std::string& language) {
  const std::string yaml =
      "rules:\n- id: r\n  severity: ERROR\n  message: m\n  languages: [" + language + "]\n" + body;
  RuleFile file = read_rules(yaml, "r.yaml");
  for (const RuleError& error : file.errors) ADD_FAILURE() << error.text();
  RuleSet rules(std::move(file.rules));
  for (const RuleError& error : rules.check()) ADD_FAILURE() << error.text();
  return rules;
}

Lines lines_of(const RuleSet& rules, const std::string& language, const std::string& code) {
  if (rules.rules().empty()) return {};
  return lines_found(rules, rules.rules().front(), language, code);
}

class Matching : public testing::TestWithParam<Row> {};

// More entries than a machine word has bits.
TEST(MatchingOfMany, TakesEachEntryOnce) {
  const RuleSet rules = rules_from("  pattern: '{..., $X: $A, ..., $X: $B, ...}'\n", "python");
  std::string code = "a = {";
  for (int key = 0; key < 100; ++key) code += std::to_string(key) + ": 1, ";
  EXPECT_EQ(lines_of(rules, "python", code + "}\n"), (Lines{}));
  EXPECT_EQ(lines_of(rules, "python", code + "99: 2}\n"), (Lines{1}));
}

TEST_P(Matching, FindsExactlyTheExpectedLines) {
  const Row& row = GetParam();
  const RuleSet rules = rules_from("  pattern: |\n" + indented(row.pattern) + "\n", row.language);
  EXPECT_EQ(lines_of(rules, row.language, row.code), row.lines);
}

const std::vector<Row> k_expressions = {
    {"call_with_any_arguments", "python", "f(...)", "f()\nf(1, 2)\ng(f(3))\nh()\n", {1, 2, 3}},
    {"metavariable_is_one_argument", "python", "f($X)", "f(a)\nf(a, b)\nf()\nf(k=a)\n", {1}},
    {"equal_metavariables_are_equal_code", "python", "$X == $X", "a == a\na == b\nf(1) == f( 1 )\n", {1, 3}},
    {"underscore_is_not_unified", "python", "$_ == $_", "a == b\n", {1}},
    {"keyword_arguments_in_any_order",
     "python",
     "f(a=1, ..., b=2)",
     "f(b=2, a=1)\nf(a=1)\nf(a=1, c=3, b=2)\n",
     {1, 3}},
    {"keyword_argument_needs_gap", "python", "f(a=1)", "f(a=1, b=2)\nf(a=1)\n", {2}},
    {"gap_in_the_middle", "python", "f(a, ..., z)", "f(a, z)\nf(a, b, c, z)\nf(a, z, b)\n", {1, 2}},
    {"metavariable_gap_binds_several", "python", "f($...A, end)", "f(1, 2, end)\nf(end)\nf(1)\n", {1, 2}},
    {"string_of_any_content", "python", "f(\"...\")", "f('a')\nf(b)\nf(\"x\" + \"y\")\nf(1)\n", {1, 3}},
    {"string_by_regular_expression", "python", "f(\"=~/^ht+p:/\")", "f('http://x')\nf('https://x')\n", {1}},
    {"constant_is_seen_through", "python", "f(\"...\")", "x = 'a'\nf(x)\ny = g()\nf(y)\n", {2}},
    {"constant_written_again_is_none",
     "python",
     "f(\"...\")",
     "def g(p):\n  x = 'a'\n  f(x)\n  x = p\n  f(x)\n",
     {3}},
    {"enumerator_is_no_text", "python", "$X is \"...\"", "class A(StrEnum):\n  B = 'b'\nclass C:\n  D = 'd'\nx is A.B\nx is C.D\n", {6}},
    {"left_early_it_may_be_written",
     "java",
     "$X != $X",
     "class A { int f() {\n  S s = null;\n  try {\n    s = g();\n    return 1;\n  } catch (E e) {\n    throw e;\n  } finally {\n    if (s != null) h();\n  }\n} }\n",
     {}},
    {"constant_in_a_loop_is_none", "python", "f(\"...\")", "x = 'a'\nwhile c:\n  f(x)\n  x = g()\n", {}},
    {"deep_value_of_an_entry",
     "json",
     "\"size\": <... 42 ...>",
     "{\n\"size\": 42,\n\"a\": {\"size\": [1, {\"b\": 42}]},\n\"b\": {\"size\": [1]}}\n",
     {2, 3}},
    {"texts_put_together_are_bound", "javascript", "\"$S\" + $X", "y = \"a\" + \"b\" + z\n", {1}},
    {"format_string_is_no_constant", "python", "f(f\"...\")", "f(f'a{b}')\nf('a')\n", {1}},
    {"deep_expression", "python", "f(<... $X.get(...) ...>)", "f(1 + a.get(2))\nf(a)\n", {1}},
    {"list_with_gap", "python", "[..., 1, ...]", "[0, 1]\n[2]\n", {1}},
    {"dictionary_in_any_order", "python", "{..., 'a': 1, ...}", "{'b': 2, 'a': 1}\n{'a': 2}\n", {1}},
    {"dictionary_without_gap_is_whole", "python", "{'a': 1}", "{'b': 2, 'a': 1}\n{'a': 1}\n", {2}},
    {"object_is_open", "javascript", "f({a: 1})", "f({b: 2, a: 1});\nf({a: 2});\n", {1}},
    {"entry_of_an_object", "javascript", "secret: '$Y'", "s({secret: 'a'});\ns({secret: b});\nsecret: 'c';\n", {1, 3}},
    {"field_of_a_literal",
     "go",
     "Director: $F",
     "package p\nvar a = T{Director: f, B: 1}\nvar b = T{B: f}\n",
     {2}},
    {"creation_is_no_call", "javascript", "new F(...)", "new F(1);\nF(1);\n", {1}},
    {"member_with_any_object",
     "javascript",
     "$X.innerHTML = $Y",
     "a.b.innerHTML = c;\ninnerHTML = c;\n",
     {1}},
    {"typed_metavariable",
     "java",
     "(String $X).equals($Y)",
     "class A { void f(String s, Object o) {\n  s.equals(o);\n  o.equals(s);\n} }\n",
     {2}},
    {"typed_metavariable_is_declared",
     "java",
     "(List<$T> $X)",
     "class A { void f() {\n  List<B> a = g();\n  List<B> b;\n  Set<B> c = g();\n} }\n",
     {2}},
    {"type_of_a_parameter",
     "go",
     "func $F(..., $D *pg.DB, ...) { ... }",
     "package a\nfunc f(d *pg.DB) {\n}\nfunc g(d *sql.DB) {\n}\n",
     {2}},
    {"bits_in_any_order", "python", "f(A | B | C)", "f(C | A | B)\nf(A | B)\n", {1}},
    {"bits_among_others", "python", "A & B", "f(B & X & A)\nf(A & C)\n", {1}},
    {"truths_in_any_grouping", "python", "a and ... and c", "f(a and (b and c))\nf(c and a)\n", {1}},
    {"constant_equals_its_value", "python", "$X == $X", "k = 0\nk == 0\nk == 1\n", {2}},
    {"decorator_is_a_call", "python", "@cache(...)\ndef $F(...): ...", "@cache\ndef f(): pass\n", {1}},
    {"require_imports", "javascript", "import 'm'", "const a = require('m/sub');\nimport b from 'n';\n", {1}},
    {"operators_have_types", "java", "f((boolean $X))", "class A { void g() {\n f(a == b);\n f(1);\n f(true);\n} }\n", {2, 4}},
    {"name_by_wildcard", "java", "a.b.C.f()", "import a.b.*;\nclass A { void g() {\n C.f();\n} }\n", {3}},
    {"parentheses_are_sugar", "python", "f(1 + 2)", "f((1 + 2))\n", {1}},
};

const std::vector<Row> k_imports = {
    {"module_alias",
     "python",
     "subprocess.run(...)",
     "import subprocess as sp\nsp.run(1)\nsubprocess.run(2)\n",
     {2, 3}},
    {"imported_name",
     "python",
     "subprocess.run(...)",
     "from subprocess import run as r\nr(1)\nrun(2)\n",
     {2}},
    {"imported_name_of_another_module",
     "python",
     "subprocess.run(...)",
     "from other import run\nrun(1)\n",
     {}},
    {"dotted_module", "python", "os.path.join(...)", "from os import path as p\np.join(a)\n", {2}},
    {"member_metavariable", "python", "subprocess.$F(...)", "from subprocess import call\ncall(1)\n", {2}},
    {"later_import_does_not_reach_back",
     "python",
     "b.f(...)",
     "import a as m\nm.f()\nimport b as m\nm.f()\n",
     {4}},
    {"import_of_a_part",
     "python",
     "import xml",
     "from xml.sax import parse\nimport xml\nimport json\n",
     {1, 2}},
    {"require",
     "javascript",
     "child_process.exec(...)",
     "const cp = require('child_process');\ncp.exec(a);\n",
     {2}},
    {"destructured_require",
     "javascript",
     "child_process.exec(...)",
     "const {exec: run} = require('child_process');\nrun(a);\n",
     {2}},
    {"named_import",
     "javascript",
     "child_process.exec(...)",
     "import {exec} from 'child_process';\nexec(a);\n",
     {2}},
    {"java_import",
     "java",
     "java.security.MessageDigest.getInstance(...)",
     "import java.security.MessageDigest;\nclass A { void f() {\n  MessageDigest.getInstance(\"a\");\n} }\n",
     {3}},
    {"go_import_alias",
     "go",
     "md5.New()",
     "package a\nimport m \"crypto/md5\"\nfunc f() {\n\tm.New()\n}\n",
     {4}},
    {"scala_import_of_several", "scala", "import a.b.$X", "import a.b.{C, D}\nimport a.b.C\nimport a.c.C\n", {1, 2}},
    {"csharp_type_alone", "csharp", "(string $X)", "class A { void f(string s, int n) {\n  g(n);\n  g(s);\n} }\n", {3}},
    {"ruby_interpolated_text", "ruby", "`...#{\"...\"}...`", "`a #{b} c`\n`a #{\"b\"} c`\n", {2}},
    {"cast_of_an_argument", "java", "f(null)", "class A { void g() {\n  f((B) null);\n  f(null);\n  f((B) c);\n} }\n", {2, 3}},
    {"cast_of_an_assigned_value", "typescript", "$X = f()", "let a = f() as B;\nb = f();\nc = g() as B;\n", {1, 2}},
    {"cast_of_a_known_value", "c", "f($X, $X)", "void g() {\n  f(a, (int) a);\n  f(a, (int) b);\n}\n", {2}},
    {"words_for_a_truth_value", "yaml", "a: false", "- a: off\n- a: False\n- a: \"no\"\n- a: on\n- no: a\n- a: n\n", {1, 2, 6}},
    {"resource_is_the_statement", "java", "new B(...);", "class A { void f() {\n  try (C c = new C(1);\n       B b = new B(c)) { g(); }\n} }\n", {3}},
    {"text_between_tags", "typescript", "<$E>$M</$E>", "a = <A>b</A>;\na = <A><B/></A>;\na = <A>{b}</A>;\na = <A>b {c}</A>;\na = <A>\n  <B/>\n</A>;\n", {1, 4}},
    {"code_between_tags", "typescript", "<$E>{$M}</$E>", "a = <A>b</A>;\na = <A><B/></A>;\na = <A>{b}</A>;\n", {3}},
    {"text_between_tags_of_a_page", "html", "<$E>$M</$E>", "<p>a</p>\n<p><b/></p>\n", {1}},
    {"function_with_a_name", "javascript", "function $F(...) { ... }", "function a() {}\nb(function () {});\nc(() => {});\nclass D { e() {} }\n", {1, 4}},
    {"function_handed_over", "javascript", "$X.map(function $F(...) { ... })", "a.map(() => {});\na.map(function b() {});\n", {1, 2}},
    {"what_is_written_is_no_value", "javascript", "$X = $Y;\n$X = $Z;", "let a = null;\nlet b = null;\na = 1;\nb = 2;\n", {}},
    {"ruby_entry_is_no_argument", "ruby", ":$K => $V", "f(:a => b)\nx = {\n:a => c}\n", {3}},
};

const std::vector<Row> k_statements = {
    {"semicolon_makes_a_statement", "java", "f(...);", "class A { void g() {\n  int x =\n    f(1);\n  f(2);\n} }\n", {2, 4}},
    {"without_semicolon_it_is_an_expression", "java", "f(...)", "class A { void g() {\n  int x =\n    f(1);\n} }\n", {3}},
    {"statement_is_none_in_a_condition",
     "c",
     "f(...);",
     "void g() {\n  f(1);\n  if (f(2)) {}\n  while (f(3)) f(4);\n  for (f(5); f(6); f(7)) {}\n  h(f(8));\n  return f(9);\n}\n",
     {2, 4, 6, 7}},
    {"any_expression_with_a_semicolon_is_a_statement", "c", "$_ == $_;", "void g() {\n  if (a == b) {}\n  *p == i;\n}\n", {3}},
    {"deep_statement_is_not_the_one_around_it",
     "c",
     "<... f(...) ...>;\n...\n<... g(...) ...>;",
     "void a() {\n  h(f(1));\n  g(2);\n}\nvoid b() {\n  g(1);\n  f(2);\n}\n",
     {2}},
    {"declaration_without_value", "java", "$T $X;", "class A { void f() {\n  int a;\n  int b = 1;\n  String[] c;\n} }\n", {2, 4}},
    {"declaration_with_value", "java", "$T $X = ...;", "class A { void f() {\n  int a;\n  int b = 1;\n} }\n", {3}},
    {"declared_value_of_a_script", "javascript", "var $X;", "var a;\nvar b = 1;\n", {1}},
    {"declared_value_in_go", "go", "var $X $T = ...", "package a\nvar b int\nvar c int = 1\n", {3}},
    {"array_of_a_length", "c", "$_ $P[$_];", "int a;\nint b[3];\nint c[];\nint *d;\nint *e[2];\n", {2, 5}},
    {"array_without_a_length", "c", "$_ $P[] = ...;", "char a[] = \"\";\nchar b[3] = \"\";\nchar *c = \"\";\n", {1}},
    {"pointer_is_no_array_of_them", "c", "$_ *$P;", "int *a;\nint *b[2];\nint c;\n", {1}},
    {"any_type_may_be_an_array", "c", "$_ $P;", "int a;\nint b[3];\n", {1, 2}},
    {"prototype_has_no_body", "c", "$_ $F(...);", "int f(int);\nint g() { return 1; }\n", {1}},
    {"statement_that_ends_at_once_has_no_body", "c", "if ($_);", "void f() {\n  if (a);\n  if (b) g();\n}\n", {2}},
    {"type_behind_a_pointer", "c", "f((int $X))", "void g(int *p) {\n  f(*p);\n  f(p);\n}\n", {2}},
    {"some_cases_in_any_order",
     "c",
     "switch ($X) { case 2: ... case 1: ... }",
     "void f() {\n  switch (a) { case 1: b(); case 2: c(); default: d(); }\n  switch (a) { case 1: b(); }\n}\n",
     {2}},
    {"default_is_a_case_of_its_own",
     "c",
     "switch ($X) { default: ... }",
     "void f() {\n  switch (a) { case 1: b(); }\n  switch (a) { case 1: b(); default: c(); }\n}\n",
     {3}},
    {"gap_of_cases", "go", "select {\n  case ...\n  case <-$C: ...\n}", "package a\nfunc f() {\n\tselect {\n\tcase b <- 1:\n\tcase <-c:\n\t\tg()\n\t}\n}\n", {3}},
    {"statement_before_a_condition",
     "go",
     "$X, $ERR := g()\nif $ERR != nil { ... }",
     "package a\nfunc f() {\n\tif a, err := g(); err != nil {\n\t\th(a)\n\t}\n\tif b, err := g(); c != nil {\n\t}\n}\n",
     {3}},
    {"gap_reaches_nested_statements", "python", "$X = s()\n...\nt($X)", "z = s()\nif z:\n  t(z)\n", {1}},
    {"gap_does_not_reach_back", "python", "$X = s()\n...\nt($X)", "t(z)\nz = s()\n", {}},
    {"statements_without_gap_are_neighbours", "python", "a()\nb()", "a()\nc()\nb()\na()\nb()\n", {4}},
    {"statement_holds_the_expression", "python", "a()\n...\nb()", "x = f(a())\nreturn_ = g(b())\n", {1}},
    {"body_without_gap_is_whole", "python", "if $C:\n  a()", "if x:\n  a()\nif y:\n  a()\n  b()\n", {1}},
    {"body_with_gap_is_open",
     "python",
     "def $F(...):\n  ...\n  a()",
     "def f(x):\n  b()\n  a()\n  c()\n",
     {1}},
    {"decorators_and_types_may_be_left_out",
     "python",
     "def $F($P, ...):\n  ...",
     "@d\nasync def f(p: int, q=1) -> int:\n  return p\n",
     {1}},
    {"decorator_is_asked_for",
     "python",
     "@app.route(...)\ndef $F(...):\n  ...",
     "@x\n@app.route('/')\ndef f(): pass\ndef g(): pass\n",
     {1}},
    {"class_members_in_any_order",
     "python",
     "class $C:\n  ...\n  b = 1\n  ...\n  a = 1",
     "class K(B):\n  a = 1\n  b = 1\n",
     {1}},
    {"assignment_is_any_declaration",
     "javascript",
     "$X = f()",
     "const a = f();\nlet b = f();\nc = f();\nvar d;\n",
     {1, 2, 3}},
    {"assignment_with_type", "java", "$X = f()", "class A { void g() {\n  String s = f();\n} }\n", {2}},
    {"else_may_be_left_out", "javascript", "if ($C) { return; }", "if (a) { return; } else { b(); }\n", {1}},
    {"function_is_any_function", "javascript", "function $F(...) { ... }", "function f(a) { b(); }\n", {1}},
    {"error_is_never_matched", "python", "f(...)", "f(\n", {}},
};

std::string row_name(const testing::TestParamInfo<Row>& info) {
  return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Expressions, Matching, testing::ValuesIn(k_expressions), row_name);
INSTANTIATE_TEST_SUITE_P(Imports, Matching, testing::ValuesIn(k_imports), row_name);
INSTANTIATE_TEST_SUITE_P(Statements, Matching, testing::ValuesIn(k_statements), row_name);

// A formula in YAML, for Python.
struct FormulaRow {
  const char* name;
  std::string body;
  std::string code;
  Lines lines;
};

class Formulas : public testing::TestWithParam<FormulaRow> {};

TEST_P(Formulas, FindsExactlyTheExpectedLines) {
  const FormulaRow& row = GetParam();
  EXPECT_EQ(lines_of(rules_from(row.body, "python"), "python", row.code), row.lines);
}

const std::vector<FormulaRow> k_formulas = {
    {"either", "  pattern-either:\n  - pattern: a()\n  - pattern: b()\n", "a()\nb()\nc()\n", {1, 2}},
    {"inside_unifies",
     "  patterns:\n  - pattern: f($X)\n  - pattern-inside: g($X, ...)\n",
     "g(a,\nf(a),\nf(b))\nf(a)\n",
     {2}},
    {"choice_of_surroundings",
     "  patterns:\n  - pattern-either:\n    - pattern-inside: |\n        import a\n        ...\n    - pattern-inside: |\n        import b\n"
     "        ...\n  - pattern-inside: f($X)\n  - focus-metavariable: $X\n",
     "f(0)\nimport b\nf(1)\nf(\n2)\n",
     {3, 5}},
    {"not_takes_equal_ranges",
     "  patterns:\n  - pattern: f(...)\n  - pattern-not: f('...')\n",
     "f('a')\nf(b)\n",
     {2}},
    {"not_leaves_outer_ranges",
     "  patterns:\n  - pattern: f($X)\n  - pattern-not: g(f(...))\n",
     "g(f(a))\n",
     {1}},
    {"not_inside",
     "  patterns:\n  - pattern: f()\n  - pattern-not-inside: \"def $F(...): ...\"\n",
     "f()\ndef g():\n  f()\n",
     {1}},
    {"regex", "  pattern-regex: ^a\\d\n", "a1\nba1\na2\n", {1, 3}},
    {"not_regex", "  patterns:\n  - pattern: f($X)\n  - pattern-not-regex: abc\n", "f(abc)\nf(b)\n", {2}},
    {"metavariable_regex_is_anchored",
     "  patterns:\n  - pattern: f($X)\n  - metavariable-regex: {metavariable: $X, regex: b}\n",
     "f(abc)\nf(bc)\n",
     {2}},
    {"metavariable_pattern",
     "  patterns:\n  - pattern: f($X)\n  - metavariable-pattern: {metavariable: $X, pattern: g(...)}\n",
     "f(g())\nf(1 + g())\nf(h())\n",
     {1, 2}},
    {"metavariable_pattern_of_negations",
     "  patterns:\n  - pattern: f($X)\n  - metavariable-pattern:\n      metavariable: $X\n      patterns:\n  "
     "    - pattern-not: '\"...\"'\n",
     "f('a')\nf(b)\n",
     {2}},
    {"comparison",
     "  patterns:\n  - pattern: f($X)\n  - metavariable-comparison: {metavariable: $X, comparison: $X < 0x10 "
     "and $X > 2}\n",
     "f(1)\nf(3)\nf(0x0F)\nf(99)\nf(y)\n",
     {2, 3}},
    {"focus",
     "  patterns:\n  - pattern: \"f(...,\\n$X)\"\n  - focus-metavariable: $X\n",
     "f(a,\n  b)\n",
     {2}},
    {"lone_metavariable",
     "  patterns:\n  - pattern: $X\n  - pattern-inside: g(...)\n  - metavariable-regex: {metavariable: $X, "
     "regex: ^b$}\n",
     "g(a,\n  b)\nb\n",
     {2}},
    {"constants_switched_off",
     "  pattern: f(\"...\")\n  options: {constant_propagation: true}\n",
     "x = 'a'\nf(x)\n",
     {2}},
};

std::string formula_name(const testing::TestParamInfo<FormulaRow>& info) {
  return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(All, Formulas, testing::ValuesIn(k_formulas), formula_name);

TEST(Matcher, StopsAndSaysSoWhenItsStepsAreUsedUp) {
  const RuleSet rules = rules_from("  pattern: f(..., $A, ..., $B, ..., $C, ..., $D, ..., $A)\n", "python");
  std::string code = "f(";
  for (int i = 0; i < 200; ++i) code += "x" + std::to_string(i) + ", ";
  code += "y)\n";
  const syntax::Language* language = rules.language("python");
  ASSERT_NE(language, nullptr);
  const CompiledRule* rule = rules.rules_of(*language).all().rules.at(0);
  const syntax::Tree tree = language->parse(code, 200);
  const FileView view(tree);
  const auto found = run_rules(std::span(&rule, 1), {code, &view}, 100'000);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found.front().limit_hit);
}

}  // namespace
}  // namespace codelake::sast
