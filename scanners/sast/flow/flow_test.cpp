// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/flow_scan.h"

#include <gmock/gmock.h>

namespace codelake::sast::flow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Flow, FollowsVariablesOperationsAndTemplates) {
  EXPECT_THAT(lines_of("python", "q = source()\n"
                                 "sql = 'select ' + q\n"
                                 "sink(sql)\n"
                                 "sink(f'a{q}')\n"
                                 "sink('a')\n"),
              ElementsAre(3, 4));
}

TEST(Flow, ForgetsAVariableThatIsAssignedAgain) {
  EXPECT_THAT(lines_of("python", "q = source()\nq = 'a'\nsink(q)\n"), IsEmpty());
}

TEST(Flow, StopsAtASanitizer) {
  EXPECT_THAT(lines_of("python", "q = source()\nsink(clean(q))\nr = clean(q)\nsink(r)\nsink(q)\n"), ElementsAre(5));
}

TEST(Flow, JoinsBothArmsOfABranch) {
  EXPECT_THAT(lines_of("python", "q = source()\nif c:\n    q = 'a'\nsink(q)\n"), ElementsAre(4));
  EXPECT_THAT(lines_of("python", "q = source()\nif c:\n    q = 'a'\nelse:\n    q = 'b'\nsink(q)\n"), IsEmpty());
  EXPECT_THAT(lines_of("python", "q = source()\nif c:\n    return\nelse:\n    q = 'b'\nsink(q)\n"), IsEmpty());
}

TEST(Flow, NeverEntersABranchWhoseConditionIsConstant) {
  EXPECT_THAT(lines_of("java", "class A { void f() {\nString q = source(); int n = 106;\n"
                               "String bar = (7 * 42) - n > 200 ? \"a\" : q;\nsink(bar);\n"
                               "bar = (7 * 18) + n > 200 ? \"a\" : q;\nsink(bar);\n} }\n"),
              ElementsAre(4));
}

TEST(Flow, TakesOnlyTheCaseOfAConstantSubject) {
  const std::string code = "class A { void f() {\nString q = source(); String bar; String guess = \"ABC\";\n"
                           "switch (guess.charAt(1)) {\ncase 'A': bar = q; break;\ncase 'B': bar = \"b\"; break;\n"
                           "default: bar = q; }\nsink(bar);\n} }\n";
  EXPECT_THAT(lines_of("java", code), IsEmpty());
}

TEST(Flow, FallsThroughToTheNextCase) {
  EXPECT_THAT(lines_of("javascript", "let q = source(); let b = '';\nswitch (x) {\ncase 1: b = q;\ncase 2: sink(b); break;\n"
                                     "case 3: sink(b);\n}\n"),
              ElementsAre(4));
}

TEST(Flow, CarriesValuesRoundALoop) {
  EXPECT_THAT(lines_of("python", "a = ''\nb = ''\nfor x in y:\n    sink(b)\n    b = a\n    a = source()\nsink(b)\n"),
              ElementsAre(4, 7));
}

TEST(Flow, GivesWhatAnInnerFunctionSeesToItsOwnCallsOnly) {
  EXPECT_THAT(lines_of("python", "def outer(a):\n"
                                 "    def inner():\n"
                                 "        return a\n"
                                 "    b = inner()\n"
                                 "    sink(b)\n"
                                 "    return 'x'\n"
                                 "sink(outer(source()))\n"),
              ElementsAre(5));
}

TEST(Flow, KeepsPartsOfObjectsApart) {
  EXPECT_THAT(lines_of("python", "o = {}\no['a'] = source()\no['b'] = 'x'\nsink(o['a'])\nsink(o['b'])\nsink(o)\n"),
              ElementsAre(4, 6));
  EXPECT_THAT(lines_of("javascript", "const o = { a: source(), b: 1 };\nsink(o.a);\nsink(o.b);\no.a = 1;\nsink(o.a);\n"),
              ElementsAre(2));
}

TEST(Flow, CountsTheElementsOfALists) {
  const std::string code = "class A { void f() {\nString q = source();\nList<String> l = new ArrayList<>();\n"
                           "l.add(\"safe\"); l.add(q); l.add(\"more\");\nl.remove(0);\nsink(l.get(0));\nsink(l.get(1));\n} }\n";
  EXPECT_THAT(lines_of("java", code), ElementsAre(6));
}

TEST(Flow, KeepsTheKeysOfAMapApart) {
  const std::string code = "class A { void f() {\nString q = source();\nMap<String, Object> m = new HashMap<>();\n"
                           "m.put(\"a\", \"x\"); m.put(\"b\", q);\nsink(m.get(\"a\"));\nsink(m.get(\"b\"));\n} }\n";
  EXPECT_THAT(lines_of("java", code), ElementsAre(6));
}

TEST(Flow, SeesAnObjectThroughAnotherName) {
  EXPECT_THAT(lines_of("javascript", "const a = {};\nconst b = a;\nb.x = source();\nsink(a.x);\n"), ElementsAre(4));
}

TEST(Flow, EntersFunctionsAndTellsTheirCallersApart) {
  EXPECT_THAT(lines_of("python", "def first(a, b):\n    return a\nsink(first(source(), ''))\nsink(first('', source()))\n"),
              ElementsAre(3));
}

TEST(Flow, ReportsASinkInsideACallee) {
  EXPECT_THAT(lines_of("python", "def run(c):\n    sink(c)\ndef main():\n    run(source())\n"), ElementsAre(2));
}

TEST(Flow, ReturnsASourceToEveryCaller) {
  EXPECT_THAT(lines_of("python", "def get():\n    return source()\ndef main():\n    sink(get())\n"), ElementsAre(4));
}

TEST(Flow, BindsArgumentsByKeyword) {
  EXPECT_THAT(lines_of("python", "def f(a, b='x'):\n    sink(b)\nf(b=source(), a=1)\n"), ElementsAre(2));
  EXPECT_THAT(lines_of("python", "def f(a, b='x'):\n    sink(b)\nf(a=source())\n"), IsEmpty());
}

TEST(Flow, FollowsFieldsOfTheOwnObject) {
  const std::string code = "class A:\n    def __init__(self, v):\n        self.v = v\n    def use(self):\n        sink(self.v)\n"
                           "def main():\n    a = A(source())\n    a.use()\n";
  EXPECT_THAT(lines_of("python", code), ElementsAre(5));
}

TEST(Flow, FollowsRecursion) {
  EXPECT_THAT(lines_of("python", "def f(n, x):\n    if n:\n        return f(n - 1, x)\n    return x\nsink(f(3, source()))\n"),
              ElementsAre(5));
}

TEST(Flow, RunsCallbacksWhereTheyStand) {
  EXPECT_THAT(lines_of("javascript", "const q = source();\napp.get('/', (req, res) => {\n  sink(q);\n});\n"
                                     "q.split(',').forEach(x => {\n  sink(x);\n});\n"),
              ElementsAre(3, 6));
}

TEST(Flow, PassesThroughUnknownCalls) {
  EXPECT_THAT(lines_of("go", "package p\nfunc f() {\n  q := source()\n  x, err := g(q)\n  sink(x)\n  sink(strings.Trim(q))\n}\n"),
              ElementsAre(5, 6));
}

TEST(Flow, RunsCodeInNamespacesAndBehindReturns) {
  EXPECT_THAT(lines_of("csharp", "namespace A\n{\n  class B { void F() {\n    sink(source());\n  } }\n}\n"), ElementsAre(4));
  EXPECT_THAT(lines_of("javascript", "function f() {\n  return g(source());\n  function g(x) {\n    sink(x);\n  }\n}\n"), ElementsAre(4));
}

TEST(Flow, FollowsTextsIntoRegularExpressions) {
  EXPECT_THAT(lines_of("ruby", "q = source()\nsink(/a#{q}/)\n"), ElementsAre(2));
}

TEST(Flow, CatchesWhatWasThrown) {
  EXPECT_THAT(lines_of("javascript", "try {\n  throw new Error(source());\n} catch (e) {\n  sink(e);\n}\n"), ElementsAre(4));
}

TEST(Flow, FollowsCallsIntoOtherFiles) {
  const Scan scan({{"python", "from util import run\nimport data\nrun(data.get())\n"},
                   {"python", "def run(c):\n    sink(c)\n"},
                   {"python", "def get():\n    return source()\n"}});
  EXPECT_THAT(scan.lines(), ElementsAre(1002));
}

TEST(Flow, EndsWhereClassesSeemToExtendEachOther) {
  std::string code = "class A(A, B):\n    pass\nclass B(A, B):\n    pass\n";
  for (int i = 0; i < 6; ++i) code += code;
  EXPECT_THAT(lines_of("python", code + "a = A()\na.run(source())\nsink('x')\n"), IsEmpty());
}

TEST(Flow, TellsTheWayFromSourceToSink) {
  const Scan scan(std::vector<File>{{"python", "def wrap(a):\n    b = 'x' + a\n    return b\nq = source()\nr = wrap(q)\nsink(r)\n"}});
  EXPECT_THAT(scan.trace(), ElementsAre(4, 1, 2, 1, 5, 6));
}

TEST(Flow, AnEmptyListSpreadOutIsNoArgument) {
  EXPECT_THAT(lines_of("python", "q = source()\nf(*[])\nq.use(*[])\nsink(q)\nsink(g(*[], q))\n"), ElementsAre(4, 5));
}

TEST(Flow, AnObjectThatHoldsItselfIsNoLimit) {
  const auto tree = language_of("python").parse("class A:\n  def f(self, q):\n    self.me = self\n    self.q = q\n    return self\n", 1000);
  EXPECT_FALSE(build_graph(tree, Imports(tree), std::vector<std::uint8_t>(tree.nodes.size()), {}).limit_hit);
}

TEST(Flow, IsNotFollowedFurtherThanItCanBeReliedOn) {
  EXPECT_THAT(lines_of("python", "sink(a[b[c[d[source()]]]])\n"), testing::ElementsAre(1));
  EXPECT_THAT(lines_of("python", "sink(a[b[c[d[e[source()]]]]])\n"), testing::IsEmpty());
}

TEST(Flow, WhatAnObjectKeepsIsFoundOnceForWhoPutItThere) {
  const std::string code =
      "class Box:\n"
      "  def fill(self):\n"
      "    self.q = source()\n"
      "  def use(self):\n"
      "    sink(self.q)\n"
      "def one(box):\n"
      "  b = Box()\n"
      "  b.fill()\n"
      "  b.use()\n"
      "def two(box):\n"
      "  b = Box()\n"
      "  b.fill()\n"
      "  b.use()\n";
  EXPECT_EQ(Scan({{"python", code}}).flows({}).flows.size(), 1U);
}

TEST(Flow, SaysWhenTheLimitIsHit) {
  const Scan scan(std::vector<File>{{"python", "q = source()\nsink('a' + q)\n"}});
  EXPECT_FALSE(scan.flows({.facts_max = 100}).limit_hit);
  EXPECT_TRUE(scan.flows({.facts_max = 1}).limit_hit);
}

TEST(Flow, PassesOverWhatAPatternLeavesWithoutAName) {
  EXPECT_THAT(lines_of("ruby", "first, * = source()\nsink(first)\n*, last = source()\nsink(last)\n"), ElementsAre(2, 4));
  EXPECT_THAT(lines_of("php", "<?php\n[, $b] = source();\nsink($b);\nlist($a, , $c) = source();\nsink($c);\n"), ElementsAre(3, 5));
}

TEST(Flow, KeepsTheFieldsOfALiteralApart) {
  EXPECT_THAT(lines_of("go", "package p\nfunc f() {\n  a := &T{X: source(), Y: 1}\n  sink(a.X)\n  sink(a.Y)\n  sink(a.Z)\n  sink(a)\n}\n"),
              ElementsAre(4, 7));
  EXPECT_THAT(lines_of("go", "package p\nfunc (t *T) use() {\n  sink(t.X)\n  sink(t.Y)\n}\nfunc f() {\n  a := &T{X: source()}\n  store(a)\n"
                             "  a.use()\n}\nfunc store(t *T) {\n  db.Insert(t)\n  t.Y = 1\n}\n"),
              ElementsAre(3));
  EXPECT_THAT(lines_of("rust", "fn f() {\n  let a = T { x: source(), y: 1 };\n  sink(a.x);\n  sink(a.y);\n}\n"), ElementsAre(3));
}

TEST(Flow, AGetterGivesTheFieldItIsNamedFor) {
  const std::string code = "class Box extends Base { private String lid; Box(String lid) { this.lid = lid; } }\nclass Use {\nvoid f() {\n"
                           "Box b = new Box(source());\nsink(b.getLid());\nsink(b.getPrice());\nsink(b.getValue());\n} }\n";
  EXPECT_THAT(lines_of("java", code), ElementsAre(5, 7));
  EXPECT_THAT(lines_of("java", "class Use { void f() {\nItem i = source();\nsink(i.getPrice());\n} }\n"), ElementsAre(3));
}

TEST(Flow, TellsTheHostOfAnAddressFromWhatStandsBehindIt) {
  const auto lines = [](std::string_view language, const std::string& code) { return Scan({{language, code}}).taking({Step::behind_host}).lines(); };
  EXPECT_THAT(lines("python", "q = source()\nsink(f'https://example.com/{q}')\nsink(f'https://{q}/a')\nsink(f'{q}/a')\n"), ElementsAre(3, 4));
  EXPECT_THAT(lines("python", "q = source()\nsink(f'{BASE}/{q}')\nsink(f'{PROTOCOL}://{q}/a')\nsink('/' + q)\n"), ElementsAre(3, 4));
  EXPECT_THAT(lines("javascript", "const q = source();\nsink(base + '/v1/' + q);\nsink(base + q + '/v1');\nsink(`${base}/v1?a=${q}`);\n"), ElementsAre(3));
  EXPECT_THAT(lines_of("python", "q = source()\nsink(f'{BASE}/{q}')\n"), ElementsAre(2));
}

TEST(Flow, TellsAKeyFromWhatItLeadsTo) {
  const auto lines = [](std::string_view language, const std::string& code) { return Scan({{language, code}}).taking({Step::index}).lines(); };
  EXPECT_THAT(lines("python", "q = source()\nsink(shop.items.get(q))\nsink(q.get('a'))\nsink(items.get('a', q))\n"), ElementsAre(3, 4));
  EXPECT_THAT(lines("python", "import requests\nq = source()\nsink(requests.get(q))\n"), ElementsAre(3));
  EXPECT_THAT(lines("java", "class A { void f() {\nString q = source();\nsink(items.get(q));\nsink(Paths.get(q));\nsink(java.nio.file.Paths.get(q));\n} }\n"), ElementsAre(4, 5));
  EXPECT_THAT(lines("javascript", "const q = source();\nsink(shops.getShop(q));\nsink(getFilePath(q));\nsink(getaway(q));\nsink(find_shop(1, q).path);\n"),
              ElementsAre(3, 4));
  EXPECT_THAT(lines_of("python", "q = source()\nsink(shop.items.get(q))\n"), ElementsAre(2));
}

}  // namespace
}  // namespace codelake::sast::flow
