// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/shapes.h"

#include "core/hash.h"
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
  EXPECT_TRUE(is_name_of_key_id("private_key_id"));
  EXPECT_FALSE(is_name_of_key_id("secret_id"));
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

TEST(Shapes, KnowVersionsAndTextsSaidTwice) {
  for (const char* version : {"1.6.23", "v2.0.1-rc.1", "^1.6.23(22e2e61d", "10.0.26100+x"}) EXPECT_TRUE(is_versioned(version)) << version;
  for (const char* other : {"1.6", "1.6.x", "v1", "1.6.23kqx7", "123456.1.2", ""}) EXPECT_FALSE(is_versioned(other)) << other;
  EXPECT_TRUE(nearly_repeats("begin6798:0begim6798:0"));
  EXPECT_TRUE(nearly_repeats("crwdns12268:0crwdne12268:0"));
  EXPECT_FALSE(nearly_repeats("short1short1"));
  EXPECT_FALSE(nearly_repeats("kqx7RtZwv9P2mLd4Hb6n"));
}

TEST(Shapes, KnowWhatCountsAndRepeats) {
  EXPECT_TRUE(is_counted("Abc123Def456"));
  EXPECT_TRUE(is_counted("abCDefGH123"));
  EXPECT_FALSE(is_counted("Winter2031!"));
  EXPECT_TRUE(holds_count("kQzR12345tWm"));
  EXPECT_FALSE(holds_count("a1b2345fe0d9c8"));  // of sixteen digits that is likely
  EXPECT_EQ(longest_repeat("xyz121212121212", 2), 12U);
  EXPECT_EQ(longest_repeat("xyzabcd", 2), 0U);
  EXPECT_EQ(longest_repeat("", 2), 0U);
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    EXPECT_FALSE(is_counted(expand("{base62:20}", seed)));
    EXPECT_FALSE(holds_count(expand("{base62:40}", seed)));
    EXPECT_EQ(longest_repeat(expand("{hex:64}", seed), 4) >= 12, false);
  }
}

TEST(Shapes, ReadListsOfBytes) {
  EXPECT_EQ(listed_bytes("65, 0x42,\n  (byte) 0x43, 68u, 69 as u8,"), "ABCDE");
  EXPECT_EQ(listed_bytes("-1, 1"), std::string("\xFF\x01"));
  EXPECT_FALSE(listed_bytes("1, 256"));
  EXPECT_FALSE(listed_bytes("1, , 2"));
  EXPECT_FALSE(listed_bytes("1, x"));
  EXPECT_FALSE(listed_bytes("0x, 1"));
  EXPECT_EQ(listed_bytes(""), "");
}

TEST(Shapes, TellDrawnBytesFromTablesAndTexts) {
  EXPECT_TRUE(are_drawn_bytes("\x9e\x13\x77\xc4\x02\xfb\x68\x3d\xa1\x50"));
  EXPECT_FALSE(are_drawn_bytes("\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a"));
  EXPECT_FALSE(are_drawn_bytes(std::string(32, '\0')));
  EXPECT_FALSE(are_drawn_bytes("a plain text"));
  EXPECT_FALSE(are_drawn_bytes("\x9e\x13\x77"));
}

std::string token_saying(const std::string& claims, const std::string& secret = "of a server") {
  const auto part = [](const std::string& text) { return encode_base64(text, k_base64url); };
  const std::string said = part(R"({"alg":"HS256"})") + "." + part(claims);
  return said + "." + part(bytes_of_hex(hmac_sha256_hex(secret, said)));
}

TEST(Shapes, KnowTheTokenThatDocumentationPrints) {
  const std::string claims = R"({"sub":"1234567890","name":"A"})";
  EXPECT_TRUE(is_demonstration_token(token_saying(claims, "your-256-bit-secret")));
  EXPECT_FALSE(is_demonstration_token(token_saying(claims)));
  // Somebody's own, though anybody can make it.
  EXPECT_FALSE(is_demonstration_token(token_saying(R"({"sub":"shop"})", "your-256-bit-secret")));
  EXPECT_FALSE(is_demonstration_token(token_saying(R"({"sub":"1234567890","iss":"shop"})", "your-256-bit-secret")));
}

TEST(Shapes, KnowTokensThatAreGoodForMinutes) {
  EXPECT_TRUE(is_passing_token(token_saying(R"({"nbf":1700000000,"exp":1700000300})")));
  EXPECT_TRUE(is_passing_token(token_saying(R"({"iat":1700000000,"exp":1700000300})")));
  EXPECT_FALSE(is_passing_token(token_saying(R"({"iat":1700000000,"exp":1700086400})")));
  EXPECT_FALSE(is_passing_token(token_saying(R"({"exp":1700000300})")));
  EXPECT_FALSE(is_passing_token("eyJ.x"));
  EXPECT_FALSE(is_passing_token(""));
}

TEST(Shapes, ReadTheTextBehindBase64) {
  EXPECT_EQ(meant_text("aGVsbG8gd29ybGQ="), "hello world");
  EXPECT_EQ(meant_text("password"), "password");
  const std::string drawn = expand("{base62:40}", 7);
  EXPECT_EQ(meant_text(drawn), drawn);
}

}  // namespace
}  // namespace codelake::secrets
