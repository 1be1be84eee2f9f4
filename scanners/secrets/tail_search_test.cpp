// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/tail_search.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

namespace codelake::secrets {
namespace {

// The rules that may match after the first mark of `tails`, which ends at `from`.
std::set<std::uint32_t> rules_after(const Tails& tails, std::string_view text, std::size_t from) {
  std::set<std::uint32_t> rules;
  TailSearch(tails).follow(0, text, from, [&](std::uint32_t rule) { rules.insert(rule); });
  return rules;
}

TEST(TailSearch, FollowsRepetitionsAndAlternatives) {
  const Tails tails({{0, "key(?:[ ]{0,2}=|:)[0-9]{2}"}, {1, "key[a-m]+x?y"}});
  EXPECT_EQ(rules_after(tails, "key=12", 3), std::set<std::uint32_t>{0});
  EXPECT_EQ(rules_after(tails, "key  =12", 3), std::set<std::uint32_t>{0});
  EXPECT_EQ(rules_after(tails, "key:12", 3), std::set<std::uint32_t>{0});
  EXPECT_EQ(rules_after(tails, "keyabcay", 3), std::set<std::uint32_t>{1});
  EXPECT_EQ(rules_after(tails, "keyaxy", 3), std::set<std::uint32_t>{1});
  for (const char* text : {"key   =12", "key :12", "key=1", "keyy", "keyaxxy", "key"}) {
    EXPECT_TRUE(rules_after(tails, text, 3).empty()) << text;
  }
}

TEST(TailSearch, GivesTheSameWithAFullTable) {
  const Tails tails({{0, "key(?:a[a-c]{0,30}|b[a-b]{0,40}|[a-d]{0,50}c){0,50}!"}});
  TailSearch kept(tails);
  std::mt19937 random(3);
  int found = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string text = "key";
    while (text.size() < 40 + random() % 20) text += "abcd"[random() % (random() % 50 == 0 ? 4 : 3)];
    text += '!';
    int now = 0;
    kept.follow(0, text, 3, [&](std::uint32_t) { ++now; });
    EXPECT_EQ(now > 0, !rules_after(tails, text, 3).empty()) << text;
    found += now;
  }
  EXPECT_GT(found, 100);
}

}  // namespace
}  // namespace codelake::secrets
