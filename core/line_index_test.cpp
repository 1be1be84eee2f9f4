// SPDX-License-Identifier: Apache-2.0
#include "core/line_index.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

TEST(LineIndex, CountsColumnsInCodePoints) {
  const LineIndex lines("a\nh\xC3\xA9llo\n");
  EXPECT_EQ(lines.position(5), (Position{2, 3, 5}));
}

TEST(LineIndex, EndsLinesAtEveryKindOfBreak) {
  const LineIndex lines("one\r\ntwo\rthree\nfour");
  EXPECT_EQ(lines.line_count(), 4U);
  EXPECT_EQ(lines.line(1), "one");
  EXPECT_EQ(lines.line(2), "two");
  EXPECT_EQ(lines.line(3), "three");
  EXPECT_EQ(lines.line(4), "four");
}

TEST(LineIndex, GivesThePlaceAfterTheLastCharacterPastTheEnd) {
  const LineIndex lines("ab");
  EXPECT_EQ(lines.position(99), (Position{1, 3, 2}));
  EXPECT_EQ(lines.line(7), "");
}

TEST(LineIndex, CountsOnFromAnEarlierPlaceAsFromTheStart) {
  const std::string_view text = "one\r\nh\xC3\xA9llo w\xC3\xB6rld\n\nlast";
  const LineIndex lines(text);
  for (std::size_t from = 0; from <= text.size(); ++from) {
    for (std::size_t to = from; to <= text.size(); ++to) {
      EXPECT_EQ(lines.position_after(lines.position(from), to), lines.position(to)) << from << " " << to;
    }
  }
}

}  // namespace
}  // namespace codelake
