// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/noise.h"

#include "core/file_type.h"
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
