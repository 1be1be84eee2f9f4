// SPDX-License-Identifier: Apache-2.0
#include "core/json_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codelake {
namespace {

using testing::ElementsAre;

JsonTree parsed(std::string_view text) {
  auto tree = JsonTree::parse(text, "t.json");
  EXPECT_TRUE(tree) << tree.error().text();
  return std::move(*tree);
}

TEST(JsonTree, GivesValuesInTheirOrderWithTheirPlaces) {
  const JsonTree tree = parsed("{\"a\": [1, -2.5e3, true, null, {}, []], \"b\": {\"c\": \"x\"} , \"a\": 7}");
  std::vector<std::string_view> keys;
  for (const auto& [key, value] : tree.root().entries()) keys.push_back(key.text());
  EXPECT_THAT(keys, ElementsAre("a", "b", "a"));
  std::vector<std::string_view> items;
  for (const JsonTree::Value item : tree.root().find("a").items()) items.push_back(item.text());
  EXPECT_THAT(items, ElementsAre("1", "-2.5e3", "true", "", "", ""));
  const JsonTree::Value c = tree.root().find("b").find("c");
  EXPECT_EQ(c.text(), "x");
  EXPECT_TRUE(c.quoted());
  EXPECT_EQ(c.offset(), 50U);
  EXPECT_FALSE(tree.root().find("c"));
  EXPECT_EQ(tree.root().find("c").find("d").text_of("e"), "");
}

TEST(JsonTree, TakesEscapesOutOfKeysAndStrings) {
  const JsonTree tree = parsed(R"({"a\"b": "x\ny", "\u00e9": "\\", "c" : "" })");
  std::string all;
  for (const auto& [key, value] : tree.root().entries()) (all += key.text()) += "=" + std::string(value.text()) + ";";
  EXPECT_EQ(all, "a\"b=x\ny;\xC3\xA9=\\;c=;");
}

TEST(JsonTree, FindsSeveralKeysInOnePass) {
  const JsonTree tree = parsed(R"({"c": 1, "a": {"b": 2}, "c": 3})");
  constexpr std::array<std::string_view, 3> keys = {"a", "b", "c"};
  const auto found = tree.root().find_all(keys);
  EXPECT_EQ(found[0].text_of("b"), "2");
  EXPECT_FALSE(found[1]);
  EXPECT_EQ(found[2].text(), "1");  // as find() has it
}

TEST(JsonTree, TellsNumbersFromWhatOnlyBeginsLikeOne) {
  for (const char* text : {"[0]", "[-0]", "[10.25]", "[1e5]", "[0E-12]", "[-1.5e+3]", "[123456789012345678901234567890]"}) {
    EXPECT_TRUE(JsonTree::parse(text, "t.json")) << text;
  }
  for (const char* text : {"[-]", "[+1]", "[.5]", "[1.]", "[1e]", "[1e+]", "[00]", "[-01]", "[1x]", "[0x10]", "[1.2.3]", "[NaN]"}) {
    EXPECT_FALSE(JsonTree::parse(text, "t.json")) << text;
  }
}

TEST(JsonTree, EndsATokenWhereTheNextBegins) {
  const JsonTree tree = parsed("[ \"a b\" \t, 1\r\n , true\n]\n");
  std::vector<std::string_view> items;
  for (const JsonTree::Value item : tree.root().items()) items.push_back(item.text());
  EXPECT_THAT(items, ElementsAre("a b", "1", "true"));
}

TEST(JsonTree, StaysRightWhenItIsMoved) {
  JsonTree first = parsed(R"({"key": "short", "other": "with \"quotes\""})");
  const JsonTree second = std::move(first);
  EXPECT_EQ(second.root().text_of("key"), "short");
  EXPECT_EQ(second.root().text_of("other"), "with \"quotes\"");
}

TEST(JsonTree, RefusesWhatIsNoJson) {
  for (const char* text : {"", "{", "[1 2]", "{\"a\" 1}", "{} {}", "[1],", "[nul]", "[nullx]", "[01]", "\"a", "{\"a\":}", "[1,]",
                           "[\"a\": 1]", "[\"a\" \"b\"]", "[\"a\"b]", "{\"a\": \"b\"c}", "[\"\\x\"]", "[\"\n\"]", "[\"\xFF\"]", "{1: 2}",
                           "[[ null", "{\"a\": null", "1", "null", " ", "]", "[}", "{]", "[,1]", "{,}", "[1,,2]", "{\"a\"}", "{\"a\": 1 \"b\": 2}",
                           "[\"\\ud800\"]", "[tru e]"}) {
    EXPECT_FALSE(JsonTree::parse(text, "t.json")) << text;
  }
}

TEST(JsonTree, NamesTheLineOfAnError) {
  const auto tree = JsonTree::parse("{\n  \"a\": 1,\n  \"b\": tru\n}", "t.json");
  ASSERT_FALSE(tree);
  EXPECT_EQ(tree.error().subject, "t.json:3");
}

}  // namespace
}  // namespace codelake
