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

TEST(Comparison, KnowsListsTextsAndBits) {
  EXPECT_TRUE(holds("str($X) in [\"a\", 'b']", "b"));
  EXPECT_TRUE(holds("not str($X) in [\"a\"]", "b"));
  EXPECT_TRUE(holds("$X not in [1, 2]", "3"));
  EXPECT_TRUE(holds("re.match(\"a+-CBC\", $X)", "'aa-CBC-x'"));
  EXPECT_FALSE(holds("re.match(\"CBC\", $X)", "'aa-CBC'"));
  EXPECT_TRUE(holds("$X & 0o22 != 0", "0o777"));
  EXPECT_TRUE(holds("strptime($X) < strptime(\"2024-03-01\")", "'2024-02-29'"));
  EXPECT_FALSE(holds("today() > strptime($X)", "'1999-01-01'"));
}

TEST(Comparison, StripsQuotesAndReadsOtherBases) {
  const auto text_of = [](std::string_view) -> std::optional<std::string> { return "\"0755\""; };
  EXPECT_TRUE(comparison_holds("$X == 0o755", {text_of, true, 8}));
  EXPECT_FALSE(comparison_holds("$X == 0o755", {text_of, false, 8}));
}

}  // namespace
}  // namespace codelake::sast
