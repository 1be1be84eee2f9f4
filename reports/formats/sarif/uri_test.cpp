// SPDX-License-Identifier: Apache-2.0
#include "reports/formats/sarif/uri.h"

#include <gtest/gtest.h>

namespace codelake::reports::sarif {
namespace {

TEST(RelativeUri, EncodesAllButUnreservedCharacters) {
  EXPECT_EQ(relative_uri("src/a-b_c.~py"), "src/a-b_c.~py");
  EXPECT_EQ(relative_uri("a b/#?%:\\"), "a%20b/%23%3F%25%3A%5C");
  EXPECT_EQ(relative_uri("\xC3\xA9\xFF"), "%C3%A9%FF");
}

TEST(RelativeUri, IsNeverAbsolute) {
  EXPECT_EQ(relative_uri("//host/x"), "host/x");
  EXPECT_EQ(relative_uri("javascript:x"), "javascript%3Ax");
  EXPECT_EQ(relative_uri(""), "./");
  EXPECT_EQ(relative_uri("/"), "./");
}

TEST(WebUri, IsHttpInPrintableAscii) {
  EXPECT_TRUE(is_web_uri("https://example.com/x.git"));
  EXPECT_FALSE(is_web_uri("git@example.com:x.git"));
  EXPECT_FALSE(is_web_uri("https://example.com/a b"));
  EXPECT_FALSE(is_web_uri("https://example.com/\xC3\xA9"));
}

}  // namespace
}  // namespace codelake::reports::sarif
