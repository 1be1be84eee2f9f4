// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/build.h"
#include "scanners/sast/flow/reach.h"
#include "scanners/sast/imports.h"
#include "scanners/syntax/language.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace codelake::sast::flow {
namespace {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using testing::ElementsAre;
using testing::IsEmpty;

// A file of a test: `source()` is a source, each argument of `sink(…)` a sink, and `clean(…)` a sanitizer.
struct File {
  std::string_view language;
  std::string code;
};

const syntax::Language& language_of(std::string_view name) {
  static const auto k_all = syntax::all_languages();
  return **std::find_if(k_all.begin(), k_all.end(), [&](const auto& each) { return each->name() == name; });
}

bool calls(const syntax::Tree& tree, NodeId id, std::string_view name) {
  const NodeId callee = tree[id].kind == Kind::call ? tree.child(id, Role::callee) : 0;
  return callee != 0 && tree.text(callee) == name;
}

class Scan {
 public:
  explicit Scan(std::vector<File> files) : m_files(std::move(files)) {
    for (const File& file : m_files) m_trees.push_back(language_of(file.language).parse(file.code, 1000));
    for (const auto& tree : m_trees) {
      std::vector<std::uint8_t> wanted(tree.nodes.size());
      for (NodeId id = 0; id < tree.nodes.size(); ++id) {
        if (calls(tree, id, "source") || calls(tree, id, "clean")) wanted[id] = k_wanted;
        for (const NodeId argument : sinks_at(tree, id)) wanted[argument] = k_wanted;
      }
      m_graphs.push_back(build_graph(tree, Imports(tree), wanted, ""));
    }
    std::vector<const Graph*> graphs;
    for (const Graph& graph : m_graphs) graphs.push_back(&graph);
    m_project.emplace(std::move(graphs));
    for (std::uint32_t file = 0; file < m_trees.size(); ++file) ask(file);
  }

  // The lines of the sinks that are reached, those of file i from i * 1000 on.
  std::vector<std::size_t> lines() const {
    std::vector<std::size_t> lines;
    for (const Flow& flow : find_flows(*m_project, m_question).flows) lines.push_back(line_of(m_question.sinks[flow.sink].at));
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
  }

  // The lines a trace of the only flow passes, each once in a row.
  std::vector<std::size_t> trace() const {
    const Flows flows = find_flows(*m_project, m_question);
    std::vector<std::size_t> lines;
    for (const ValueRef& at : flows.flows.at(0).trace) {
      if (lines.empty() || lines.back() != line_of(at)) lines.push_back(line_of(at));
    }
    return lines;
  }

  Flows flows(std::size_t facts_max) const { return find_flows(*m_project, m_question, facts_max); }

 private:
  static std::vector<NodeId> sinks_at(const syntax::Tree& tree, NodeId id) {
    if (!calls(tree, id, "sink")) return {};
    return tree.children(tree.child(id, Role::arguments));
  }

  void ask(std::uint32_t file) {
    const auto& tree = m_trees[file];
    const auto each = [&](NodeId node, const auto& use) {
      for (const auto& [id, value] : m_project->graph(file).values_of(node)) use(ValueRef{file, value});
    };
    for (NodeId id = 0; id < tree.nodes.size(); ++id) {
      if (calls(tree, id, "source")) each(id, [&](ValueRef at) { m_question.sources.push_back({at, 0, {}}); });
      if (calls(tree, id, "clean")) each(id, [&](ValueRef at) { m_question.sanitized.insert(at.key()); });
      for (const NodeId argument : sinks_at(tree, id)) {
        each(argument, [&](ValueRef at) { m_question.sinks.push_back({at, {}}); });
      }
    }
  }

  std::size_t line_of(ValueRef at) const {
    const auto& source = m_trees[at.file].source;
    const auto begin = m_project->graph(at.file).values[at.value].begin;
    return at.file * 1000U + 1U + static_cast<std::size_t>(std::count(source.begin(), source.begin() + begin, '\n'));
  }

  std::vector<File> m_files;
  std::vector<syntax::Tree> m_trees;
  std::vector<Graph> m_graphs;
  std::optional<Project> m_project;
  Question m_question;
};

std::vector<std::size_t> lines_of(std::string_view language, const std::string& code) {
  const std::vector<File> files = {{language, code}};
  return Scan(files).lines();
}

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

TEST(Flow, SaysWhenTheLimitIsHit) {
  const Scan scan(std::vector<File>{{"python", "q = source()\nsink('a' + q)\n"}});
  EXPECT_FALSE(scan.flows(100).limit_hit);
  EXPECT_TRUE(scan.flows(1).limit_hit);
}

}  // namespace
}  // namespace codelake::sast::flow
