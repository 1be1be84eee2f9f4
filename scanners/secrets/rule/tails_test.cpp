// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/tails.h"

#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

TEST(Tails, TakeTheRarestTextThatEveryMatchHolds) {
  const Tails key({{0, "(?:api|app|web)[_-]?key[0-9]{3}"}});
  EXPECT_EQ(key.mark_expressions(), (std::vector<std::string>{R"([\x6b][\x65][\x79])"}));
  EXPECT_EQ(key.before_max(0), 4U);
  const Tails either({{2, "(?i:pwd)=|secretive[0-9]"}});
  EXPECT_EQ(either.mark_expressions(),
            (std::vector<std::string>{R"([\x50\x70][\x57\x77][\x44\x64])", R"([\x73][\x65][\x63][\x72][\x65][\x74][\x69][\x76])"}));
}

TEST(Tails, ShareTheMarksOfSeveralRules) {
  const Tails tails({{0, "pwd[0-9]"}, {3, "[a-z]{0,9}pwd[:=.]"}});
  EXPECT_EQ(tails.marks().size(), 1U);
  EXPECT_EQ(tails.before_max(0), 0U);
  EXPECT_EQ(tails.before_max(3), 9U);
}

TEST(Tails, DoNotSuitWhereNoTextIsInEveryMatch) {
  EXPECT_TRUE(Tails::suit("(?:ab)?cde"));
  for (const char* pattern : {"(?:abc)?de", "abc|d", "[a-f]bc", "ab", "^abc", "[a-z]{600}abc", "(?:[a-z]{40}x){60}abc"}) {
    EXPECT_FALSE(Tails::suit(pattern)) << pattern;
  }
}

TEST(Tails, DoNotSuitAnExpressionThatIsTooLarge) {
  std::string nested = "abc";
  for (int i = 0; i < 30; ++i) nested = "(?:" + nested + "(?:){9}){64}";
  EXPECT_FALSE(Tails::suit(nested));
}

}  // namespace
}  // namespace codelake::secrets
