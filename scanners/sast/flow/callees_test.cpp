// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/flow_scan.h"

#include <gmock/gmock.h>

#include <array>

namespace codelake::sast::flow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The files of a project, and the functions that the last call of the first one may enter, by their files.
std::vector<std::uint32_t> entered(const std::vector<File>& files, const std::vector<std::string_view>& paths) {
  std::vector<syntax::Tree> trees;
  std::vector<Graph> graphs;
  for (const File& file : files) trees.push_back(language_of(file.language).parse(file.code, 1000));
  for (const auto& tree : trees) graphs.push_back(build_graph(tree, Imports(tree), std::vector<std::uint8_t>(tree.nodes.size()), {}));
  std::vector<const Graph*> all;
  for (const Graph& graph : graphs) all.push_back(&graph);
  const Project project(std::move(all), paths);
  const auto last = static_cast<std::uint32_t>(graphs[0].calls.size() - 1);
  std::vector<std::uint32_t> found;
  for (const FunctionRef& each : project.callees({0, last}).functions) found.push_back(each.file);
  return found;
}

TEST(Callees, AFunctionOfAnImportedModuleIsOneOfItsFile) {
  const File other = {"javascript", "function load(a) { return a; }\n"};
  const File client = {"javascript", "const store = require('../lib/store');\nstore.load(1);\n"};
  EXPECT_THAT(entered({client, other, other}, {"app/main.js", "lib/store.js", "lib/cache.js"}), ElementsAre(1));
  EXPECT_THAT(entered({client, other}, {"app/main.js", "lib/cache.js"}), IsEmpty());
  EXPECT_THAT(entered({client, other}, {"app/main.js", "lib/store/index.js"}), ElementsAre(1));
}

TEST(Callees, APackageOfGoIsItsFolder) {
  const File client = {"go", "package main\nimport \"os\"\nfunc f() { os.WriteFile(\"a\") }\n"};
  const File other = {"go", "package stones\nfunc WriteFile(a string) {}\n"};
  EXPECT_THAT(entered({client, other}, {"main.go", "stones/files.go"}), IsEmpty());
  EXPECT_THAT(entered({client, other}, {"main.go", "os/files.go"}), ElementsAre(1));
}

TEST(Callees, AMethodThatEveryLibraryHasIsNotGuessed) {
  const File methods = {"python", "class A:\n    def save(self, x):\n        return x\n    def embellish(self, x):\n        return x\n"};
  EXPECT_THAT(entered({{"python", "def f(a):\n    a.save(1)\n"}, methods}, {"a.py", "b.py"}), IsEmpty());
  EXPECT_THAT(entered({{"python", "def f(a):\n    a.embellish(1)\n"}, methods}, {"a.py", "b.py"}), ElementsAre(1));
}

TEST(Callees, ADeclaredTypeTellsWhoseMethodItIs) {
  const std::string own = "class A { void f() {\nB b = make();\nb.save(1);\n} }\n";
  const std::string unknown = "class A { void f() {\nLibrary b = make();\nb.embellish(1);\n} }\n";
  const File b = {"java", "class B { void save(int x) {} void embellish(int x) {} }\n"};
  EXPECT_THAT(entered({{"java", own}, b}, {"A.java", "B.java"}), ElementsAre(1));
  EXPECT_THAT(entered({{"java", unknown}, b}, {"A.java", "B.java"}), IsEmpty());
}

}  // namespace
}  // namespace codelake::sast::flow
