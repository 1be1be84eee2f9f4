// SPDX-License-Identifier: Apache-2.0
#include "core/yaml.h"

#include <gtest/gtest.h>

namespace codelake::yaml {
namespace {

TEST(Yaml, KeepsPlacesOrderAndQuotes) {
  const auto node = parse("b: 1\na:\n  - x\n  - 'y'\n", "f.yaml");
  ASSERT_TRUE(node);
  EXPECT_EQ(node->entries[0].first.text, "b");
  const Node& list = *node->find("a");
  EXPECT_EQ(list.items[1].text, "y");
  EXPECT_TRUE(list.items[1].quoted);
  EXPECT_EQ(list.items[1].line, 4U);
  EXPECT_EQ(list.items[1].column, 5U);
}

TEST(Yaml, ReadsSeveralQuotesInARow) {
  const auto node = parse("a: 'x=''''''''y''z'\nb: 'c=''''\n\n  d\n  e\n\n\n  f'\nc: ''''''\n", "f.yaml");
  ASSERT_TRUE(node);
  EXPECT_EQ(node->find("a")->text, "x=''''y'z");
  EXPECT_EQ(node->find("b")->text, "c=''\nd e\n\nf");
  EXPECT_EQ(node->find("c")->text, "''");
}

TEST(Yaml, ExpandsAliasesButNotABombOfThem) {
  const auto small = parse("a: &x [1, 2]\nb: *x\n", "f.yaml");
  ASSERT_TRUE(small);
  EXPECT_EQ(small->find("b")->items.size(), 2U);

  std::string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int j = 0; j < 9; ++j) bomb += "," + before;
    bomb += "]\n";
  }
  EXPECT_FALSE(parse(bomb, "bomb.yaml"));
}

TEST(Yaml, RefusesDeepNesting) {
  EXPECT_FALSE(parse(std::string(5000, '['), "deep.yaml"));
  EXPECT_FALSE(parse(std::string(100, '[') + std::string(100, ']'), "deep.yaml"));
}

TEST(Yaml, NamesFileAndLineOfAnError) {
  const auto broken = parse("a: 1\nb: [1,\n", "broken.yaml");
  ASSERT_FALSE(broken);
  EXPECT_NE(broken.error().text().find("broken.yaml:"), std::string::npos) << broken.error().text();
  const auto twice = parse("a: 1\nb: 2\na: 3\n", "twice.yaml");
  ASSERT_FALSE(twice);
  EXPECT_NE(twice.error().text().find("'a'"), std::string::npos) << twice.error().text();
}

TEST(Yaml, RefusesBytesThatAreNoUtf8AndNamesTheLine) {
  for (const char* text : {"a: 1\n%\xa0", "a: 1\n%a\xc3", "a: 1\nb: \xff\n"}) {
    const auto broken = parse(text, "broken.yaml");
    ASSERT_FALSE(broken);
    EXPECT_NE(broken.error().text().find("broken.yaml:2"), std::string::npos) << broken.error().text();
  }
  EXPECT_FALSE(parse("%\xa0", "directive.yaml"));
  EXPECT_TRUE(parse("a: \xc3\xa4\n", "good.yaml"));
}

TEST(Yaml, TakesAnEmptyDocumentAsNull) {
  const auto empty = parse("", "e.yaml");
  ASSERT_TRUE(empty);
  EXPECT_TRUE(empty->is_null());
  const auto comment = parse("# nothing\n", "e.yaml");
  ASSERT_TRUE(comment);
  EXPECT_TRUE(comment->is_null());
}

}  // namespace
}  // namespace codelake::yaml
