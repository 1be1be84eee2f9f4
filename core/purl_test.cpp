// SPDX-License-Identifier: Apache-2.0
#include "core/purl.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

std::string canonical(std::string_view text) {
  const auto result = canonical_purl_text(text);
  return result ? *result : "refused: " + result.error().cause;
}

TEST(PackageUrl, IsReadIntoItsParts) {
  const auto purl = parse_purl("pkg:npm/%40scope/left%20pad@1.0.0-rc%2B1?b=2&a=x%2Fy#/src/./lib/");
  ASSERT_TRUE(purl) << purl.error().text();
  EXPECT_EQ(*purl, (Purl{"npm", "@scope", "left pad", "1.0.0-rc+1", {{"a", "x/y"}, {"b", "2"}}, "src/lib"}));
}

TEST(PackageUrl, IsWrittenInOneWay) {
  EXPECT_EQ(canonical("PKG://PyPI//Zope_Interface@1.0B1?"), "pkg:pypi/zope-interface@1.0b1");
  EXPECT_EQ(canonical("pkg:npm/a?vcs_url=git+https://example.com/a&arch="),
            "pkg:npm/a?vcs_url=git%2Bhttps:%2F%2Fexample.com%2Fa");
  EXPECT_EQ(canonical("pkg:golang/Example.com/A/B@v1.2.0#../c"), "pkg:golang/example.com/a/b@v1.2.0#c");
  EXPECT_EQ(canonical("pkg:maven/org.Example/Core@1.0?type=jar"), "pkg:maven/org.Example/Core@1.0?type=jar");
  EXPECT_EQ(canonical("pkg:git/example.com/a/b@1"), "pkg:git/example.com/a/b@1");
}

TEST(PackageUrl, IsRefusedWhereItsTypeForbidsIt) {
  for (const char* text : {"npm/a", "pkg:npm", "pkg:npm/", "pkg:1npm/a", "pkg:maven/a", "pkg:cargo/x/a",
                           "pkg:maven/@1", "pkg:npm/a?b%20=1", "pkg:npm/a?a=1&a=2", "pkg:cpan/A::B",
                           "pkg:julia/A@1", "pkg:chrome-extension/short"}) {
    EXPECT_FALSE(parse_purl(text)) << text;
  }
  EXPECT_FALSE(parse_purl("pkg:gem/a?Platform=java"));
  EXPECT_FALSE(purl_text({"npm", "", "a", "", {{"In Production", "1"}}, ""}));
}

TEST(PackageUrl, ReadsWhatItWrites) {
  const Purl purl{"generic", "a/b c", "n@me", "1:2", {{"k", "v&w=x"}}, "p/q?r"};
  const auto text = purl_text(purl);
  ASSERT_TRUE(text);
  const auto again = parse_purl(*text);
  ASSERT_TRUE(again) << *text;
  EXPECT_EQ(*again, purl);
}

}  // namespace
}  // namespace codelake
