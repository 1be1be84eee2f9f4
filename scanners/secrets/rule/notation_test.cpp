// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/notation.h"

#include "scanners/secrets/rule/checksum.h"

#include <gtest/gtest.h>

#include <set>

namespace codelake::secrets {
namespace {

TEST(Notation, MakesTheSameTextForTheSameSeed) {
  EXPECT_EQ(expand("a{hex:20}", 1), expand("a{hex:20}", 1));
  EXPECT_NE(expand("a{hex:20}", 1), expand("a{hex:20}", 2));
  EXPECT_EQ(expand("{x:5}{star:2}", 3), "xxxxx**");
}

TEST(Notation, LeavesOtherBracesAlone) {
  EXPECT_EQ(expand("${TOKEN} {{ name }} {} {unknown} {", 1), "${TOKEN} {{ name }} {} {unknown} {");
}

TEST(Notation, SumsWhatStandsBetweenFromAndSum) {
  const std::string made = expand("t_{from}{base62:9}{sum}-{crc32_hex:8}", 4);
  EXPECT_EQ(made.substr(12), hex_of(crc32(made.substr(2, 9))));
  const std::string whole = expand("t_{base62:9}{crc32_base62:6}", 4);
  EXPECT_EQ(whole.substr(11), in_base(crc32(whole.substr(0, 11)), k_base62, 6));
}

TEST(Notation, ShowsNoMadePartInTheMaskedForm) {
  EXPECT_EQ(masked("ghp_{from}{base62:30}{crc32_base62:6}"), "ghp_\xE2\x80\xA6");
  EXPECT_EQ(masked("key = '{uuid}' # {word}"), "key = '\xE2\x80\xA6' # \xE2\x80\xA6");
}

TEST(Notation, FindsAMistypedPiece) {
  EXPECT_TRUE(notation_mistake("a {basee62:4}"));
  EXPECT_FALSE(notation_mistake("a {base62:4} ${X} {{ y }} {uuid} %{z}"));
}

}  // namespace
}  // namespace codelake::secrets
