// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/noise.h"

#include "core/file_type.h"
#include "core/hash.h"
#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/rule/notation.h"

#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

// Judges "NAME = VALUE" as a match of a rule with this filter.
class Noise : public testing::Test {
 protected:
  bool is_secret(Filter filter, const std::string& name, const std::string& value,
                 const std::string& path = "app.py") {
    m_rule.provider = "generic";
    m_rule.filter = filter;
    const std::string before = name + " = \"";
    FileInfo info;
    info.path = path;
    info.language = language_of_path(path);
    const SourceFile file(info, before + value + "\"\n", {});
    return !is_noise(
        file, {&m_rule, 0, before.size() + value.size() + 1, before.size(), before.size() + value.size()});
  }

  Rule m_rule;
};

TEST_F(Noise, BelievesPasswordsPeopleChoose) {
  for (const char* password : {"Winter2031!", "r1ver-B0at_77", "correct-horse-battery-staple-42",
                               "7731-maple-otter-208", "Tr0ub4dor&3", "violet.Anchor#19", "k3ttle&Spoon"}) {
    EXPECT_TRUE(is_secret(Filter::password, "db_password", password)) << password;
  }
}

TEST_F(Noise, LeavesOutWhatStandsInThePlaceOfAPassword) {
  for (const char* value : {"password", "userPassword", "Enter your password", "password_reset_confirm",
                            "changeit", "hidden", "org.example.Password", "forgot-password",
                            "$2b$10$abcdefghijklmnopqrstuv", "{{ password }}", "<password>", "%s", "text"}) {
    EXPECT_FALSE(is_secret(Filter::password, "db_password", value)) << value;
  }
}

TEST_F(Noise, BelievesDrawnTokensAndNoDigestUnderABareName) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    EXPECT_TRUE(is_secret(Filter::random, "client_secret", expand("{base62:32}", seed)));
    EXPECT_TRUE(is_secret(Filter::random, "client_secret", expand("{hex:64}", seed)));
    EXPECT_FALSE(is_secret(Filter::random, "token", expand("{hex:40}", seed)));
    EXPECT_FALSE(is_secret(Filter::random, "token", expand("{uuid}", seed)));
    EXPECT_FALSE(is_secret(Filter::random, "public_key", expand("{base62:32}", seed)));
  }
}

TEST_F(Noise, KnowsWhatOnlyStandsInForAToken) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    EXPECT_FALSE(is_secret(Filter::random, "client_secret", expand("{base62:20}12345{base62:3}", seed)));
    EXPECT_FALSE(is_secret(Filter::random, "client_secret", expand("{base62:10}123123123123123", seed)));
    EXPECT_FALSE(is_secret(Filter::random, "client_secret", expand("{base62:14}...", seed)));
    EXPECT_FALSE(is_secret(Filter::random, "signing_key_id", expand("{hex:40}", seed)));
    EXPECT_FALSE(is_secret(Filter::random, "mock_secret", expand("{base62:32}", seed)));
    EXPECT_TRUE(is_secret(Filter::random, "mock.client_secret", expand("{base62:32}", seed)));
    // Part of a long token may be empty: zeros in base64.
    EXPECT_TRUE(is_secret(Filter::random, "client_secret", expand("{base62:16}AAAAAAAA{base62:32}", seed)));
  }
  EXPECT_FALSE(is_secret(Filter::random, "client_secret", "b3BlUTA="));
}

TEST_F(Noise, BelievesAnAddressWithoutQuotes) {
  m_rule.provider = "generic";
  m_rule.filter = Filter::password;
  const std::string text = "\\connect postgres://app:" + expand("{base62:16}", 3) + "@db.example.com/shop";
  FileInfo info;
  info.path = "load.sql";
  info.language = language_of_path(info.path);
  const std::size_t begin = text.find("app:") + 4;
  const std::size_t end = text.find('@');
  EXPECT_FALSE(is_noise(SourceFile(info, text, {}), {&m_rule, text.find("://"), end, begin, end}));
}

TEST_F(Noise, LeavesOutAPrivateKeyInAFileThatSaysItIsNone) {
  m_rule.provider = "private-key";
  m_rule.filter = Filter::provider;
  const std::string key = expand("{base64:200}", 4);
  for (const auto& [path, noise] : {std::pair("tls/dummy.key", true), {"tls/stub_server.pem", true}, {"tls/server.pem", false}}) {
    FileInfo info;
    info.path = path;
    EXPECT_EQ(is_noise(SourceFile(info, key, {}), {&m_rule, 0, key.size(), 0, key.size()}), noise) << path;
  }
}

TEST_F(Noise, KnowsThePrintedTokenInAStoreToo) {
  const auto stored_token = [](const std::string& secret) {
    const std::string said = encode_base64(R"({"alg":"HS256"})", k_base64url) + "." +
                             encode_base64(R"({"sub":"1234567890","name":"A"})", k_base64url);
    const std::string signature = bytes_of_hex(hmac_sha256_hex(secret, said));
    std::string text = encode_base64(said + "." + encode_base64(signature, k_base64url), k_base64);
    while (text.size() % 4 != 0) text += '=';
    return text;
  };
  EXPECT_FALSE(is_secret(Filter::stored, "token", stored_token("your-256-bit-secret"), "secret.yaml"));
  EXPECT_TRUE(is_secret(Filter::stored, "token", stored_token("of a server"), "secret.yaml"));
}

TEST_F(Noise, TakesAPassingTokenInALinkForNone) {
  m_rule.provider = "jwt";
  m_rule.filter = Filter::provider;
  const auto part = [](const std::string& text) { return encode_base64(text, k_base64url); };
  const std::string token = part(R"({"alg":"HS256"})") + "." + part(R"({"nbf":1700000000,"exp":1700000300})") + "." +
                            expand("{base64url:43}", 5);
  for (const auto& [before, noise] : {std::pair(std::string("https://example.com/a.png?jwt="), true), {"token: ", false}}) {
    const std::string text = before + token;
    EXPECT_EQ(is_noise(SourceFile({}, text, {}), {&m_rule, before.size(), text.size(), before.size(), text.size()}), noise);
  }
}

TEST_F(Noise, LeavesOutWhatIsPublicByItsFormOrItsName) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    EXPECT_FALSE(is_secret(Filter::random, "packages_apt_key", expand("{upper_hex:38}AF", seed)));
    EXPECT_TRUE(is_secret(Filter::random, "payment_api_key", expand("{upper_hex:38}AF", seed)));
    EXPECT_FALSE(is_secret(Filter::random, "signingKeyId", expand("{hex:32}", seed)));
    EXPECT_FALSE(is_secret(Filter::random, "encrypted_key", expand("{base64:43}=", seed)));
    EXPECT_TRUE(is_secret(Filter::random, "encryption_key", expand("{base64:43}=", seed)));
  }
  EXPECT_FALSE(is_secret(Filter::random, "secretKey", "HmacSHA512"));
  EXPECT_FALSE(is_secret(Filter::random, "secret_mode", "u=rwX,g=,o="));
  EXPECT_FALSE(is_secret(Filter::password, "passdb_backend", "tdqsmw7"));
  EXPECT_FALSE(is_secret(Filter::random, "bootstrap-secret-key", "LwX2-Geheimschl\xC3\xBCssel"));
  EXPECT_FALSE(is_secret(Filter::password, "bind_password", "kq7!RtZw@Todo"));
  EXPECT_FALSE(is_secret(Filter::random, "slackToken", "xqzv-123123123"));
  EXPECT_FALSE(is_secret(Filter::password, "PasswordResetByMail", "pm-6071-password-reset-by-mail"));
  EXPECT_TRUE(is_secret(Filter::password, "PasswordResetByMail", "pm-6071-kqx7RtZw"));
  EXPECT_FALSE(is_secret(Filter::random, "wrapped_key", "mq5xz7w.pdf"));
  EXPECT_TRUE(is_secret(Filter::random, "wrapped_key", expand("{base62:24}", 6)));
}

TEST_F(Noise, TakesAQuoteRightBehindANameForTheEndOfAText) {
  m_rule.provider = "generic";
  m_rule.filter = Filter::password;
  const std::string text = "if (type === \"password\"===g7||d.Tm&&\"x";
  FileInfo info;
  info.path = "app.js";
  const std::size_t name = text.find("password");
  const std::size_t begin = name + 9;
  const std::size_t end = text.rfind('"');
  EXPECT_TRUE(is_noise(SourceFile(info, text, {}), {&m_rule, name, end + 1, begin, end}));
}

TEST_F(Noise, TakesWhatATemplateRunsForCode) {
  m_rule.provider = "generic";
  m_rule.filter = Filter::password;
  for (const auto& [text, noise] :
       {std::pair(std::string("{{- $password = kqx7RtZw9 ($given) }}"), true), {"x: {{ 1 }}, $password = kqx7RtZw9", false},
        {"{{ secret (list $password) \"kqx7RtZw9\" }}", true}}) {
    FileInfo info;
    info.path = "values.yaml";
    const std::size_t name = text.find("password");
    const std::size_t begin = text.find("kqx");
    EXPECT_EQ(is_noise(SourceFile(info, text, {}), {&m_rule, name, begin + 9, begin, begin + 9}), noise) << text;
  }
}

TEST_F(Noise, TakesWordsForAPasswordWhereASecretStoresThem) {
  const auto stored = [](const std::string& text) {
    std::string value = encode_base64(text, k_base64);
    while (value.size() % 4 != 0) value += '=';
    return value;
  };
  EXPECT_TRUE(is_secret(Filter::stored, "password", stored("mypassword"), "secret.yaml"));
  EXPECT_TRUE(is_secret(Filter::stored, "extra", stored("admin:meadow"), "secret.yaml"));
  EXPECT_FALSE(is_secret(Filter::stored, "password", "mypassword", "secret.yaml")) << "plain words stand for others";
  EXPECT_FALSE(is_secret(Filter::stored, "password", stored("mypassword"), "secrets.md"));
  EXPECT_FALSE(is_secret(Filter::stored, "password", stored("changeme"), "secret.yaml"));
  EXPECT_FALSE(is_secret(Filter::stored, "token", stored("this is how it is done here"), "secret.yaml"));
  EXPECT_FALSE(is_secret(Filter::stored, "stage", stored("admin"), "secret.yaml"));
}

TEST_F(Noise, LeavesOutAPrivateKeyWithoutABody) {
  m_rule.provider = "private-key";
  m_rule.filter = Filter::provider;
  for (const auto& [key, noise] :
       {std::pair(expand("{base64:80}...{base64:80}", 5), true), {std::string("\");\n  device.setName(\"first\");\n  device.save();"), true}, {expand("{base64:200}", 4), false}}) {
    EXPECT_EQ(is_noise(SourceFile({}, key, {}), {&m_rule, 0, key.size(), 0, key.size()}), noise);
  }
}

TEST_F(Noise, LeavesOutTheIdOfTheKeyALinkIsSignedWith) {
  m_rule.provider = "aws";
  m_rule.filter = Filter::provider;
  for (const auto& [before, noise] : {std::pair(std::string("?X-Amz-Credential="), true), {"aws_access_key_id = ", false}}) {
    const std::string text = before + expand("{aws_key_id}", 3);
    EXPECT_EQ(is_noise(SourceFile({}, text, {}), {&m_rule, before.size(), text.size(), before.size(), text.size()}), noise);
  }
}

TEST_F(Noise, TakesCodeForCode) {
  m_rule.provider = "generic";
  m_rule.filter = Filter::password;
  const std::string text = "password = xkqzvwpt;";
  FileInfo info;
  info.path = "app.c";
  info.language = "c";
  EXPECT_TRUE(is_noise(SourceFile(info, text, {}), {&m_rule, 0, 19, 11, 19}));
}

TEST_F(Noise, LeavesOutTheTextsOfAnInterface) {
  EXPECT_FALSE(is_secret(Filter::password, "password", "Jelszav\xC3\xA1t", "src/i18n/hu.json"));
}

TEST_F(Noise, LeavesOutWordsInAProgramThatWasMadeSmall) {
  m_rule.provider = "generic";
  m_rule.filter = Filter::password;
  const auto found = [&](const std::string& value, std::size_t line) {
    const std::string before = std::string(line, 'x') + ";var t={password:\"";
    FileInfo info;
    info.path = "app.js";
    info.language = "javascript";
    const std::string text = before + value + "\"};\n";
    const std::size_t begin = before.find("password");
    return !is_noise(SourceFile(info, text, {}),
                     {&m_rule, begin, before.size() + value.size() + 1, before.size(), before.size() + value.size()});
  };
  EXPECT_FALSE(found("Wachtwoord wijzigen", 500));
  EXPECT_FALSE(found("Ha\xC5\x82zlo", 500));
  EXPECT_TRUE(found("kqx7RtZw!92", 500));
  EXPECT_FALSE(is_secret(Filter::random, "client-key", "LwM2M-Zugangswort", "assets/locale/de.json"));
  EXPECT_FALSE(is_secret(Filter::password, "password", "getPassword.call(that", "app.map"));
}

TEST_F(Noise, LeavesOutPatternsThatValuesAreMatchedWith) {
  EXPECT_FALSE(is_secret(Filter::random, "token", "%[a-f0-9]{2}"));
  EXPECT_FALSE(is_secret(Filter::password, "password", "^(?:[A-Z]{2}7q)+$"));
  EXPECT_TRUE(is_secret(Filter::password, "password", "kQ[7w(z!92"));
}

TEST_F(Noise, LeavesOutKeysThatFindAnEntry) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    for (const char* name : {"cacheKey", "primary_key", "partition-key"})
      EXPECT_FALSE(is_secret(Filter::random, name, expand("{hex:64}", seed))) << name;
    EXPECT_FALSE(is_secret(Filter::random, "key", expand("group_65b25a5{hex:6}", seed)));
    EXPECT_TRUE(is_secret(Filter::random, "payment_key", expand("group_65b25a5{hex:6}{base62:9}", seed)));
    EXPECT_FALSE(is_secret(Filter::random, "keyids", expand("{hex:64}", seed)));
  }
  EXPECT_TRUE(is_secret(Filter::password, "cache_password", "kqx7RtZw!92"));
  EXPECT_TRUE(is_secret(Filter::random, "hash_salt", expand("{base62:32}", 3)));
}

TEST_F(Noise, LeavesOutWhatSignsALinkThatPasses) {
  m_rule.provider = "generic";
  m_rule.filter = Filter::random;
  const auto found = [&](const std::string& before) {
    const std::string text = before + expand("{base62:32}", 5) + "\n";
    FileInfo info;
    info.path = "data.txt";
    const std::size_t begin = before.rfind("token=");
    return !is_noise(SourceFile(info, text, {}), {&m_rule, begin, text.size() - 1, before.size(), text.size() - 1});
  };
  EXPECT_FALSE(found("https://img.example.com/a.png?e=1760000000&token="));
  EXPECT_FALSE(found("https://img.example.com/a.png?x=1&Expires=1760000000&token="));
  EXPECT_TRUE(found("https://img.example.com/a.png?size=1760000000&token="));
  EXPECT_TRUE(found("https://img.example.com/a.png?e=17600&token="));
  EXPECT_TRUE(found("e=1760000000&token="));
}

TEST_F(Noise, SaysWhy) {
  m_rule.provider = "generic";
  m_rule.filter = Filter::password;
  const std::string text = "db_password = \"kqx7RtZw\"";
  FileInfo info;
  info.path = "settings.conf";
  const std::string reasons = why_secret(SourceFile(info, text, {}), {&m_rule, 3, 24, 15, 23});
  EXPECT_NE(reasons.find("its "), std::string::npos) << reasons;
  EXPECT_EQ(reasons.find("kqx7"), std::string::npos) << reasons;
}

}  // namespace
}  // namespace codelake::secrets
