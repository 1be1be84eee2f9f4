// SPDX-License-Identifier: Apache-2.0
#include "core/deflate.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

// "hello\n" as gzip writes it, without name and time.
const std::string k_hello("\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xcb\x48\xcd\xc9\xc9\xe7\x02\x00\x20\x30\x3a\x36\x06\x00\x00\x00",
                          26);

TEST(Deflate, GivesBackWhatItWasGiven) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "line " + std::to_string(i % 37) + "\n";
  const std::string block = deflated(text);
  EXPECT_LT(block.size(), text.size() / 10);
  EXPECT_EQ(inflated(block, text.size()), text);
  EXPECT_EQ(inflated(deflated(""), 0), "");
}

TEST(Deflate, RefusesDamageAndWrongSizes) {
  const std::string block = deflated("some text, some text, some text");
  EXPECT_FALSE(inflated(block, 30));
  EXPECT_FALSE(inflated(block, 32));
  EXPECT_FALSE(inflated(block.substr(0, 5), 31));
  EXPECT_FALSE(inflated("", 3));
}

TEST(Deflate, ReadsGzipFilesOfSeveralMembers) {
  EXPECT_EQ(gunzipped(k_hello, 100), "hello\n");
  EXPECT_EQ(gunzipped(k_hello + k_hello, 100), "hello\nhello\n");
  EXPECT_FALSE(gunzipped(k_hello, 5));
  EXPECT_FALSE(gunzipped(k_hello.substr(0, 20), 100));
  EXPECT_FALSE(gunzipped("plain text", 100));
}

}  // namespace
}  // namespace codelake
