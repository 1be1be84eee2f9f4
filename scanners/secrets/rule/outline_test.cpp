// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/outline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace codelake::secrets {
namespace {

// The bytes of an outline, a set of several in brackets.
std::string shown(const Outline& outline) {
  std::string text;
  for (const ByteSet& bytes : outline.bytes) {
    std::string set;
    for (unsigned c = 0; c < 256; ++c) {
      if (bytes[c]) set += static_cast<char>(c);
    }
    text += set.size() == 1 ? set : "[" + set + "]";
  }
  return text;
}

std::string shown(const char* pattern) {
  const auto outline = outline_of(pattern);
  return outline ? shown(*outline) : "unknown";
}

std::vector<std::string> all_shown(const char* pattern) {
  std::vector<std::string> all;
  for (const Outline& outline : outlines_of(pattern)) all.push_back(shown(outline));
  return all;
}

TEST(Outline, TellsAlternativesAtTheBeginningApart) {
  using Texts = std::vector<std::string>;
  EXPECT_EQ(all_shown("(?:sk|live)_[0-2]"), (Texts{"sk_[012]", "live_[012]"}));
  EXPECT_EQ(all_shown("(?i:(?:a|bc)d|(?-i:e))f"), (Texts{"[Aa][Dd]f", "[Bb][Cc][Dd]f", "ef"}));
  EXPECT_EQ(all_shown("a|b"), (Texts{"a", "b"}));
  EXPECT_EQ(all_shown("x(?:a|b)"), (Texts{"x[ab]"}));
  EXPECT_EQ(all_shown("(?:a|b){2}"), (Texts{"[ab][ab]"}));
  std::string many = "(?:";
  for (int i = 0; i < 40; ++i) many += "ab|";
  EXPECT_EQ(all_shown((many + "cd)x").c_str()), (Texts{"[ac][bd]x"}));
  EXPECT_EQ(all_shown("^a"), Texts());
}

TEST(Outline, TellsWhatStandsAtEachPlaceThatEveryMatchHas) {
  EXPECT_EQ(shown("abc"), "abc");
  EXPECT_EQ(shown("a(?:sk|live)_[0-2]"), "a[ls][ik][_v][012e]");
  EXPECT_EQ(shown("a?b"), "[ab]");
  EXPECT_EQ(shown("a{2,3}b"), "aa[ab]");
  EXPECT_EQ(shown("a(?i:x)(?-i:y)"), "a[Xx]y");
  EXPECT_EQ(shown("(?i:x(?-i:y)z)"), "[Xx]y[Zz]");
  EXPECT_EQ(shown(R"(\$1\.[\]a-])"), "$1.[-]a]");
  EXPECT_EQ(shown("(?<secret>(?=[0-9])ab)(?!c)d"), "abd");
}

TEST(Outline, TellsHowLongAMatchCanBe) {
  EXPECT_EQ(outline_of("a{2,5}(?:b|cde)?")->length_max, 8U);
  EXPECT_EQ(outline_of("a{0,200}b{300}")->length_max, 500U);
  EXPECT_EQ(outline_of("ab*")->length_max, k_unbounded);
}

TEST(Outline, KnowsNothingOfWhatItCannotRead) {
  EXPECT_EQ(shown("^a"), "unknown");
}

}  // namespace
}  // namespace codelake::secrets
