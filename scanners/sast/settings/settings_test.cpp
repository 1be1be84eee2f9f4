// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/file_view.h"
#include "scanners/sast/settings/settings_files.h"
#include "scanners/syntax/language.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace codelake::sast {
namespace {

using testing::ElementsAre;

std::vector<std::string> shown(const Settings& settings) {
  std::vector<std::string> all;
  for (const Setting& setting : settings) {
    std::string text;
    for (const std::string& part : setting.way) text += part + "/";
    all.push_back(text + "=" + setting.text);
  }
  return all;
}

TEST(Settings, AreReadFromLines) {
  EXPECT_THAT(shown(read_settings("a.properties", "! old\nkey = value \nlong = a\\\nb = c\ncolon: x\n")),
              ElementsAre("key/=value", "colon/=x"));
  EXPECT_THAT(shown(read_settings("a.ini", "top = 1\n[db]\nurl = \"x\"\npath = %(home)s\n")), ElementsAre("top/=1", "db/url/=x"));
  EXPECT_THAT(shown(read_settings(".env", "export MODE='live'\nHOME=${ROOT}/x\n")), ElementsAre("MODE/=live"));
}

TEST(Settings, AreReadFromTrees) {
  EXPECT_THAT(shown(read_settings("a.json", R"({"a": {"b": ["x", "y"]}, "n": 1})")), ElementsAre("a/b/#0/=x", "a/b/#1/=y", "n/=1"));
  EXPECT_THAT(shown(read_settings("a.yaml", "a:\n  b: x\n")), ElementsAre("a/b/=x"));
  EXPECT_THAT(shown(read_settings("a.json", "{\"a\": ")), ElementsAre());
}

TEST(Settings, AreNoneWhereTheFileIsTooLarge) {
  EXPECT_THAT(read_settings("a.ini", std::string(300U * 1024, 'a') + " = b\n"), testing::IsEmpty());
}

class SettingsFilesOf : public testing::Test {
 protected:
  static std::string found(const std::vector<std::string>& paths, std::string_view name, std::string_view by) {
    std::vector<FileInfo> files(paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) files[i].path = paths[i];
    const SettingsFiles all(files, [](const FileInfo& file) { return "path = " + file.path + "\n"; });
    const Settings* settings = all.find(name, by);
    return settings == nullptr ? "" : settings->front().text;
  }
};

TEST_F(SettingsFilesOf, AProjectAreFoundByNameAndNearness) {
  const std::vector<std::string> paths = {"a/src/app.properties", "b/src/app.properties", "b/conf/x.ini"};
  EXPECT_EQ(found(paths, "app.properties", "b/src/main/A.java"), "b/src/app.properties");
  EXPECT_EQ(found(paths, "app.properties", "c/A.java"), "");
  EXPECT_EQ(found(paths, "../conf/x.ini", "a/main.py"), "b/conf/x.ini");
  EXPECT_EQ(found(paths, "other/x.ini", "a/main.py"), "");
}

// What `see(…)` is given, in a file that loads settings.
std::string seen(std::string_view language, const std::string& code, const Settings& settings) {
  static const auto languages = syntax::all_languages();
  const auto& reader = **std::find_if(languages.begin(), languages.end(), [&](const auto& one) { return one->name() == language; });
  const syntax::Tree tree = reader.parse(code, 100);
  const FileView view(tree, [&](std::string_view) { return &settings; });
  for (syntax::NodeId id = 0; id < tree.nodes.size(); ++id) {
    const syntax::NodeId callee = tree[id].kind == syntax::Kind::call ? tree.child(id, syntax::Role::callee) : 0;
    if (callee == 0 || tree.text(callee) != "see") continue;
    const Constant value = view.constants().value_of(tree.first_child(tree.child(id, syntax::Role::arguments)));
    return value.kind == Constant::Kind::text ? value.text : value.kind == Constant::Kind::unknown ? "unknown" : std::to_string(value.number);
  }
  return "nothing";
}

TEST(Settings, AreConstantsWhereRulesAskForTexts) {
  const Settings lines = read_settings("a.properties", "hash=MD5\n");
  const std::string load = "class A { void f() {\nProperties p = new Properties();\nInputStream in = open(\"a.properties\");\np.load(in);\n";
  EXPECT_EQ(seen("java", load + "String name = p.getProperty(\"hash\", \"x\");\nsee(name);\n} }\n", lines), "MD5");
  EXPECT_EQ(seen("java", load + "see(p.getProperty(\"other\"));\n} }\n", lines), "unknown");
  const Settings tree = read_settings("a.json", "{\"page\": {\"size\": 50, \"title\": \"T\"}, \"all\": [\"x\", \"y\"]}");
  const std::string python = "import json\nlimits = json.load(open('a.json'))\n";
  EXPECT_EQ(seen("python", python + "see(limits['page']['size'])\n", tree), "50");
  EXPECT_EQ(seen("python", python + "see(limits['all'][1])\n", tree), "y");
  EXPECT_EQ(seen("python", python + "limits = g()\nsee(limits['page']['size'])\n", tree), "unknown");
  EXPECT_EQ(seen("javascript", "const config = require('./a.json');\nsee(config.get('page.title'));\n", tree), "T");
  EXPECT_EQ(seen("csharp", "class A { void F() { var c = Config.parseFile(\"a.json\"); see(c.GetValue(\"page:title\")); } }", tree), "T");
  EXPECT_EQ(seen("ruby", "limits = YAML.load_file('a.yaml')\nsee(limits.fetch('page', 'size'))\n", tree), "50");
  const Settings sections = read_settings("a.ini", "[page]\nsize = 50\n");
  EXPECT_EQ(seen("python", "p = ConfigParser()\np.read('a.ini')\nsee(p.get('page', 'size'))\n", sections), "50");
}

}  // namespace
}  // namespace codelake::sast
