// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/comparison.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

bool holds(std::string_view expression, const std::string& x) {
  const auto text_of = [&](std::string_view name) -> std::optional<std::string> {
    if (name == "$X") return x;
    return std::nullopt;
  };
  return comparison_holds(expression, {text_of});
}

TEST(Comparison, ComparesNumbersOfEveryNotation) {
  EXPECT_TRUE(holds("$X == 16", "0x10"));
  EXPECT_TRUE(holds("$X == 8", "0o10"));
  EXPECT_TRUE(holds("$X < 1_0 + 2 * 3", "15L"));
  EXPECT_FALSE(holds("$X >= 2048", "1024"));
  EXPECT_TRUE(holds("$X % 2 == 1 and not $X == 3", "5"));
}

TEST(Comparison, ComparesTexts) {
  EXPECT_TRUE(holds("$X == 'a'", "\"a\""));
  EXPECT_TRUE(holds("str($X) == 'name'", "name"));
  EXPECT_TRUE(holds("len($X) > 2", "'abc'"));
}

TEST(Comparison, DoesNotHoldForWhatIsNotKnown) {
  EXPECT_FALSE(holds("$X < 5", "size"));
  EXPECT_FALSE(holds("not $X < 5", "size"));
  EXPECT_FALSE(holds("$Y < 5", "1"));
  EXPECT_FALSE(holds("1 / 0 == 1", ""));
}

TEST(Comparison, SaysWhatItCannotRead) {
  EXPECT_EQ(comparison_error("$X <"), "a value is missing at the end");
  EXPECT_EQ(comparison_error("f($X)"), "'f' is unknown or not supported");
  EXPECT_EQ(comparison_error(std::string(1000, '(')), "nested too deeply");
  EXPECT_EQ(comparison_error("$X < 5 or ($X > 7)"), std::nullopt);
}

}  // namespace
}  // namespace codelake::sast
