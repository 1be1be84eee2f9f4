// SPDX-License-Identifier: Apache-2.0
#include "core/json.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

TEST(ParseJson, GivesValuesWithTheirPlaces) {
  const auto parsed =
      parse_json("{\n  \"a\": [1, -2.5e3, true, null],\n  \"\xC3\xA9\": {\"b\": \"x\\ny\"}\n}\n", "t.json");
  ASSERT_TRUE(parsed) << parsed.error().text();
  const yaml::Node* a = parsed->find("a");
  ASSERT_NE(a, nullptr);
  ASSERT_EQ(a->items.size(), 4U);
  EXPECT_EQ(a->items[1].text, "-2.5e3");
  EXPECT_FALSE(a->items[2].quoted);
  EXPECT_TRUE(a->items[3].is_null());
  EXPECT_EQ(a->line, 2U);
  const yaml::Node* b = parsed->find("\xC3\xA9")->find("b");
  EXPECT_EQ(b->text, "x\ny");
  EXPECT_EQ(b->line, 3U);
  EXPECT_EQ(b->column, 14U);
  EXPECT_EQ(parsed->entries[1].first.column, 3U);
}

TEST(ParseJson, NamesTheLineOfAnError) {
  const auto parsed = parse_json("{\n  \"a\": 1,\n  \"b\": tru\n}", "t.json");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().subject, "t.json:3");
}

TEST(ParseJson, RefusesWhatIsNoJson) {
  for (const char* text :
       {"", "{", "[1 2]", "{\"a\" 1}", "{} {}", "[1],", "[nul]", "[01]", "\"a", "{\"a\":}", "[1,]"}) {
    EXPECT_FALSE(parse_json(text, "t.json")) << text;
  }
}

TEST(ParseJson, RefusesDeepNesting) {
  EXPECT_TRUE(parse_json(std::string(200, '[') + std::string(200, ']'), "t.json"));
  EXPECT_FALSE(parse_json(std::string(400, '[') + std::string(400, ']'), "t.json"));
  EXPECT_FALSE(parse_json(std::string(100000, '['), "t.json"));
}

TEST(Json, PassesOverCommentsAndLastCommasWhenAskedTo) {
  const auto root = parse_jsonc("// a\n{\"a\": [1, /* 2, */ 3,], // \"b\"\n \"b\": \"//,}\",\n}\n", "f");
  ASSERT_TRUE(root) << root.error().text();
  ASSERT_EQ(root->find("a")->items.size(), 2U);
  EXPECT_EQ(root->text_of("b"), "//,}");
  EXPECT_EQ(root->find("b")->line, 3U);
  EXPECT_FALSE(parse_jsonc("{,}", "f").has_value() && parse_json("{,}", "f").has_value());
  EXPECT_FALSE(parse_jsonc("/* never closed", "f"));
}

}  // namespace
}  // namespace codelake
