// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/public_values.h"

#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/rule/notation.h"

#include <gtest/gtest.h>

#include <string>

namespace codelake::secrets {
namespace {

using namespace std::string_literals;

std::string drawn_bytes(std::size_t count) {
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i) bytes += static_cast<char>((i * 131 + 77) % 256);
  return bytes;
}

std::string in_base64(const std::string& bytes) {
  std::string text = encode_base64(bytes, k_base64);
  while (text.size() % 4 != 0) text += '=';
  return text;
}

TEST(PublicValues, KnowPublicKeysByWhatTheirBytesBeginWith) {
  const std::string rsa = "\x30\x82\x01\x22\x30\x0D\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01"s;
  const std::string ed25519 = "\x30\x2A\x30\x05\x06\x03\x2B\x65\x70\x03\x21"s;
  const std::string certificate = "\x30\x82\x03\x0B\x30\x82\x01\xF3\xA0\x03\x02\x01\x02"s;
  EXPECT_TRUE(is_public_key(in_base64("Ed" + drawn_bytes(40)))) << "minisign";
  EXPECT_TRUE(is_public_key(in_base64("\0\0\0\x0Bssh-ed25519"s + drawn_bytes(36))));
  EXPECT_TRUE(is_public_key(in_base64(rsa + drawn_bytes(277))));
  EXPECT_TRUE(is_public_key(in_base64(ed25519 + drawn_bytes(33))));
  EXPECT_TRUE(is_public_key(in_base64(certificate + drawn_bytes(300))));
  const std::string private_rsa = "\x30\x82\x04\xBD\x02\x01\x00\x30\x0D\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01"s;
  EXPECT_FALSE(is_public_key(in_base64(private_rsa + drawn_bytes(300)))) << "a private key begins with a number";
  EXPECT_FALSE(is_public_key(in_base64(drawn_bytes(42))));
  EXPECT_FALSE(is_public_key("short"));
}

TEST(PublicValues, KnowFingerprintsByTheirCapitals) {
  EXPECT_TRUE(is_fingerprint(expand("{upper_hex:38}AF", 1)));
  EXPECT_FALSE(is_fingerprint(expand("{hex:38}af", 1)));
  EXPECT_FALSE(is_fingerprint(expand("{upper_hex:30}AF", 1)));
}

TEST(PublicValues, KnowNamesOfAlgorithms) {
  for (const char* name : {"HmacSHA512", "AES/CBC/PKCS5Padding", "hs256", "RSA-OAEP-256", "pbkdf2_sha256", "aes-256-gcm"}) {
    EXPECT_TRUE(is_algorithm(name)) << name;
  }
  for (const char* other : {"", "shadow", "256", "aes-256-gcm:x", "hmac key"}) EXPECT_FALSE(is_algorithm(other)) << other;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) EXPECT_FALSE(is_algorithm(expand("{base62:24}", seed)));
}

TEST(PublicValues, KnowNamesOfEncodingsAndCiphers) {
  for (const char* name : {"utf8", "UTF-16", "base64", "latin1", "ECDHE-PSK-AES128-CCM", "PSK-RC4-SHA"}) {
    EXPECT_TRUE(is_algorithm(name)) << name;
  }
  for (const char* name : {"utfall8", "basement64"}) EXPECT_FALSE(is_algorithm(name)) << name;
}

TEST(PublicValues, KnowModesOfFiles) {
  for (const char* mode : {"u=rwX,g=,o=", "a+x", "go-w"}) EXPECT_TRUE(is_file_mode(mode)) << mode;
  for (const char* other : {"user=root", "x", "a+b9"}) EXPECT_FALSE(is_file_mode(other)) << other;
}

TEST(PublicValues, KnowWordsOfOtherScripts) {
  EXPECT_TRUE(is_other_script("MQTT\xE5\xAF\x86\xE7\xA0\x81")) << "ideographs";
  EXPECT_TRUE(is_other_script("\xD0\xBF\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBB\xD1\x8C")) << "Cyrillic";
  EXPECT_FALSE(is_other_script("w57\xC3\xA4\xC3\xB6\xC3\xBCw4b")) << "a password may hold umlauts";
  EXPECT_FALSE(is_other_script("Winter2031!"));
}

TEST(PublicValues, KnowAUserWithAPassword) {
  EXPECT_TRUE(is_user_and_password("deploy:meadow-falcon"));
  for (const char* other : {"db.example.com:5432", "https://example.com", "12:30:meadow", "deploy:", "deploy: meadow"}) {
    EXPECT_FALSE(is_user_and_password(other)) << other;
  }
}

}  // namespace
}  // namespace codelake::secrets
