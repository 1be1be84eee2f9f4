// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/base58.h"

#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

TEST(Base58, WritesTheAddressOfTheHashThatIsAllZeros) {
  EXPECT_EQ(encode_base58_check(std::string(21, '\0')), "1111111111111111111114oLvT2");
}

TEST(Base58, ReadsBackWhatItWrote) {
  for (const std::string& bytes : {std::string("a"), std::string("\0\0b", 3), std::string(80, '\xFF')}) {
    EXPECT_EQ(decode_base58_check(encode_base58_check(bytes)), bytes);
  }
}

TEST(Base58, RefusesWrongChecksumsAndCharacters) {
  EXPECT_EQ(decode_base58_check("1111111111111111111114oLvT3"), std::nullopt);
  EXPECT_EQ(decode_base58_check("0OIl"), std::nullopt);
  EXPECT_EQ(decode_base58_check(""), std::nullopt);
  EXPECT_EQ(decode_base58_check(std::string(100'000, '2')), std::nullopt);
}

}  // namespace
}  // namespace codelake::secrets
