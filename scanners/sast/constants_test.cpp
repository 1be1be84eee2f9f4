// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/constants.h"

#include "scanners/sast/file_view.h"
#include "scanners/syntax/language.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

// What the argument of the only call of `see` is worth, in words.
std::string seen(const std::string& language_name, const std::string& code) {
  for (const auto& language : syntax::all_languages()) {
    if (language->name() != language_name) continue;
    const syntax::Tree tree = language->parse(code, 1000);
    const FileView view(tree);
    for (const Anchor& call : view.of_kind(syntax::Kind::call)) {
      if (!call.has(syntax::symbol_of("see"))) continue;
      const syntax::NodeId arguments = tree.child(call.node, syntax::Role::arguments);
      const Constant value = view.constants().value_of(tree.first_child(arguments));
      switch (value.kind) {
        case Constant::Kind::unknown: return "unknown";
        case Constant::Kind::some_text: return "some text";
        case Constant::Kind::text: return "'" + value.text + "'";
        case Constant::Kind::boolean: return value.number != 0 ? "true" : "false";
        case Constant::Kind::number: return std::to_string(value.number);
        case Constant::Kind::function:
        case Constant::Kind::other: return value.text;
      }
    }
  }
  return "no call";
}

struct Row {
  const char* name;
  const char* language;
  const char* code;
  const char* worth;
};

class ConstantOf : public testing::TestWithParam<Row> {};

TEST_P(ConstantOf, TheArgument) {
  EXPECT_EQ(seen(GetParam().language, GetParam().code), GetParam().worth);
}

const std::vector<Row> k_rows = {
    {"joined_texts", "python", "x = 'a'\ny = x + 'b'\nsee(y)\n", "'ab'"},
    {"arithmetic", "python", "see((1 + 2) * 0x10)\n", "48"},
    {"text_and_number", "javascript", "see('a' + 1);", "'a1'"},
    {"text_and_number_of_python", "python", "see('a' + 1)\n", "unknown"},
    {"template", "javascript", "const a = 'b';\nsee(`${a}c`);", "'bc'"},
    {"equal_branches", "python", "def f(c):\n  if c:\n    x = 1\n  else:\n    x = 1\n  see(x)\n", "1"},
    {"different_texts", "python", "def f(c):\n  if c:\n    x = 'a'\n  else:\n    x = 'b'\n  see(x)\n", "some text"},
    {"different_numbers", "python", "def f(c):\n  if c:\n    x = 1\n  else:\n    x = 2\n  see(x)\n", "unknown"},
    {"branch_that_returns", "python", "def f(c):\n  x = 1\n  if c:\n    x = g()\n    return\n  see(x)\n", "1"},
    {"written_in_a_loop", "python", "def f():\n  x = 1\n  while c:\n    see(x)\n    x = 2\n", "unknown"},
    {"written_in_a_try", "python", "def f():\n  x = 1\n  try:\n    x = 2\n    g()\n  except E:\n    see(x)\n", "unknown"},
    {"module_constant_in_a_function", "python", "A = 'a'\ndef f():\n  see(A)\n", "'a'"},
    {"parameter_hides_it", "python", "a = 'a'\ndef f(a):\n  see(a)\n", "unknown"},
    {"written_in_a_closure", "javascript", "function f() { let x = 1; g(() => { x = 2; }); see(x); }", "unknown"},
    {"block_has_its_own", "javascript", "function f() { let x = 1; { let x = 2; } see(x); }", "1"},
    {"declared_again", "javascript", "var x = 1; var x = 2; see(x);", "2"},
    {"final_field", "java", "class A { static final String S = \"a\"; void f() { see(S); } }", "'a'"},
    {"field_that_others_may_write", "java", "class A { String s = \"a\"; void f() { see(s); } }", "unknown"},
    {"field_written_in_the_method", "java", "class A { String s; void f() { s = \"a\"; see(this.s); } }", "'a'"},
    {"member_of_self", "python", "class A:\n  def __init__(self):\n    self.k = 'a'\n  def f(self):\n    see(self.k)\n", "'a'"},
    {"names_taken_apart", "python", "a, b = 1, 2\nsee(b)\n", "2"},
    {"step", "javascript", "let i = 1;\ni++;\nsee(i);", "2"},
    {"cases_of_a_switch", "java",
     "class A { void f(int k) { int x = 1; switch (k) { case 1: x = 2; break; default: throw e; } see(x); } }", "2"},
    {"itself", "python", "def f():\n  global x\n  x = x + 'a'\n  see(x)\n", "unknown"},
    {"overflow", "python", "see(9223372036854775807 + 1)\n", "unknown"},
};

INSTANTIATE_TEST_SUITE_P(Constants, ConstantOf, testing::ValuesIn(k_rows),
                         [](const auto& row) { return row.param.name; });

TEST(Names, ResolveToTheInnermostScope) {
  const std::string code = "x = 1\ndef f():\n  x = 2\n  g(x)\nh(x)\n";
  for (const auto& language : syntax::all_languages()) {
    if (language->name() != "python") continue;
    const syntax::Tree tree = language->parse(code, 1000);
    const Names names(tree);
    std::vector<VariableId> uses;
    for (syntax::NodeId id = 1; id < tree.nodes.size(); ++id) {
      const bool argument = tree[tree[id].parent].kind == syntax::Kind::arguments;
      if (argument) uses.push_back(names.variable_of(id).value());
    }
    ASSERT_EQ(uses.size(), 2U);
    EXPECT_NE(uses[0], uses[1]);
    EXPECT_EQ(names[uses[1]].scope, 0U);
  }
}

}  // namespace
}  // namespace codelake::sast
