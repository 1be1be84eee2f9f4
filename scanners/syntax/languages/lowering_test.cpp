// SPDX-License-Identifier: Apache-2.0
#include "core/source_file.h"
#include "scanners/syntax/language.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace codelake::syntax {
namespace {

struct Parsed {
  std::unique_ptr<Language> language;
  std::string text;
  Tree tree;
};

std::unique_ptr<Language> language_named(std::string_view name) {
  for (auto& language : all_languages()) {
    if (language->name() == name) return std::move(language);
  }
  return nullptr;
}

std::unique_ptr<Parsed> parse(std::string_view name, std::string text) {
  auto parsed = std::make_unique<Parsed>();
  parsed->language = language_named(name);
  parsed->text = std::move(text);
  parsed->tree = parsed->language->parse(parsed->text, 1000);
  return parsed;
}

std::uint64_t hash(std::string_view name, const std::string& text) { return parse(name, text)->tree[0].hash; }

std::size_t count(const Tree& tree, Kind kind) {
  return static_cast<std::size_t>(
      std::count_if(tree.nodes.begin(), tree.nodes.end(), [kind](const Node& node) { return node.kind == kind; }));
}

TEST(Lowering, GivesEqualCodeEqualHashes) {
  EXPECT_EQ(hash("python", "f(a, 'b')"), hash("python", "# x\nf( (a),\"b\" )\n"));
  EXPECT_EQ(hash("python", "if a: b()\nelif c: d()\n"), hash("python", "if a:\n  b()\nelif (c):\n  d()\n"));
  EXPECT_EQ(hash("javascript", "f(a?.b, `x`);"), hash("javascript", "f(a.b, 'x')"));
  EXPECT_EQ(hash("javascript", "if (a) f()"), hash("javascript", "if (a) { f(); }"));
  EXPECT_EQ(hash("javascript", "x = {a}"), hash("javascript", "x = {a: a}"));
  EXPECT_EQ(hash("javascript", "new A"), hash("javascript", "new A()"));
  EXPECT_EQ(hash("typescript", "f(a!.b)"), hash("typescript", "f(a.b)"));
  EXPECT_EQ(hash("java", "int a = 1, b = 2;"), hash("java", "int a = 1; int b = 2;"));
  EXPECT_EQ(hash("go", "package p\nvar a, b = 1, 2\n"), hash("go", "package p\nvar (\n a = 1\n b = 2\n)\n"));
}

TEST(Lowering, BindsPostfixesBeforeOperatorsWhateverTheGrammarSays) {
  const auto body = [](const std::string& code) { return hash("solidity", "contract A { function f() public { " + code + " } }"); };
  EXPECT_EQ(body("x = a / b.f(c);"), body("x = a / (b.f(c));"));
  EXPECT_EQ(body("x = a + b * c[1].d();"), body("x = a + (b * (c[1].d()));"));
  EXPECT_EQ(body("x = !a.b();"), body("x = !(a.b());"));
  EXPECT_EQ(body("x = a.f() + b.g() - c.h();"), body("x = ((a.f()) + (b.g())) - (c.h());"));
  EXPECT_NE(body("x = (a / b).f(c);"), body("x = a / b.f(c);"));
}

TEST(Lowering, BindsPostfixesInLongExpressionsInOnePass) {
  std::string code = "contract A { function f() public { x = a";
  for (int at = 0; at < 20'000; ++at) code += " + a.f(1)";
  EXPECT_GT(parse("solidity", code + "; } }")->tree.nodes.size(), 1000U);
}

TEST(Lowering, ReadsWhatScalaAllowsWithoutBrackets) {
  EXPECT_EQ(hash("scala", "object A { def f = g { implicit x: T[U] => h(x) } }"),
            hash("scala", "object A { def f = g { (x: T[U]) => h(x) } }"));
  EXPECT_EQ(hash("scala", "class A @B(1) (c: T) { def f = c }"), hash("scala", "class A(c: T) { def f = c }"));
  EXPECT_EQ(parse("scala", "object A { val s = \"{ x: T => \" }")->tree.error_count, 0U);
}

TEST(Lowering, ReadsTypesInScriptsThatHaveThem) {
  EXPECT_EQ(parse("javascript", "async function f(a: B): Promise<void> { return; }")->tree.error_count, 0U);
  EXPECT_GT(parse("javascript", "function f( { ] ")->tree.error_count, 0U);
}

TEST(Lowering, JoinsAndDeclaresWhatConditionsOfSwiftHold) {
  EXPECT_EQ(hash("swift", "if a, b { f() }"), hash("swift", "if a && b { f() }"));
  EXPECT_EQ(hash("swift", "guard a else { return }"), hash("swift", "if !a { return }"));
  EXPECT_EQ(hash("swift", "if let a { f() }"), hash("swift", "if let a = a { f() }"));
  EXPECT_EQ(hash("swift", "f(1) { g() }"), hash("swift", "f(1, { g() })"));
}

TEST(Lowering, GivesDifferentCodeDifferentHashes) {
  EXPECT_NE(hash("python", "f(a)"), hash("python", "f(b)"));
  EXPECT_NE(hash("python", "a < b"), hash("python", "a > b"));
  EXPECT_NE(hash("python", "a[1:]"), hash("python", "a[:1]"));
  EXPECT_NE(hash("python", "f(a)(b)"), hash("python", "f(a, b)"));
  EXPECT_NE(hash("javascript", "A()"), hash("javascript", "new A()"));
  EXPECT_NE(hash("javascript", "i++"), hash("javascript", "++i"));
  EXPECT_NE(hash("java", "a += 1;"), hash("java", "a -= 1;"));
}

TEST(Lowering, GivesEqualCodeOfTwoLanguagesEqualHashes) {
  EXPECT_EQ(hash("javascript", "a.b(c, 'd')"), hash("python", "a.b(c, 'd')"));
  EXPECT_EQ(hash("javascript", "a.b(c)"), hash("java", "a.b(c);"));
  EXPECT_EQ(hash("typescript", "a.b(c)"), hash("tsx", "a.b(c)"));
}

TEST(Lowering, KeepsAndCountsWhatCannotBeRead) {
  const auto parsed = parse("python", "x = 1\ny = = ]\nz = 2\n");
  EXPECT_GT(parsed->tree.error_count, 0U);
  EXPECT_GT(parsed->tree.error_bytes, 0U);
  EXPECT_GE(count(parsed->tree, Kind::error), 1U);
  EXPECT_GE(count(parsed->tree, Kind::assignment), 2U);
}

TEST(Lowering, MarksWhatTheGrammarMadeUp) {
  const auto parsed = parse("java", "class A { void f() { g(1; } }");
  EXPECT_GT(parsed->tree.error_count, 0U);
  const bool marked = std::any_of(parsed->tree.nodes.begin(), parsed->tree.nodes.end(),
                                  [](const Node& node) { return (node.flags & k_missing) != 0; });
  EXPECT_TRUE(marked);
}

TEST(Lowering, MarksStatements) {
  const auto parsed = parse("javascript", "f(g());");
  EXPECT_NE(parsed->tree[1].flags & k_statement, 0);
  EXPECT_EQ(parsed->tree[2].flags & k_statement, 0);
}

TEST(Lowering, TellsTheContentOfStrings) {
  const auto parsed = parse("python", "x = rb'''a\\n'''\n");
  const NodeId assignment = 1;
  EXPECT_EQ(parsed->tree.content(parsed->tree.child(assignment, Role::right)), "a\\n");
}

TEST(Lowering, ReadsEmptyAndBinaryText) {
  for (const auto& language : all_languages()) {
    EXPECT_EQ(language->parse("", 1000).nodes.size(), 1U) << language->name();
    const std::string bytes("\0\xFF\xFE\0(", 5);
    EXPECT_GE(language->parse(bytes, 1000).nodes.size(), 1U) << language->name();
  }
}

TEST(Patterns, ThatCannotBeReadSayWhere) {
  const auto readings = language_named("python")->parse_pattern("f($X, ]) = =");
  ASSERT_FALSE(readings);
  EXPECT_NE(readings.error().cause.find("python"), std::string::npos);
  EXPECT_NE(readings.error().cause.find(']'), std::string::npos) << readings.error().cause;
}

TEST(Patterns, AreNeverReadWithPartsLeftOut) {
  EXPECT_FALSE(language_named("java")->parse_pattern("if ($X) else"));
  EXPECT_FALSE(language_named("python")->parse_pattern("= $X"));
  EXPECT_FALSE(language_named("go")->parse_pattern(""));
}

TEST(Patterns, MayStandInUnusualPlaces) {
  const auto kind_of = [](std::string_view language, std::string_view pattern) {
    const auto readings = language_named(language)->parse_pattern(pattern);
    return readings ? readings->front()->tree[1].kind : Kind::error;
  };
  EXPECT_EQ(kind_of("java", "super(...)"), Kind::call);
  EXPECT_EQ(kind_of("java", "enum $E { ... }"), Kind::class_declaration);
  EXPECT_EQ(kind_of("java", "class A<...> { ... }"), Kind::class_declaration);
  EXPECT_EQ(kind_of("java", "f(<... $X ...>)"), Kind::call);
  EXPECT_EQ(kind_of("javascript", "import a from $X"), Kind::import_statement);
  EXPECT_EQ(kind_of("javascript", "<a href=$X>...</a>"), Kind::jsx_element);
}

TEST(Patterns, KeepKeywordsOutOfNames) {
  const auto readings = language_named("java")->parse_pattern("return $X");
  ASSERT_TRUE(readings);
  ASSERT_EQ(readings->size(), 1U);
  EXPECT_EQ(readings->front()->tree[1].kind, Kind::return_statement);
}

TEST(TreeOf, ParsesAFileOnce) {
  FileInfo info;
  info.path = "a.py";
  const SourceFile file(info, "x = 1\n", {});
  const auto language = language_named("python");
  const Tree& tree = tree_of(file, *language, 1000);
  EXPECT_EQ(&tree, &tree_of(file, *language, 1000));
  EXPECT_EQ(tree.source.data(), file.text().data());
}

}  // namespace
}  // namespace codelake::syntax
