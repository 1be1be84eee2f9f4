// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/assignment.h"

#include "core/regex.h"

#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

std::string value_in(const std::string& text, std::string_view nouns = k_secret_nouns) {
  const auto regex = Regex::compile(assignment("shop", nouns, "[0-9a-f]{8}").pattern + "(?![0-9A-Za-z_])");
  EXPECT_TRUE(regex);
  const auto match = regex->find(text);
  return match ? text.substr(match->groups[1].begin, match->groups[1].end - match->groups[1].begin) : "";
}

TEST(Assignment, FindsTheValueInEveryNotation) {
  for (const char* text :
       {"shop_key=0123abcd", "SHOP_TOKEN := \"0123abcd\"", "\"shopKey\": \"0123abcd\"",
        "{\\\"shop_secret\\\": \\\"0123abcd\\\"}", "var shopToken string = `0123abcd`",
        "shopToken: string = '0123abcd';", "set(\"SHOP_TOKEN\", \"0123abcd\")",
        "<shopToken>\n    0123abcd\n</shopToken>", "X-Shop-Key: 0123abcd", "shop_key ?= 0123abcd",
        "'shop.api.key' => '0123abcd'", "conf['shop_key'] = b'0123abcd'", "shop_token: \"Bearer 0123abcd\"",
        "Shop API key: 0123abcd", "SHOP_KEY :::= \"0123abcd\""}) {
    EXPECT_EQ(value_in(text), "0123abcd") << text;
  }
}

TEST(Assignment, IsFoundBackFromItsValue) {
  const std::string before = "f(); ";
  for (const char* text :
       {"shop_key=", "SHOP_TOKEN := \"", "\"shopKey\": \"", "{\\\"shop_secret\\\": \\\"", "shopToken string = `",
        "shopToken: string = '", "call(\"SHOP_TOKEN\", \"", "<shopToken>\n    ", "X-Shop-Key: ", "shop_key ?= ", "'shop.api.key' => '",
        "conf['shop_key'] = b'", "shop_token: \"Bearer ", "shop_key: token ", "shop = 'BASIC ", "shopAuth = Bot ", "Shop API key: ", "SHOP_KEY :::= \"", "shop_key\n = \n"}) {
    const std::string whole = before + text + "0123abcd";
    const std::size_t name = whole.find_first_of("sS", before.size());
    const auto found = name_of_value(whole, whole.size() - 8, 0);
    ASSERT_TRUE(found) << text;
    EXPECT_LE(*found, name) << text;
  }
  EXPECT_EQ(name_of_value("a = {\"shop_key\": 0123abcd", 17, 0), std::optional<std::size_t>(5));
  EXPECT_EQ(name_of_value("a = {\"shop_key\": 0123abcd", 17, 9), std::optional<std::size_t>(9));
  EXPECT_FALSE(name_of_value("a = {\"shop_key\": 0123abcd", 17, 16));
  EXPECT_FALSE(name_of_value("shop_key; 0123abcd", 10, 0));
  EXPECT_FALSE(name_of_value("0123abcd", 0, 0));
}

TEST(Assignment, HasAPlainNameUnlessItsKeywordSaysOther) {
  const auto plain = [](std::string_view keyword) {
    const Assignment made = assignment(keyword, k_secret_nouns, "[0-9]{20}");
    return has_plain_name(made.pattern, made.value_at);
  };
  EXPECT_TRUE(plain("shop[_-]?api|shop[ ]{1,4}key"));
  EXPECT_FALSE(plain("shop=key"));
  EXPECT_FALSE(plain("shop[^a]key"));
  EXPECT_FALSE(has_plain_name("shop=[0-9]{20}", 5));
}

TEST(Assignment, NeedsANounAndTheWholeValue) {
  EXPECT_EQ(value_in("shop_colour = 0123abcd"), "");
  EXPECT_EQ(value_in("shop_colour = 0123abcd", ""), "0123abcd");
  EXPECT_EQ(value_in("shop_key = 0123abcdef"), "");
  EXPECT_EQ(value_in("shop_key\n\n\n\n\n\n\n\n\n\n = 0123abcd"), "");
  EXPECT_EQ(value_in("shop_key = other + 0123abcd"), "");
}

}  // namespace
}  // namespace codelake::secrets
