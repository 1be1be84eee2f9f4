// SPDX-License-Identifier: Apache-2.0
// Each family of verifiers with values that are made right, and the same broken.
#include "core/hash.h"
#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/rule/marvin.h"
#include "scanners/secrets/rule/notation.h"
#include "scanners/secrets/verifiers/verifier.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace codelake::secrets {
namespace {

using enum Verification;

Verification verify(std::string_view name, std::string_view secret) {
  static const std::vector<Verifier> verifiers = all_verifiers();
  const auto found =
      std::find_if(verifiers.begin(), verifiers.end(), [&](const Verifier& v) { return v.name == name; });
  EXPECT_NE(found, verifiers.end()) << name;
  return found == verifiers.end() ? failed : found->check(secret);
}

struct Case {
  const char* name;
  const char* notation;
};

// Kinds that carry a checksum: one wrong character anywhere is seen.
constexpr Case k_summed[] = {{"github", "ghp_{from}{base62:30}{crc32_base62:6}"},
                             {"github", "npm_{from}{base62:30}{crc32_base62:6}"},
                             {"atlassian", "ATATT3{base62:170}{crc32_hex:8}"},
                             {"cloudflare", "cfut_{from}{base62:40}{crc32_hex:8}"},
                             {"gitlab", "glpat-{base62:27}.01.ab{crc32_base36:7}"},
                             {"confluent", "cflt{from}{base64:54}{crc32_base64:6}"},
                             {"grafana", "glsa_{base62:32}{sum}_{crc32le_hex:8}"},
                             {"zuplo", "zpka_{from}{base36:32}{sum}_{crc32_hex:8}"},
                             {"age", "{age}"},
                             {"bitcoin", "{wif}"},
                             {"bitcoin", "{xprv}"},
                             {"stellar", "{stellar}"},
                             {"nats", "{nkey}"},
                             {"azure-devops", "{azure_devops_token}"},
                             {"azure-key", "{azure_key}"},
                             {"azure-annotated-key", "{azure_annotated_key}"}};

TEST(Verifiers, AcceptARightChecksumAndFailAWrongOne) {
  for (const Case& test : k_summed) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      std::string token = expand(test.notation, seed);
      EXPECT_EQ(verify(test.name, token), verified) << test.name << " " << token;
      const std::size_t at = token.size() / 2 + seed % 5;
      token[at] = token[at] == 'Q' ? 'Z' : 'Q';
      EXPECT_EQ(verify(test.name, token), failed) << test.name << " " << token;
    }
  }
}

struct Form {
  const char* name;
  const char* right;
  const char* wrong;
};

// Kinds of which only the form can be looked at.
constexpr Form k_forms[] = {
    {"anthropic", "sk-ant-api03-{base64url:93}AA", "sk-ant-api03-{base62:93}ZZ"},
    {"atlassian-data-center", "BBDC-{from}{nonzero:1}{digit:11}:{base62:20}{as_base64}", "BBDC-{base62:44}"},
    {"atlassian-data-center", "{from}{nonzero:1}{digit:11}:{base62:20}{as_base64}",
     "{from}17:{base62:30}{as_base64}"},
    {"aws-key", "AKIA{aws_key_id}", "AKIA{base32:9}EXAMPLE"},
    {"databricks", "dapi{hex:32}", "dapi12121212121212121212121212121212"},
    {"discord", "{from}{nonzero:1}{digit:17}{as_base64}.{base62:6}.{base62:38}",
     "MT{base62:22}.{base62:6}.{base62:38}"},
    {"entra", "{base62:3}7Q~{base62:31}", "{base62:40}"},
    {"fly", "fm2_lJPE{base64:160}", "fm2_AAAA{base64:160}"},
    {"grafana-cloud", R"(glc_{from}{"o":"1","n":"ci","k":"{base62:24}"}{as_base64})",
     "glc_{from}{\"o\":\"1\"}{as_base64}"},
    {"grafana-cloud", R"({from}{"k":"{base62:24}","n":"ci","id":1}{as_base64})", "eyJrIjoi{base62:60}"},
    {"mnemonic", "{mnemonic}", "{word} {word} {word} {word}"},
    {"openai", "sk-proj-{base62:74}T3BlbkFJ{base62:74}", "sk-proj-{base62:74}T3BlbkFJ{base62:30}"},
    {"sendgrid", "SG.{base62:21}A.{base62:42}A", "SG.{base62:21}B.{base62:42}A"},
    {"sentry", R"(sntrys_{from}{"iat":17,"url":"u","org":"shop"}{as_base64}_{base62:43})",
     "sntrys_eyJ{base62:99}_{base62:43}"},
    {"slack", "xoxb-{nonzero:1}{digit:11}-{nonzero:1}{digit:12}-{base62:24}",
     "xoxb-111111111111-{nonzero:1}{digit:12}-{base62:24}"},
    {"slack", "xapp-1-A{upper_alnum:10}-{nonzero:1}{digit:12}-{hex:64}",
     "xapp-1-A{upper_alnum:10}-0123456789012-{hex:64}"},
    {"stripe", "sk_live_{base62:24}", "sk_live_{base62:60}"},
    {"stripe", "sk_live_5{base62:98}", "sk_live_{base62:9}"},
    {"telegram", "{nonzero:1}{digit:9}:AA{base62:33}", "0{digit:9}:AA{base62:33}"}};

TEST(Verifiers, TellAFormFromAnother) {
  for (const Form& form : k_forms) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      EXPECT_EQ(verify(form.name, expand(form.right, seed)), plausible)
          << form.name << " " << expand(form.right, seed);
      EXPECT_EQ(verify(form.name, expand(form.wrong, seed)), failed)
          << form.name << " " << expand(form.wrong, seed);
    }
  }
}

TEST(Verifiers, KnowTheMacaroonOfPypi) {
  std::string token = expand("{pypi}", 5);
  EXPECT_EQ(verify("pypi", token), verified);
  token[6] = 'Q';
  EXPECT_EQ(verify("pypi", token), failed);
}

TEST(Verifiers, KnowAccountsAnAwsKeyIdCannotHave) {
  EXPECT_EQ(verify("aws-key", std::string("AKIA") + std::string(16, '7')), failed);
}

TEST(Verifiers, CheckTheEndOfASecretOfEntra) {
  const std::string alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
  const std::string body = expand("{base62:3}8Q~{base62:31}", 3);
  const std::string sum = in_base(marvin32(body, "AadPwd00"), alphabet, 6).substr(0, 3);
  EXPECT_EQ(verify("entra", body + sum), verified);
  EXPECT_EQ(verify("entra", body + (sum == "abc" ? "abd" : "abc")), failed);
}

std::string signed_token(const std::string& header, const std::string& payload, const std::string& key) {
  const std::string input = encode_base64(header, k_base64url) + "." + encode_base64(payload, k_base64url);
  return input + "." + encode_base64(bytes_of_hex(hmac_sha256_hex(key, input)), k_base64url);
}

TEST(Verifiers, TellAWebTokenFromASampleAndFromNonsense) {
  const std::string header = R"({"alg":"HS256"})";
  EXPECT_EQ(verify("jwt", signed_token(header, R"({"sub":"1"})", "a real key")), plausible);
  EXPECT_EQ(verify("jwt", signed_token(header, R"({"sub":"1"})", "your-256-bit-secret")), failed);
  EXPECT_EQ(verify("jwt", signed_token(R"({"typ":"JWT"})", R"({"sub":"1"})", "k")), failed);
  EXPECT_EQ(verify("jwt", signed_token(header, "{broken", "k")), failed);
}

TEST(Verifiers, LookIntoAServiceAccount) {
  const auto account = [](const std::string& key) {
    return R"({"type":"service_account","private_key_id":")" + expand("{hex:40}", 1) +
           R"(","client_email":"a@b.example","private_key":"-----BEGIN PRIVATE KEY-----\n)" + key +
           R"(-----END PRIVATE KEY-----\n"})";
  };
  EXPECT_EQ(verify("google-service-account", account(expand("{pem_escaped}", 1))), plausible);
  EXPECT_EQ(verify("google-service-account", account("AAAA")), failed);
  EXPECT_EQ(verify("google-service-account", R"({"type":"user"})"), failed);
}

TEST(Verifiers, ReadTheNumbersOfAPuttyKey) {
  const std::string key = expand("AAAAIA{base64:42}\nAAAAIA{base64:42}", 1);
  EXPECT_EQ(verify("putty", key + "\nPrivate"), verified);
  EXPECT_EQ(verify("putty", key.substr(0, 80)), failed);
}

TEST(Verifiers, HaveDifferentNamesAndSurviveAnyText) {
  std::set<std::string_view> names;
  for (const Verifier& verifier : all_verifiers()) {
    EXPECT_TRUE(names.insert(verifier.name).second) << verifier.name;
    for (const std::string& text :
         {std::string(), std::string("-"), std::string("."), std::string("_"), std::string(":"),
          std::string("eyJ"), std::string(5, '\0'), std::string(70'000, 'A'), std::string(70'000, '1'),
          std::string(70'000, ' '), std::string(70'000, '\xFF')}) {
      EXPECT_NE(verifier.check(text), verified) << verifier.name;
    }
  }
  EXPECT_GE(names.size(), 25U);
}

}  // namespace
}  // namespace codelake::secrets
