// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/flow_scan.h"

#include <gmock/gmock.h>

#include <array>

namespace codelake::sast::flow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The files of a project, and the functions that the last call of the first one may enter, by their files.
std::vector<std::uint32_t> entered(const std::vector<File>& files, const std::vector<std::string_view>& paths,
                                   const std::vector<ModuleRoot>& roots = {}) {
  std::vector<syntax::Tree> trees;
  std::vector<Graph> graphs;
  for (const File& file : files) trees.push_back(language_of(file.language).parse(file.code, 1000));
  for (const auto& tree : trees) graphs.push_back(build_graph(tree, Imports(tree), std::vector<std::uint8_t>(tree.nodes.size()), {}));
  std::vector<const Graph*> all;
  for (const Graph& graph : graphs) all.push_back(&graph);
  const Project project(std::move(all), paths, roots);
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
  const File importing = {"python", "import b\ndef f(a):\n    a.embellish(1)\n"};
  EXPECT_THAT(entered({importing, methods}, {"a.py", "b.py"}), ElementsAre(1));
  EXPECT_THAT(entered({{"python", "def f(a):\n    a.embellish(1)\n"}, methods}, {"a.py", "b.py"}), IsEmpty());
}

TEST(Callees, AMethodOfWhatAnImportedModuleImportsIsKnown) {
  const File client = {"javascript", "const make = require('./make');\nmake.pump().embellish(1);\n"};
  const File maker = {"javascript", "const Pump = require('./pump');\nmodule.exports.pump = () => new Pump();\n"};
  const File pump = {"javascript", "class Pump { embellish(x) { return x; } }\nmodule.exports = Pump;\n"};
  EXPECT_THAT(entered({client, maker, pump}, {"a/main.js", "a/make.js", "a/pump.js"}), ElementsAre(2));
  EXPECT_THAT(entered({client, maker, pump}, {"a/main.js", "a/make.js", "b/pump.js"}), IsEmpty());
}

TEST(Callees, AnImportLeadsToItsOwnFileAndNotToANamesake) {
  const File other = {"javascript", "function load(a) { return a; }\n"};
  const File client = {"javascript", "const store = require('./store');\nstore.load(1);\n"};
  EXPECT_THAT(entered({client, other, other}, {"app/main.js", "page/store.js", "app/store.js"}), ElementsAre(2));
  EXPECT_THAT(entered({client, other}, {"app/main.js", "page/store.js"}), IsEmpty());
  EXPECT_THAT(entered({{"javascript", "import { load } from './store';\nload(1);\n"}, other, other},
                      {"app/main.js", "page/store.js", "app/store/index.ts"}), ElementsAre(2));
  EXPECT_THAT(entered({{"javascript", "import { load } from '@app/lib/store';\nload(1);\n"}, other, other},
                      {"app/main.js", "page/store.js", "app/lib/store.js"}), ElementsAre(2));
  EXPECT_THAT(entered({{"javascript", "import { load } from 'store';\nload(1);\n"}, other}, {"app/main.js", "app/store.js"}), IsEmpty());
}

TEST(Callees, AModulePassesOnWhatItImports) {
  const File client = {"javascript", "const all = require('./all');\nall.load(1);\n"};
  const File all = {"javascript", "export * from './parts/load';\nexport { save } from './parts/save';\n"};
  const File part = {"javascript", "export function load(a) { return a; }\n"};
  EXPECT_THAT(entered({client, all, part, part}, {"a/main.js", "a/all/index.js", "a/all/parts/load.js", "b/load.js"}), ElementsAre(2));
  const File user = {"python", "from shop import load\nload(1)\n"};
  const File package = {"python", "from .loading import load\n"};
  const File loading = {"python", "def load(a):\n    return a\n"};
  EXPECT_THAT(entered({user, package, loading, loading}, {"main.py", "shop/__init__.py", "shop/loading.py", "other/loading.py"}),
              ElementsAre(2));
}

TEST(Callees, AModuleOfPythonIsNamedFromItsOwnFolderOrFromARoot) {
  const File other = {"python", "def load(a):\n    return a\n"};
  const auto of = [&](const std::string& import, std::string_view path) {
    return entered({{"python", import + "\nstore.load(1)\n"}, other}, {"app/web/views.py", path});
  };
  EXPECT_THAT(of("from . import store", "app/web/store.py"), ElementsAre(1));
  EXPECT_THAT(of("from .. import store", "app/store.py"), ElementsAre(1));
  EXPECT_THAT(of("from .. import store", "app/web/store.py"), IsEmpty());
  EXPECT_THAT(of("from app.data import store", "src/app/data/store.py"), ElementsAre(1));
  EXPECT_THAT(of("import store", "other/store.py"), IsEmpty());
}

TEST(Callees, AModuleOfGoIsWhatGoModSays) {
  const File client = {"go", "package main\nimport \"example.com/things/v2/client\"\nfunc f() { client.New(\"a\") }\n"};
  const File other = {"go", "package client\nfunc New(a string) {}\n"};
  const std::vector<std::string_view> paths = {"cmd/main.go", "client/client.go"};
  EXPECT_THAT(entered({client, other}, paths, {{"", "example.com/shop"}}), IsEmpty());
  EXPECT_THAT(entered({client, other}, paths, {{"", "example.com/things/v2"}}), ElementsAre(1));
  EXPECT_THAT(entered({client, other}, paths, {{"", "example.com/shop"}, {"client", "example.com/things/v2/client"}}), ElementsAre(1));
}

TEST(Callees, AFunctionOfTheSamePackageNeedsNoImport) {
  const File client = {"go", "package main\nfunc f() { load(\"a\") }\n"};
  const File other = {"go", "package main\nfunc load(a string) {}\n"};
  EXPECT_THAT(entered({client, other}, {"cmd/main.go", "cmd/load.go"}), ElementsAre(1));
  EXPECT_THAT(entered({client, other}, {"cmd/main.go", "tool/load.go"}), IsEmpty());
}

TEST(Callees, AClassIsTheOneItsImportNames) {
  const File client = {"java", "import a.b.Store;\nclass A { void f(Store s) { s.load(1); } }\n"};
  const File store = {"java", "class Store { void load(int x) {} }\n"};
  const std::vector<std::string_view> paths = {"web/src/main/java/a/A.java", "core/src/main/java/a/b/Store.java"};
  EXPECT_THAT(entered({client, store}, paths), ElementsAre(1));
  EXPECT_THAT(entered({client, store}, {paths[0], "core/src/main/java/a/c/Store.java"}), IsEmpty());
  const File derived = {"java", "import a.b.Store;\nclass Cache extends Store { void load(int x) {} }\n"};
  const File namesake = {"java", "import z.Store;\nclass Cache extends Store { void load(int x) {} }\n"};
  EXPECT_THAT(entered({client, store, derived, namesake}, {paths[0], paths[1], "x/java/c/Cache.java", "x/java/d/Cache.java"}),
              ElementsAre(1, 2));
}

TEST(Callees, AWholeNameNeedsNoImport) {
  const File store = {"java", "class Store { void load(int x) {} static void open(int x) {} }\n"};
  const std::vector<std::string_view> paths = {"java/a/A.java", "java/a/b/Store.java", "java/a/c/Store.java"};
  const auto of = [&](const std::string& code) { return entered({{"java", "class A { void f() { " + code + " } }\n"}, store, store}, paths); };
  EXPECT_THAT(of("a.b.Store s = make(); s.load(1);"), ElementsAre(1));
  EXPECT_THAT(of("a.c.Store s = new a.c.Store(); s.load(1);"), ElementsAre(2));
  EXPECT_THAT(of("a.c.Store.open(1);"), ElementsAre(2));
}

TEST(Callees, LanguagesDoNotCallEachOther) {
  const File client = {"python", "def f(a):\n    a.embellish(1)\n"};
  const File other = {"ruby", "class A\n  def embellish(x)\n    x\n  end\nend\n"};
  EXPECT_THAT(entered({client, other}, {"a.py", "b.rb"}), IsEmpty());
}

TEST(Callees, ADeclaredTypeTellsWhoseMethodItIs) {
  const std::string own = "class A { void f() {\nB b = make();\nb.save(1);\n} }\n";
  const std::string unknown = "class A { void f() {\nLibrary b = make();\nb.embellish(1);\n} }\n";
  const File b = {"java", "class B { void save(int x) {} void embellish(int x) {} }\n"};
  EXPECT_THAT(entered({{"java", own}, b}, {"A.java", "B.java"}), ElementsAre(1));
  EXPECT_THAT(entered({{"java", unknown}, b}, {"A.java", "B.java"}), IsEmpty());
}

TEST(Callees, OfSeveralMethodsTheOneThatTakesTheTypeIsEntered) {
  const auto reached = [&](const std::string& argument) {
    const std::string code = "class Sums {\n  static void of(File f) { sink(f); }\n  static void of(InputStream s) { sink(s); }\n"
                             "  static void of(String t) { sink(t); }\n}\n"
                             "class Store { void f() { " + argument + " } }\n";
    return lines_of("java", code);
  };
  EXPECT_THAT(reached("File f = source(); Sums.of(f);"), ElementsAre(2));
  EXPECT_THAT(reached("String t = source(); Sums.of(t);"), ElementsAre(4));
  EXPECT_THAT(reached("ByteArrayInputStream b = source(); Sums.of(b);"), ElementsAre(3));
  // Of a type that is not said, data is taken for text or bytes.
  EXPECT_THAT(reached("Sums.of(source());"), ElementsAre(3, 4));
}

TEST(Callees, AFieldOfRubyIsOfTheClassThatItsAssignmentsName) {
  const std::string record = "class Picture\n  def shrunk(options)\n    sink(options[:size].to_i)\n    sink(options[:name])\n    'x'\n  end\nend\n";
  const auto used = [&](const std::string& made) {
    return lines_of("ruby", record + "class Pictures\n  def show\n    sink(@one.shrunk(:name => source()))\n  end\n  def load\n" + made + "  end\nend\n");
  };
  EXPECT_THAT(used("    @one = Picture.find(1)\n"), ElementsAre(4));
  EXPECT_THAT(used("    @one = Picture.where(a: 1).find(1)\n"), ElementsAre(4));
  EXPECT_THAT(used("    @one = Picture.find(1)\n    @one = Sound.find(1)\n"), ElementsAre(4, 10));
}

TEST(Callees, AModuleThatLeadsToTooManyOthersIsSaid) {
  constexpr std::size_t count = 4200;
  std::vector<Graph> graphs(count);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) {
    graphs[i].language = "python";
    graphs[i].imports.emplace_back();
    names.push_back("m" + std::to_string(i) + ".py");
  }
  for (std::size_t i = 1; i < count; ++i) graphs[0].imports.push_back({"m" + std::to_string(i), false});
  std::vector<const Graph*> all;
  for (const Graph& graph : graphs) all.push_back(&graph);
  const std::vector<std::string_view> paths(names.begin(), names.end());
  const Modules modules(all, paths, {});
  EXPECT_FALSE(modules.limit_hit());
  EXPECT_TRUE(modules.knows(0, 1));
  EXPECT_TRUE(modules.limit_hit());
}

TEST(Callees, AGoFunctionWithACapitalNameIsNoClassButNewNamesOne) {
  const std::string gate = "type Gate struct{}\nfunc (g *Gate) Open(q string) {\nsink(q)\n}\nfunc (d *Door) Open(q string) {\n}\n";
  EXPECT_THAT(lines_of("go", "package a\n" + gate + "func f() {\ng := NewGate()\ng.Open(source())\n}\n"), ElementsAre(4));
  EXPECT_THAT(lines_of("go", "package a\n" + gate + "func f() {\ng := NewDoor()\ng.Open(source())\n}\n"), IsEmpty());
  EXPECT_THAT(lines_of("go", "package a\nfunc (g *Gate) Unlatch(q string) {\nsink(q)\n}\nfunc f() {\ng := MainGate()\ng.Unlatch(source())\n}\n"), ElementsAre(3));
}

}  // namespace
}  // namespace codelake::sast::flow
