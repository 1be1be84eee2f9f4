// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/prefilter.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

using Words = std::vector<std::string_view>;

TEST(PatternWords, AreTheNames) {
  EXPECT_EQ(pattern_words("subprocess.run(..., shell=True)"), (Words{"subprocess", "run", "shell", "True"}));
  EXPECT_EQ(pattern_words("$X.innerHTML = $Y($...ARGS)"), (Words{"innerHTML"}));
}

TEST(PatternWords, LeaveOutStringsKeywordsAndNumbers) {
  EXPECT_EQ(pattern_words("const $X = f(\"a \\\" b\", f'c', 0x1F)"), (Words{"f"}));
}

TEST(PatternWords, LeaveOutTypesOfMetavariables) {
  EXPECT_EQ(pattern_words("(java.io.File $F).renameTo()"), (Words{"renameTo"}));
  EXPECT_EQ(pattern_words("g(($R : *http.Request))"), (Words{"g"}));
  EXPECT_EQ(pattern_words("Map<String, Object> $M = f()"), (Words{"f"}));
}

TEST(PatternWords, KeepTheLastNameOfADeclaredType) {
  EXPECT_EQ(pattern_words("javax.jdo.Query $Q = f()"), (Words{"Query", "f"}));
  EXPECT_EQ(pattern_words("$T $F(..., Helper $P, ...)"), (Words{"Helper"}));
}

TEST(AlternativeWords, AreThoseOfAWholeName) {
  EXPECT_EQ(alternative_words("^(setFilter|group_by)$"), (Words{"setFilter", "group_by"}));
  EXPECT_EQ(alternative_words("exec$"), (Words{"exec"}));
  EXPECT_TRUE(alternative_words("^(a|b)").empty());
  EXPECT_TRUE(alternative_words("^(a.*|b)$").empty());
  EXPECT_TRUE(alternative_words("a|b$").empty());
}

}  // namespace
}  // namespace codelake::sast
