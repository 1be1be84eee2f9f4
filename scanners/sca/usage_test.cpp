// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/usage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codelake::sca {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> names(std::string_view language, std::string_view text) {
  std::vector<std::string> result;
  for (const SourceImport& one : read_imports(language, text).imports)
    result.push_back(one.name + ":" + std::to_string(one.line));
  return result;
}

TEST(SourceImports, AreReadAsEachLanguageWritesThem) {
  EXPECT_THAT(names("python", "import os, Yaml.parser as y\n  from flask.views import View\nimportant = 1\n"),
              ElementsAre("os:1", "yaml:1", "flask:2"));
  EXPECT_THAT(names("typescript",
                    "import {\n a\n} from '@s/pkg/part'\nimport './own'\nimport 'side';\nconst x = "
                    "require(\"left/pad\"); await import('late')\n"),
              ElementsAre("@s/pkg:3", "side:5", "left:6", "late:6"));
  EXPECT_THAT(names("go", "import \"fmt\"\nimport (\n\tx \"example.com/a/b\"\n)\nvar s = \"no\"\n"),
              ElementsAre("fmt:1", "example.com/a/b:3"));
  EXPECT_THAT(names("rust", "use serde::de;\nextern crate libc;\nlet x = time::now(); Vec::new();\n"),
              ElementsAre("serde:1", "libc:2", "time:3"));
  EXPECT_THAT(names("java", "import static org.a.B.c;\nimport org.a.*;\n"),
              ElementsAre("org.a.B.c:1", "org.a.:2"));
  EXPECT_THAT(names("ruby", "require 'net/http'\nrequire_relative 'own'\n"), ElementsAre("net/http:1"));
  EXPECT_THAT(names("php", "use Monolog\\Logger;\nuse Own;\n"), ElementsAre("monolog:1"));
  EXPECT_THAT(names("bash", "import x\n"), IsEmpty());
}

Usage usage(const std::string& ecosystem, const std::string& name, std::string_view language,
            std::string_view text, const std::vector<std::string>& symbols = {}) {
  const std::string path = "src/file";
  const SourceImports imports = read_imports(language, text);
  UsageIndex index;
  index.add(path, imports);
  Package package;
  package.ecosystem = ecosystem;
  package.name = name;
  return index.of(package, symbols);
}

TEST(Usage, SaysWhereAPackageIsImported) {
  const Usage found = usage("PyPI", "PyYAML", "python", "x = 1\nimport yaml\n");
  EXPECT_EQ(found.label, "imported");
  EXPECT_THAT(found.imported_at, ElementsAre("src/file:2"));
  EXPECT_EQ(usage("PyPI", "Flask", "python", "import yaml\n").label, "not imported");
  EXPECT_EQ(usage("Go", "example.com/a", "go", "import \"example.com/a/b\"\n").label, "imported");
  EXPECT_EQ(usage("Go", "example.com/a", "go", "import \"example.com/ab\"\n").label, "not imported");
  EXPECT_EQ(usage("Maven", "org.x.y:core", "java", "import org.x.y.Z;\n").label, "imported");
}

TEST(Usage, SaysNothingWhereItCannotTell) {
  EXPECT_EQ(usage("npm", "left", "python", "import os\n").label, "");
  EXPECT_EQ(usage("RubyGems", "rails", "ruby", "require 'json'\n").label, "");
  EXPECT_EQ(usage("Maven", "org.x.y:core", "java", "import org.a.B;\n").label, "");
}

TEST(Usage, SaysThatAnAffectedSymbolIsNamed) {
  const std::string go = "import \"example.com/a/b\"\nfunc f() { b.Parse(x) }\n";
  EXPECT_EQ(usage("Go", "example.com/a", "go", go, {"example.com/a/b#Parse"}).label, "symbol named");
  EXPECT_EQ(usage("Go", "example.com/a", "go", go, {"example.com/a/b#T.Other"}).label, "imported");
  EXPECT_EQ(usage("crates.io", "small-vec", "rust", "use small_vec::V;\nv.insert_many(1);\n",
                  {"small_vec::V::insert_many"})
                .label,
            "symbol named");
}

}  // namespace
}  // namespace codelake::sca
