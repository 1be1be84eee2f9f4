// SPDX-License-Identifier: Apache-2.0
#include "core/utf8.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

TEST(ValidUtf8, KeepsWellFormedText) {
  const std::string text = std::string("a\0b", 3) + "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
  EXPECT_EQ(valid_utf8(text), text);
}

TEST(ValidUtf8, ReplacesOverlongSurrogateTruncatedAndStrayBytes) {
  const std::string mark = "\xEF\xBF\xBD";
  EXPECT_EQ(valid_utf8("\xC0\xAF"), mark + mark);
  EXPECT_EQ(valid_utf8("\xED\xA0\x80"), mark + mark + mark);
  EXPECT_EQ(valid_utf8("\xE2\x82"), mark);
  EXPECT_EQ(valid_utf8("\xE2\x82x"), mark + "x");
  EXPECT_EQ(valid_utf8("\xF4\x90\x80\x80"), mark + mark + mark + mark);
  EXPECT_EQ(valid_utf8("\xF5"), mark);
}

}  // namespace
}  // namespace codelake
