// SPDX-License-Identifier: Apache-2.0
#include "core/big_integer.h"

#include <gtest/gtest.h>

#include <string>

namespace codelake {
namespace {

TEST(BigInteger, MultipliesNumbersOfAnyLength) {
  EXPECT_TRUE(is_product("\x0F", "\x03", "\x05"));
  EXPECT_TRUE(is_product(std::string("\x00\x0F", 2), "\x03", std::string("\x00\x05", 2)));
  EXPECT_FALSE(is_product("\x10", "\x03", "\x05"));
  const std::string ones(128, '\xFF');  // (2^1024 - 1)^2 = 2^2048 - 2^1025 + 1
  EXPECT_TRUE(is_product(std::string(127, '\xFF') + '\xFE' + std::string(127, '\0') + '\x01', ones, ones));
}

TEST(BigInteger, RefusesTrivialFactorsAndHugeNumbers) {
  EXPECT_FALSE(is_product("\x05", "\x01", "\x05"));
  EXPECT_FALSE(is_product("", "", ""));
  const std::string huge(k_big_integer_bytes_max + 1, '\x01');
  EXPECT_FALSE(is_product(huge, "\x02", huge));
}

}  // namespace
}  // namespace codelake
