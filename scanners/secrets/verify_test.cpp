// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/verify.h"

#include "core/hash.h"
#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/rule/notation.h"

#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

struct Case {
  const char* check;
  const char* notation;
};

constexpr Case k_cases[] = {{"crc32-base62", "ghp_{from}{base62:30}{crc32_base62:6}"},
                            {"crc32-hex-suffix", "ATATT3{base62:170}{crc32_hex:8}"},
                            {"crc32-hex", "cfut_{from}{base62:40}{crc32_hex:8}"},
                            {"crc32-base36", "glpat-{base62:27}.01.ab{crc32_base36:7}"},
                            {"crc32le-base64", "cflt{from}{base64:54}{crc32_base64:6}"},
                            {"grafana", "glsa_{base62:32}{sum}_{crc32le_hex:8}"},
                            {"zuplo", "zpka_{from}{base36:32}{sum}_{crc32_hex:8}"},
                            {"bech32", "{age}"},
                            {"pypi", "{pypi}"}};

TEST(Verify, AcceptsARightChecksumAndFailsAWrongOne) {
  for (const Case& test : k_cases) {
    std::string token = expand(test.notation, 5);
    EXPECT_EQ(verify(test.check, token), Verification::verified) << test.check;
    const std::size_t at = std::string_view(test.check) == "pypi" ? 6 : token.size() / 2;
    token[at] = token[at] == 'Q' ? 'Z' : 'Q';
    EXPECT_EQ(verify(test.check, token), Verification::failed) << test.check;
    EXPECT_EQ(verify(test.check, ""), Verification::failed) << test.check;
  }
}

TEST(Verify, HasNothingToSayWithoutACheck) {
  EXPECT_EQ(verify("", "anything"), Verification::plausible);
  EXPECT_FALSE(is_check("magic"));
}

TEST(Verify, KnowsAccountsAnAwsKeyIdCannotHave) {
  EXPECT_EQ(verify("aws-key-id", expand("AKIA{aws_key_id}", 1)), Verification::plausible);
  EXPECT_EQ(verify("aws-key-id", std::string("AKIA") + std::string(16, '7')), Verification::failed);
  EXPECT_EQ(verify("aws-key-id", expand("AKIA{base32:9}EXAMPLE", 1)), Verification::failed);
}

std::string signed_token(const std::string& header, const std::string& payload, const std::string& key) {
  const std::string input = encode_base64(header, k_base64url) + "." + encode_base64(payload, k_base64url);
  std::string bytes;
  const std::string hex = hmac_sha256_hex(key, input);
  for (std::size_t i = 0; i < hex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return input + "." + encode_base64(bytes, k_base64url);
}

TEST(Verify, TellsATokenFromASampleAndFromNonsense) {
  const std::string header = R"({"alg":"HS256"})";
  EXPECT_EQ(verify("jwt", signed_token(header, R"({"sub":"1"})", "a real key")), Verification::plausible);
  EXPECT_EQ(verify("jwt", signed_token(header, R"({"sub":"1"})", "your-256-bit-secret")),
            Verification::failed);
  EXPECT_EQ(verify("jwt", signed_token(R"({"typ":"JWT"})", R"({"sub":"1"})", "k")), Verification::failed);
  EXPECT_EQ(verify("jwt", signed_token(header, "{broken", "k")), Verification::failed);
}

TEST(Verify, ChecksTheStructureOfAPrivateKey) {
  const std::string content = expand("{base62:200}", 1);
  const std::string der = std::string("\x30\x81\xC8", 3) + content;
  EXPECT_EQ(verify("pem", "\n" + encode_base64(der, k_base64) + "\n"), Verification::verified);
  EXPECT_EQ(verify("pem", "\\n" + encode_base64(der, k_base64) + "\\n"), Verification::verified);
  EXPECT_EQ(verify("pem", encode_base64(der + "more", k_base64)), Verification::failed);
  EXPECT_EQ(verify("pem", encode_base64("openssh-key-v1" + content, k_base64)), Verification::verified);
}

}  // namespace
}  // namespace codelake::secrets
