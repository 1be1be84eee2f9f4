// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/rule_file.h"

#include "scanners/secrets/rule/rule_pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

using testing::HasSubstr;

const std::string k_rule = R"(provider: shop
rules:
  - id: own.shop.token
    title: Shop token
    message: A shop token orders goods.
    help: Revoke it.
    severity: high
    confidence: medium
    cwe: [798, 259]
    pattern: 'shop_[0-9a-f]{32}'
    entropy: 3.5
    examples:
      - 'shop_{hex:32}'
    counterexamples:
      - path: .env
        text: 'shop_{hex:5}'
)";

std::string error_of(const std::string& text) {
  const auto rules = read_rule_file(text, "shop.yaml");
  return rules ? "no error" : rules.error().text();
}

TEST(RuleFile, ReadsEveryKey) {
  const auto rules = read_rule_file(k_rule, "shop.yaml");
  ASSERT_TRUE(rules) << rules.error().text();
  ASSERT_EQ(rules->size(), 1U);
  const Rule& rule = rules->front();
  EXPECT_EQ(rule.id, "own.shop.token");
  EXPECT_EQ(rule.provider, "shop");
  EXPECT_EQ(rule.severity, Severity::high);
  EXPECT_EQ(rule.confidence, Confidence::medium);
  EXPECT_EQ(rule.cwe, (std::vector<int>{798, 259}));
  EXPECT_DOUBLE_EQ(rule.entropy_min, 3.5);
  EXPECT_EQ(rule.bad_example, "shop_\xE2\x80\xA6");
  EXPECT_EQ(rule.counterexamples.front().path, ".env");
}

TEST(RuleFile, NamesFileLineAndKeyOfAMistake) {
  EXPECT_THAT(error_of(k_rule + "    entropi: 3\n"),
              HasSubstr("shop.yaml:17: unknown key 'entropi' (did you mean 'entropy'?)"));
  EXPECT_THAT(error_of("provider: shop\nrule: []\n"), HasSubstr("shop.yaml:2: unknown key 'rule'"));
  EXPECT_THAT(error_of("provider: shop\nrules:\n  - id: a\n"), HasSubstr("'title' is missing"));
  EXPECT_THAT(error_of(k_rule + "    filter: nose\n"), HasSubstr("'filter' must be one of"));
  EXPECT_THAT(error_of(k_rule + "    window: -3\n"), HasSubstr("'window' must be a number"));
  EXPECT_THAT(error_of("provider: shop\nrules:\n  - id: [\n"), HasSubstr("shop.yaml:"));
}

TEST(RuleFile, TakesNoRulesFromOtherYaml) {
  const auto rules = read_rule_file("rules:\n  - id: sast\n    pattern: eval(...)\n", "sast.yaml");
  ASSERT_TRUE(rules);
  EXPECT_TRUE(rules->empty());
}

TEST(RulePack, GivesBackWhatWasPacked) {
  auto rules = read_rule_file(k_rule, "shop.yaml");
  ASSERT_TRUE(rules);
  rules->front().window = 77;
  const std::vector<Rule> back = unpack(pack(*rules));
  ASSERT_EQ(back.size(), 1U);
  EXPECT_EQ(back[0].id, "own.shop.token");
  EXPECT_EQ(back[0].pattern, rules->front().pattern);
  EXPECT_EQ(back[0].cwe, rules->front().cwe);
  EXPECT_EQ(back[0].window, 77U);
  EXPECT_EQ(pack(back), pack(*rules));
}

}  // namespace
}  // namespace codelake::secrets
