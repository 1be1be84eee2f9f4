// SPDX-License-Identifier: Apache-2.0
#include "core/toml.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

TEST(ParseToml, GivesValuesWithTheirPlaces) {
  const auto parsed = parse_toml(
      "version = 3\n\n[[package]]\nname = \"a\"\non = true\nat = 1979-05-27\ntags = [\n  \"x\",\n  "
      "\"y\",\n]\n"
      "[[package]]\nname = 'b'\n[package.source]\ngit = \"g\"\n",
      "t.toml");
  ASSERT_TRUE(parsed) << parsed.error().text();
  EXPECT_EQ(parsed->text_of("version"), "3");
  const yaml::Node* packages = parsed->find("package");
  ASSERT_EQ(packages->items.size(), 2U);
  EXPECT_EQ(packages->items[0].line, 3U);
  EXPECT_EQ(packages->items[0].text_of("on"), "true");
  EXPECT_EQ(packages->items[0].text_of("at"), "1979-05-27");
  EXPECT_EQ(packages->items[0].find("tags")->items[1].line, 9U);
  EXPECT_TRUE(packages->items[0].find("name")->quoted);
  EXPECT_EQ(packages->items[1].find("source")->text_of("git"), "g");
}

TEST(ParseToml, NamesTheLineOfAnError) {
  const auto parsed = parse_toml("a = 1\nb = \n", "t.toml");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().subject, "t.toml:2");
}

TEST(ParseToml, RefusesAKeyThatStandsTwiceAndDeepNesting) {
  EXPECT_FALSE(parse_toml("a = 1\na = 2\n", "t.toml"));
  EXPECT_FALSE(parse_toml("a = " + std::string(10000, '[') + std::string(10000, ']'), "t.toml"));
}

TEST(ParseToml, RefusesWhatIsNoKey) {
  for (const char* text :
       {"a = {,}", "a = {b = 1, , c = 2}", "a = {b.}", "a.,b = 1", "[,]", "[a.]", "= 1", "a = {b = 1,"}) {
    EXPECT_FALSE(parse_toml(text, "t.toml")) << text;
  }
}

TEST(ParseToml, TakesLettersBeyondAsciiForWhatTheyAreOutsideOfStrings) {
  for (const char* text : {"\xd1\x80 = 1", "a = \xc3\xa9", "[\xe2\xbf\xbf]"}) {
    EXPECT_FALSE(parse_toml(text, "t.toml")) << text;
  }
  const auto parsed = parse_toml("a = 1  # caf\xc3\xa9\n\"\xd1\x80\" = 2\n", "t.toml");
  ASSERT_TRUE(parsed) << parsed.error().text();
  EXPECT_EQ(parsed->text_of("\xd1\x80"), "2");
}

}  // namespace
}  // namespace codelake
