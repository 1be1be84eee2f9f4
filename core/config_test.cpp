// SPDX-License-Identifier: Apache-2.0
#include "core/config.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

std::string error_of(const char* text) {
  const auto config = parse_config(text, "/p/codelake.yaml");
  return config ? "no error" : config.error().text();
}

TEST(Config, ReadsEveryKey) {
  const auto config = parse_config(
      "scan: {types: [sast, secrets], include: [src], exclude: ['*.gen.py'], max_file_bytes: 1000}\n"
      "rules: {paths: [rules/own], disable: ['python.*'], severity: {a.b: low}}\n"
      "secrets: {allow: ['^dummy']}\n"
      "suppress:\n  - {rule: a.b, path: old/, reason: legacy, expires: 2030-01-31}\n"
      "frameworks: {enabled: [soc2], disabled_controls: {soc2: [CC8.1]}}\n"
      "policy: {fail_on: medium, fail_under: 70}\n"
      "sca: {max_age_days: 7, vex: [vendor.json, /abs/b.json]}\n"
      "licenses: {allow: [mit, 'BSD-*'], review: MPL-2.0, deny: [GPLv3, GPL-2.0-only WITH Classpath-exception-2.0]}\n"
      "project: shop\n"
      "sync: {url: 'http://127.0.0.1:1', token: t}\n",
      "/p/codelake.yaml");
  ASSERT_TRUE(config) << config.error().text();
  EXPECT_EQ(config->types, (std::vector{FindingType::sast, FindingType::secrets}));
  EXPECT_EQ(config->max_file_bytes, 1000U);
  EXPECT_EQ(config->rule_paths, std::vector<std::string>{"/p/rules/own"});
  EXPECT_EQ(config->rule_severity.at("a.b"), Severity::low);
  EXPECT_EQ(config->suppress.at(0).expires, "2030-01-31");
  EXPECT_EQ(config->enabled_frameworks, std::vector<std::string>{"soc2"});
  EXPECT_EQ(config->disabled_controls.at("soc2"), std::vector<std::string>{"CC8.1"});
  EXPECT_EQ(config->fail_on, Severity::medium);
  EXPECT_EQ(config->fail_under, 70);
  EXPECT_EQ(config->project, "shop");
  EXPECT_EQ(config->advisory_max_age_days, 7U);
  EXPECT_EQ(config->vex_paths, (std::vector<std::string>{"/p/vendor.json", "/abs/b.json"}));
  EXPECT_EQ(config->licenses.allow, (std::vector<std::string>{"MIT", "BSD-*"})) << "as SPDX writes them";
  EXPECT_EQ(config->licenses.review, std::vector<std::string>{"MPL-2.0"});
  EXPECT_EQ(config->licenses.deny, (std::vector<std::string>{"GPL-3.0-only", "GPL-2.0-only WITH Classpath-exception-2.0"}));
}

TEST(Config, NamesAnUnknownKeyItsLineAndTheNearestKnownKey) {
  const std::string text = error_of("scan:\n  exlude: [a]\n");
  EXPECT_NE(text.find("codelake.yaml:2"), std::string::npos) << text;
  EXPECT_NE(text.find("'exlude'"), std::string::npos) << text;
  EXPECT_NE(text.find("did you mean 'exclude'?"), std::string::npos) << text;
}

TEST(Config, RefusesASuppressionWithoutReasonOrTarget) {
  EXPECT_NE(error_of("suppress: [{rule: a}]").find("without a reason"), std::string::npos);
  EXPECT_NE(error_of("suppress: [{reason: because}]").find("selects nothing"), std::string::npos);
  EXPECT_NE(error_of("suppress: [{rule: a, reason: b, expires: tomorrow}]").find("no date"), std::string::npos);
}

TEST(Config, RefusesValuesOfTheWrongKind) {
  EXPECT_NE(error_of("scan: {types: [speed]}").find("unknown scan type"), std::string::npos);
  EXPECT_NE(error_of("policy: {fail_under: 101}").find("0 to 100"), std::string::npos);
  EXPECT_NE(error_of("scan: [1]").find("keys and values"), std::string::npos);
  EXPECT_NE(error_of("licenses: {deny: [MIT OR ISC]}").find("no licence known here"), std::string::npos);
}

TEST(FitsWildcard, LetsAStarStandForAnything) {
  EXPECT_TRUE(fits_wildcard("python.*", "python.a.b"));
  EXPECT_TRUE(fits_wildcard("*", ""));
  EXPECT_TRUE(fits_wildcard("a*c*e", "abcde"));
  EXPECT_FALSE(fits_wildcard("a*c", "ab"));
  EXPECT_FALSE(fits_wildcard("a", "ab"));
}

}  // namespace
}  // namespace codelake
