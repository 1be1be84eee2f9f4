// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/verifiers/private_key.h"

#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/rule/notation.h"

#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

using namespace std::string_literals;
using enum Verification;

// A value in DER with its tag and length.
std::string value(char tag, const std::string& content) {
  std::string size(1, static_cast<char>(content.size()));
  if (content.size() > 0x7F)
    size = "\x82"s + static_cast<char>(content.size() >> 8U) + static_cast<char>(content.size() & 0xFFU);
  return tag + size + content;
}

std::string integer(const std::string& bytes) {
  return value('\x02', bytes);
}

// A key with the primes 11 and 13; `modulus` should be 143.
std::string rsa_fields(char modulus) {
  return integer("\0"s) + integer(std::string(1, '\0') + modulus) + integer("\x07") + integer("\x67") +
         integer("\x0B") + integer("\x0D") + integer("\x03") + integer("\x07") + integer("\x06");
}

std::string pem(const std::string& der) {
  return "-----BEGIN PRIVATE KEY-----\n" + encode_base64(der, k_base64) + "\n-----END PRIVATE KEY-----\n";
}

TEST(PrivateKey, MultipliesThePrimesOfAnRsaKey) {
  EXPECT_EQ(verify_private_key(pem(value('\x30', rsa_fields('\x8F')))), verified);
  EXPECT_EQ(verify_private_key(pem(value('\x30', rsa_fields('\x8E')))), failed);
}

TEST(PrivateKey, LooksIntoPkcs8) {
  const std::string algorithm =
      value('\x30', value('\x06', "\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01") + "\x05\0"s);
  const std::string inner = value('\x30', rsa_fields('\x8F'));
  EXPECT_EQ(verify_private_key(pem(value('\x30', integer("\0"s) + algorithm + value('\x04', inner)))),
            verified);
  const std::string curve = value('\x30', value('\x06', "\x2B\x65\x70"));
  const std::string scalar = value('\x04', value('\x04', std::string(32, 'k')));
  EXPECT_EQ(verify_private_key(pem(value('\x30', integer("\0"s) + curve + scalar))), plausible);
  EXPECT_EQ(verify_private_key(pem(value('\x30', integer("\0"s) + curve))), failed);
}

TEST(PrivateKey, FailsWhatIsCutOffOrPadded) {
  const std::string der = value('\x30', rsa_fields('\x8F'));
  EXPECT_EQ(verify_private_key(pem(der.substr(0, der.size() - 1))), failed);
  EXPECT_EQ(verify_private_key(pem(der + "more")), failed);
  EXPECT_EQ(verify_private_key("-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----"), failed);
  EXPECT_EQ(verify_private_key("-----BEGIN "), failed);
}

TEST(PrivateKey, ReadsAKeyOnACurveHoweverItIsWritten) {
  EXPECT_EQ(verify_private_key("-----BEGIN EC PRIVATE KEY-----\n" + expand("{pem}", 1)), plausible);
  EXPECT_EQ(verify_private_key(expand("\\n{pem_escaped}", 1)), plausible);
}

std::string text(const std::string& bytes) {
  return "\0\0"s + static_cast<char>(bytes.size() >> 8U) + static_cast<char>(bytes.size() & 0xFFU) + bytes;
}

std::string openssh(const std::string& cipher, const std::string& checks) {
  const std::string head =
      "openssh-key-v1\0"s + text(cipher) + text(cipher == "none" ? "none" : "bcrypt") + text("");
  return pem(head + "\0\0\0\1"s + text("public") + text(checks + "rest of the key"));
}

TEST(PrivateKey, ComparesTheCheckNumbersOfOpenssh) {
  EXPECT_EQ(verify_private_key(openssh("none", "abcdabcd")), verified);
  EXPECT_EQ(verify_private_key(openssh("none", "abcdabce")), failed);
  EXPECT_EQ(verify_private_key(openssh("aes256-ctr", "whatever")), plausible);
  EXPECT_EQ(verify_private_key(pem("openssh-key-v1\0\0\0\0\xFFnone"s)), failed);
}

TEST(PrivateKey, SaysNothingOfAnEncryptedKey) {
  EXPECT_EQ(verify_private_key("Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA"), plausible);
  const std::string encrypted = value('\x30', value('\x30', "scheme") + value('\x04', std::string(48, 'e')));
  EXPECT_EQ(verify_private_key(pem(encrypted)), plausible);
}

}  // namespace
}  // namespace codelake::secrets
