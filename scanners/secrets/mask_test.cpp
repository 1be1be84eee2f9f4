// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/mask.h"

#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

constexpr std::size_t k_max = 2000;

TEST(Mask, ShowsAQuarterAndAtMostFourCharacters) {
  EXPECT_EQ(redacted("abcdefghijklmnopqrstuvwxyz"), "abcd\xE2\x80\xA6********");
  EXPECT_EQ(redacted("abcdefgh"), "ab\xE2\x80\xA6********");
  EXPECT_EQ(redacted("abc"), "\xE2\x80\xA6********");
}

TEST(Mask, HidesEverySecretOfTheLine) {
  Mask mask("first\na=SECRETSECRET b=OTHEROTHER # SECRETSECRET\nlast", k_max);
  mask.hide({8, 20});
  mask.hide({23, 33});
  EXPECT_EQ(mask.snippet({8, 20}),
            "a=SEC\xE2\x80\xA6******** b=OT\xE2\x80\xA6******** # SEC\xE2\x80\xA6********");
}

TEST(Mask, CutsLongLinesAroundTheSecret) {
  const std::string line = std::string(5000, 'a') + "SECRETSECRET" + std::string(5000, 'b');
  Mask mask(line, k_max);
  mask.hide({5000, 5012});
  const std::string shown = mask.snippet({5000, 5012});
  EXPECT_LT(shown.size(), 400U);
  EXPECT_EQ(shown.find("SECRETSECRET"), std::string::npos);
  EXPECT_NE(shown.find("aSEC\xE2\x80\xA6********b"), std::string::npos);
}

TEST(Mask, ShowsNoPartOfASecretThatTheCutGoesThrough) {
  const std::string line = std::string(300, 'S') + " x=" + std::string(12, 'T');
  Mask mask(line, k_max);
  mask.hide({0, 300});
  mask.hide({303, 315});
  EXPECT_EQ(mask.snippet({303, 315}).find("SSSSS"), std::string::npos);
}

TEST(Mask, MakesOneLineOfASecretOfManyLines) {
  Mask mask("BEGIN\nAAAA\nBBBB\nCCCC\nEND", k_max);
  mask.hide({6, 20});
  EXPECT_EQ(mask.snippet({6, 20}), "AAA\xE2\x80\xA6********");
}

}  // namespace
}  // namespace codelake::secrets
