// SPDX-License-Identifier: Apache-2.0
#include "core/regex.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

TEST(Regex, GivesCapturesByNumberAndName) {
  const auto regex = Regex::compile("(?<key>\\w+)=(\\d+)?");
  ASSERT_TRUE(regex);
  const auto match = regex->find("  a=1 bb=", 4);
  ASSERT_TRUE(match);
  EXPECT_EQ(match->begin(), 6U);
  EXPECT_EQ(match->groups[1].end, 8U);
  ASSERT_EQ(regex->names().size(), 1U);
  EXPECT_EQ(regex->names()[0], (std::pair<std::string, std::size_t>("key", 1)));
}

TEST(Regex, GivesUpACatastrophicPatternAndSaysSo) {
  const auto regex = Regex::compile("^(([a-z])+.)+[A-Z]([a-z])+$");
  ASSERT_TRUE(regex);
  RegexLimit limit = RegexLimit::not_hit;
  EXPECT_FALSE(regex->find(std::string(4000, 'a'), 0, &limit));
  EXPECT_EQ(limit, RegexLimit::hit);
}

TEST(Regex, SaysWhereAPatternIsWrong) {
  const auto regex = Regex::compile("a(b");
  ASSERT_FALSE(regex);
  EXPECT_NE(regex.error().text().find("at offset 3"), std::string::npos) << regex.error().text();
}

TEST(Regex, ThatIsKnownMatchesLikeOneCompiledAtOnce) {
  const Regex regex = Regex::known("(?<key>\\w+)=", {});
  EXPECT_TRUE(regex.matches("a=1"));
  EXPECT_FALSE(regex.matches("a"));
  ASSERT_EQ(regex.names().size(), 1U);
  EXPECT_EQ(regex.names()[0].first, "key");
}

TEST(Regex, ThatIsWronglyKnownMatchesNothing) {
  const Regex regex = Regex::known("a(b", {});
  EXPECT_FALSE(regex.matches("ab"));
  EXPECT_TRUE(regex.names().empty());
}

TEST(Regex, RefusesToMatchSingleBytesOfCharacters) { EXPECT_FALSE(Regex::compile("\\C")); }

}  // namespace
}  // namespace codelake
