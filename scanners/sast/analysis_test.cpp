// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/analysis.h"

#include <gtest/gtest.h>

#include <string>

namespace codelake::sast {
namespace {

TEST(Randomness, IsSeenInTextsOfManyKindsOfCharacters) {
  std::string drawn;
  unsigned seed = 7;
  for (int i = 0; i < 40; ++i) {
    seed = seed * 1103515245U + 12345U;
    drawn += "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"[(seed >> 16U) % 62];
  }
  EXPECT_TRUE(looks_random(drawn));
  EXPECT_FALSE(looks_random("please enter the password of your account"));
  EXPECT_FALSE(looks_random(std::string(60, 'x')));
  EXPECT_FALSE(looks_random("q7Zx"));
  EXPECT_FALSE(looks_random(""));
}

TEST(RegularExpressions, ExplodeByRepetitionsInRepetitions) {
  EXPECT_TRUE(may_explode("^(a+)+$"));
  EXPECT_TRUE(may_explode("(x|[a-z]*)*end"));
  EXPECT_TRUE(may_explode("^([\\w.]+)*@x"));
  EXPECT_FALSE(may_explode("^a+b*$"));
  EXPECT_FALSE(may_explode("(a+)?b"));
  EXPECT_FALSE(may_explode("(a++)+b"));
  EXPECT_FALSE(may_explode("((("));
  EXPECT_FALSE(may_explode(std::string(3000, '(')));
}

}  // namespace
}  // namespace codelake::sast
