// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/checksum.h"

#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

TEST(Checksum, IsTheCrc32OfTheStandard) {
  EXPECT_EQ(crc32("123456789"), 0xCBF43926U);
  EXPECT_EQ(crc32(""), 0U);
}

TEST(Checksum, WritesNumbersInAnyBase) {
  EXPECT_EQ(in_base(0, k_base62, 6), "000000");
  EXPECT_EQ(in_base(61, k_base62, 2), "0z");
  EXPECT_EQ(in_base(62, k_base62, 1), "10");
  EXPECT_EQ(hex_of(0xCBF43926U), "cbf43926");
  EXPECT_EQ(hex_of_little_endian(0xCBF43926U), "2639f4cb");
}

TEST(Checksum, ReadsBothKindsOfBase64) {
  EXPECT_EQ(decode_base64("Zm9vYmE="), "fooba");
  EXPECT_EQ(decode_base64("Zm9vYg"), "foob");
  EXPECT_EQ(decode_base64("-_8"), decode_base64("+/8="));
  EXPECT_EQ(decode_base64("a b"), std::nullopt);
  EXPECT_EQ(encode_base64("foob", k_base64), "Zm9vYg");
}

TEST(Checksum, ReadsBase32AsInTheStandard) {
  EXPECT_EQ(decode_base32("MZXW6YTBOI"), "foobar");
  EXPECT_EQ(decode_base32("M1"), std::nullopt);
}

TEST(Checksum, WritesBase32AndReadsHex) {
  EXPECT_EQ(encode_base32("foobar"), "MZXW6YTBOI");
  EXPECT_EQ(bytes_of_hex("666F6f"), "foo");
  EXPECT_EQ(bytes_of_hex("66zz6f"), "f");
}

TEST(Checksum, IsTheCrc16OfXmodem) {
  EXPECT_EQ(crc16("123456789"), 0x31C3);
}

TEST(Checksum, AcceptsTheBech32VectorsOfBip173) {
  EXPECT_EQ(bech32_residue("a", "2uel5l"), 1U);
  EXPECT_EQ(bech32_residue("split", "checkupstagehandshakeupstreamerranterredcaperred2y9e3w"), 1U);
  EXPECT_NE(bech32_residue("split", "checkupstagehandshakeupstreamerranterredcaperred2y9e3q"), 1U);
}

}  // namespace
}  // namespace codelake::secrets
