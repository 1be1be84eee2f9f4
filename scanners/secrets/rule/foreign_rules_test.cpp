// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/foreign_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

using testing::HasSubstr;

ForeignRules read(const std::string& text) {
  auto rules = read_foreign_rules(text, "own.toml");
  EXPECT_TRUE(rules) << rules.error().text();
  return rules ? std::move(*rules) : ForeignRules{};
}

std::string error_of(const std::string& text) {
  const auto rules = read_foreign_rules(text, "own.toml");
  return rules ? "" : rules.error().text();
}

const std::string k_rule =
    "[[rules]]\nid = \"a\"\ndescription = \"An A\"\nregex = '''a_([0-9]{4,9})'''\nentropy = 2.5\n";

TEST(ForeignRules, ReadARule) {
  const ForeignRules read_rules =
      read("title = \"x\"\n[extend]\nuseDefault = true\n" + k_rule + "keywords = [\"a_\"]\n");
  ASSERT_EQ(read_rules.rules.size(), 1U);
  const Rule& rule = read_rules.rules[0];
  EXPECT_EQ(rule.id, "a");
  EXPECT_EQ(rule.title, "An A");
  EXPECT_EQ(rule.pattern, "a_([0-9]{4,9})");
  EXPECT_EQ(rule.secret_group, 1U);
  EXPECT_DOUBLE_EQ(rule.entropy_min, 2.5);
}

TEST(ForeignRules, KeepToThePathAndLeaveOutWhatIsAllowed) {
  const ForeignRules rules = read(k_rule +
                                  "path = '''\\.env$'''\n[[rules.allowlists]]\nregexes = ['''^12''']\n"
                                  "[rules.allowlist]\nregexTarget = \"line\"\nregexes = ['''sample''']\n"
                                  "[allowlist]\nstopwords = [\"9999\"]\npaths = ['''^docs/''']\n");
  const Conditions& conditions = rules.conditions.at("a");
  const auto admitted = [&](std::string_view path, std::string_view secret, std::string_view line = "x") {
    return conditions.admit({path, secret, "a_", line});
  };
  EXPECT_TRUE(admitted("x/.env", "5678"));
  EXPECT_FALSE(admitted("x/main.py", "5678"));
  EXPECT_FALSE(admitted("docs/.env", "5678"));
  EXPECT_FALSE(admitted("x/.env", "1278"));
  EXPECT_FALSE(admitted("x/.env", "5699990"));
  EXPECT_FALSE(admitted("x/.env", "5678", "a sample"));
}

TEST(ForeignRules, AskForEveryConditionWhereTheListSaysSo) {
  const ForeignRules rules = read(
      k_rule + "[[rules.allowlists]]\ncondition = \"AND\"\nregexes = ['''^12''']\npaths = ['''^docs/''']\n");
  const Conditions& conditions = rules.conditions.at("a");
  EXPECT_TRUE(conditions.admit({"src/a", "1278", "", ""}));
  EXPECT_FALSE(conditions.admit({"docs/a", "1278", "", ""}));
}

TEST(ForeignRules, MayBeNothingButAListForTheRulesOfOthers) {
  const ForeignRules rules = read("[extend]\nuseDefault = true\n[allowlist]\npaths = ['docs/']\n");
  EXPECT_TRUE(rules.rules.empty());
  ASSERT_EQ(rules.everywhere.size(), 1U);
  EXPECT_TRUE(rules.everywhere[0].holds({"docs/a", "x", "x", "x"}));
  EXPECT_TRUE(read(k_rule + "[allowlist]\npaths = ['docs/']\n").everywhere.empty());
}

TEST(ForeignRules, AreDisabledAndAllowedByTheirIds) {
  EXPECT_TRUE(read("[extend]\nuseDefault = true\ndisabledRules = ['a', 'other']\n" + k_rule).rules.empty());
  const ForeignRules rules = read(k_rule + "[[allowlists]]\ntargetRules = ['b']\npaths = ['docs/']\n");
  EXPECT_TRUE(rules.conditions.at("a").admit({"docs/a", "1278", "", ""}));
}

TEST(ForeignRules, NameFilesByTheirPath) {
  const ForeignRules rules = read("[[rules]]\nid = 'a'\npath = '''\\.p12$'''\n");
  ASSERT_EQ(rules.file_rules.size(), 1U);
  EXPECT_TRUE(rules.rules.empty());
  EXPECT_TRUE(rules.conditions.at("a").admit({"x/a.p12", "", "", ""}));
  EXPECT_FALSE(rules.conditions.at("a").admit({"x/a.pem", "", "", ""}));
}

TEST(ForeignRules, NameWhatIsNotSupported) {
  EXPECT_THAT(error_of(k_rule + "skipReport = true\n"),
              HasSubstr("own.toml:6: the key 'skipReport' is not supported"));
  EXPECT_THAT(error_of("[[rules]]\nid = \"a\"\n"), HasSubstr("has neither 'regex' nor 'path'"));
  EXPECT_THAT(error_of("[extend]\npath = \"other.toml\"\n" + k_rule),
              HasSubstr("'extend.path' is not supported"));
  EXPECT_THAT(error_of(k_rule + "[allowlist]\npaths = ['''(''']\n"), HasSubstr("own.toml:"));
  EXPECT_FALSE(error_of("rules = 3").empty());
  EXPECT_FALSE(error_of("[[rules").empty());
}

}  // namespace
}  // namespace codelake::secrets
