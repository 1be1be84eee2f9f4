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

TEST(Assignment, NeedsANounAndTheWholeValue) {
  EXPECT_EQ(value_in("shop_colour = 0123abcd"), "");
  EXPECT_EQ(value_in("shop_colour = 0123abcd", ""), "0123abcd");
  EXPECT_EQ(value_in("shop_key = 0123abcdef"), "");
  EXPECT_EQ(value_in("shop_key\n\n\n\n\n\n\n\n\n\n = 0123abcd"), "");
  EXPECT_EQ(value_in("shop_key = other + 0123abcd"), "");
}

}  // namespace
}  // namespace codelake::secrets
