// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/shapes.h"

#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/rule/notation.h"

#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

TEST(Shapes, KnowDigestsThatNameThemselves) {
  EXPECT_TRUE(is_named_digest(expand("sha512-{base64:86}==", 1)));
  EXPECT_TRUE(is_named_digest(expand("image@sha256:{hex:64}", 2)));
  EXPECT_TRUE(is_named_digest(expand("--hash=sha256:{hex:64}", 3)));
  EXPECT_FALSE(is_named_digest(expand("{base62:40}", 4)));
  EXPECT_FALSE(is_named_digest("sha256-of-the-file"));
}

TEST(Shapes, KnowSerialNumbersByTheirEqualGroups) {
  EXPECT_TRUE(is_serial_number(expand("{upper_alnum:5}-{upper_alnum:5}-{upper_alnum:5}-{upper_alnum:5}", 1)));
  EXPECT_FALSE(
      is_serial_number(expand("{upper_alnum:5}-{upper_alnum:6}-{upper_alnum:5}-{upper_alnum:5}", 2)));
  EXPECT_FALSE(is_serial_number(expand("{base62:20}", 3)));
}

std::string base64_of(std::size_t bytes) {
  std::string text = encode_base64(std::string(bytes, '\xFB'),
                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
  while (text.size() % 4 != 0) text += '=';
  return text;
}

TEST(Shapes, TellMessagesFromKeysByTheNumberOfBytes) {
  for (const std::size_t bytes : {31U, 37U, 50U, 77U})
    EXPECT_TRUE(is_encoded_message(base64_of(bytes))) << bytes;
  for (const std::size_t bytes : {16U, 24U, 32U, 48U, 64U})
    EXPECT_FALSE(is_encoded_message(base64_of(bytes))) << bytes;
}

TEST(Shapes, KnowWhatANameTells) {
  EXPECT_TRUE(is_bare_name("api_key"));
  EXPECT_TRUE(is_bare_name("auth.token"));
  EXPECT_FALSE(is_bare_name("client_secret"));
  EXPECT_FALSE(is_bare_name("payment_token"));
}

TEST(Shapes, KnowHashesOfPasswordsAndColours) {
  EXPECT_TRUE(
      is_password_hash(expand("$6$rounds=5000$"
                              "{base64:40}",
                              1)));
  EXPECT_TRUE(is_password_hash(expand("{bcrypt}$2b$10${base64:53}", 1)));
  EXPECT_FALSE(is_password_hash("$ecret-Of-The-Day-2024!"));
  EXPECT_TRUE(is_colour("#a1b2c3"));
  EXPECT_FALSE(is_colour("#a1b2c3d4e5"));
}

TEST(Shapes, ReadTheTextBehindBase64) {
  EXPECT_EQ(meant_text("aGVsbG8gd29ybGQ="), "hello world");
  EXPECT_EQ(meant_text("password"), "password");
  const std::string drawn = expand("{base62:40}", 7);
  EXPECT_EQ(meant_text(drawn), drawn);
}

}  // namespace
}  // namespace codelake::secrets
