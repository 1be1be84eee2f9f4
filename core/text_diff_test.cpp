// SPDX-License-Identifier: Apache-2.0
#include "core/text_diff.h"

#include <gtest/gtest.h>

#include <string>

namespace codelake {
namespace {

TEST(TextDiff, EqualTextsHaveNone) {
  EXPECT_EQ(unified_diff("a\nb\n", "a\nb\n", "x"), "");
  EXPECT_EQ(unified_diff("", "", "x"), "");
}

TEST(TextDiff, AChangedLineStandsBetweenItsNeighbours) {
  EXPECT_EQ(unified_diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n", "d/x.py"),
            "--- a/d/x.py\n+++ b/d/x.py\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST(TextDiff, ChangesFarApartAreHunksOfTheirOwn) {
  std::string before;
  for (int i = 1; i <= 30; ++i) before += std::to_string(i) + "\n";
  std::string after = before;
  after.replace(after.find("2\n"), 2, "two\n");
  after.replace(after.find("28\n"), 3, "");
  EXPECT_EQ(unified_diff(before, after, "x"),
            "--- a/x\n+++ b/x\n@@ -1,5 +1,5 @@\n 1\n-2\n+two\n 3\n 4\n 5\n@@ -25,6 +25,5 @@\n 25\n 26\n 27\n-28\n 29\n 30\n");
}

TEST(TextDiff, AMissingLastLineBreakIsSaid) {
  EXPECT_EQ(unified_diff("a", "a\n", "x"), "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
}

TEST(TextDiff, AFileThatWasEmptyOrBecomesEmptyCountsFromZero) {
  EXPECT_EQ(unified_diff("", "a\n", "x"), "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n");
  EXPECT_EQ(unified_diff("a\nb\n", "", "x"), "--- a/x\n+++ b/x\n@@ -1,2 +0,0 @@\n-a\n-b\n");
}

TEST(TextDiff, LinesInCommonAreKeptBetweenChanges) {
  EXPECT_EQ(unified_diff("a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n", "x"),
            "--- a/x\n+++ b/x\n@@ -1,7 +1,6 @@\n-a\n-b\n c\n+b\n a\n b\n-b\n a\n+c\n");
}

TEST(TextDiff, TextsWithNothingInCommonAreExchangedWhole) {
  std::string before;
  std::string after;
  for (int i = 0; i < 3000; ++i) {
    before += "a" + std::to_string(i) + "\n";
    after += "b" + std::to_string(i) + "\n";
  }
  const std::string diff = unified_diff(before, after, "x");
  EXPECT_NE(diff.find("@@ -1,3000 +1,3000 @@\n-a0\n"), std::string::npos);
  EXPECT_LT(diff.find("-a2999\n"), diff.find("+b0\n"));
}

}  // namespace
}  // namespace codelake
