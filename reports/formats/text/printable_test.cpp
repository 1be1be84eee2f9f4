// SPDX-License-Identifier: Apache-2.0
#include "reports/formats/text/printable.h"

#include <gtest/gtest.h>

namespace codelake::reports::text {
namespace {

TEST(Printable, ShowsWhatCouldSteerATerminalOrHide) {
  EXPECT_EQ(printable("a\x1b[31mb"), "a\\x1b[31mb");
  EXPECT_EQ(printable("x\xC2\x9By\x7F"), "x\\x9by\\x7f");
  EXPECT_EQ(printable("\xE2\x80\xAE" "exe\xE2\x80\x8B"), "\\u{202e}exe\\u{200b}");
  EXPECT_EQ(printable("two\r\nlines\n"), "two  lines");
  EXPECT_EQ(printable("\xFF"), "\xEF\xBF\xBD");
}

TEST(Printable, CutsLongTextBetweenGlyphs) {
  EXPECT_EQ(printable("\xC3\xA9\xC3\xA9\xC3\xA9", 2), "\xC3\xA9\xC3\xA9...");
  EXPECT_EQ(printable("ab", 2), "ab");
  EXPECT_EQ(printable(std::string(1U << 20U, 'x'), 10), "xxxxxxxxxx...");
}

TEST(Columns, CountTerminalCells) {
  EXPECT_EQ(columns_of("abc"), 3);
  EXPECT_EQ(columns_of("\xE5\x90\x8D"), 2);      // a wide character
  EXPECT_EQ(columns_of("e\xCC\x81"), 1);         // a combining accent
  EXPECT_EQ(columns_of("\xF0\x9F\x98\x80"), 2);  // an emoji
}

TEST(Glyphs, TakeTabsToTheNextStop) {
  EXPECT_EQ(columns_of("\tx"), 5);
  EXPECT_EQ(columns_of("abc\tx"), 5);
  EXPECT_EQ(columns_of("abcd\tx"), 9);
}

TEST(Wrapped, BreaksAtSpacesAndInsideLongWords) {
  EXPECT_EQ(wrapped("one two  three", 8, 9), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrapped("abcdefghijkl", 8, 9), (std::vector<std::string>{"abcdefgh", "ijkl"}));
  EXPECT_TRUE(wrapped(" \n\t ", 8, 9).empty());
}

TEST(Wrapped, SaysThatItWasCut) {
  EXPECT_EQ(wrapped("one two three four five six", 8, 2), (std::vector<std::string>{"one two", "three ..."}));
}

}  // namespace
}  // namespace codelake::reports::text
