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

TEST(Settings, AreConstantsWhereRulesAskForTexts) {
  static const auto languages = syntax::all_languages();
  const auto& java = **std::find_if(languages.begin(), languages.end(), [](const auto& one) { return one->name() == "java"; });
  const std::string code = "class A { void f() {\nProperties p = new Properties();\nInputStream in = open(\"a.properties\");\np.load(in);\n"
                           "String name = p.getProperty(\"hash\", \"x\");\ng(name);\n} }\n";
  const syntax::Tree tree = java.parse(code, 100);
  const Settings settings = read_settings("a.properties", "hash=MD5\n");
  const FileView view(tree, [&](std::string_view) { return &settings; });
  std::string text;
  for (syntax::NodeId id = 0; id < tree.nodes.size(); ++id) {
    const bool argument = tree[tree[id].parent].kind == syntax::Kind::arguments;
    if (argument && tree.text(id) == "name") text = view.constants().value_of(id).text;
  }
  EXPECT_EQ(text, "MD5");
}

}  // namespace
}  // namespace codelake::sast
