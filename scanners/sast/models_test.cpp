// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/models.h"

#include "scanners/sast/rule_reader.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

constexpr std::string_view k_model =
    "languages: [javascript, typescript]\n"
    "sources: {request: [{pattern: a()}, {pattern: b()}]}\n"
    "sinks: {sql: [{pattern: run(...)}]}\n";

RuleFile taint_rule(const std::string& sources) {
  return read_rules("rules:\n- id: r\n  message: m\n  severity: HIGH\n  languages: [java]\n  mode: taint\n"
                    "  pattern-sources: " + sources + "\n  pattern-sinks: [{pattern: f(...)}]\n", "r.yaml");
}

Result<Models> models_of(std::string_view text) {
  Models models;
  TRY(models.add(TRY(yaml::parse(text, "m.yaml")), "m.yaml"));
  return models;
}

TEST(Models, GiveTheItemsOfOneKindForAllLanguagesOfARule) {
  const auto models = models_of(k_model);
  ASSERT_TRUE(models) << models.error().text();
  EXPECT_EQ(models->items("sources", "request", {"javascript", "typescript"}).size(), 2U);
  EXPECT_EQ(models->items("sinks", "sql", {"typescript"}).size(), 1U);
  EXPECT_TRUE(models->items("sinks", "request", {"typescript"}).empty());
  EXPECT_TRUE(models->items("sources", "request", {"typescript", "python"}).empty());
}

TEST(Models, ThatAreNotAsTheyMustBeAreRefused) {
  for (const std::string_view text : {"sources: {}\n", "languages: [go]\nsauces: {}\n", "languages: [go]\nsinks: {sql: f()}\n"}) {
    EXPECT_FALSE(models_of(text)) << text;
  }
}

TEST(Models, OfOurOwnCanAllBeRead) {
  EXPECT_FALSE(builtin_models().items("sources", "request", {"java"}).empty());
}

TEST(Models, NamedByARuleStandForTheirPatterns) {
  const RuleFile file = taint_rule("[{model: request, label: WEB}, {pattern: g()}]");
  ASSERT_EQ(file.rules.size(), 1U) << file.errors.at(0).text();
  const auto& sources = file.rules[0].taint.sources;
  EXPECT_EQ(sources.size(), builtin_models().items("sources", "request", {"java"}).size() + 1);
  EXPECT_EQ(sources.front().label, "WEB");
  EXPECT_EQ(sources.front().line, 7U);
}

TEST(Models, OfAKindNobodyKnowsAreAnErrorOfTheRule) {
  const RuleFile file = taint_rule("[{model: moonlight}]");
  ASSERT_FALSE(file.errors.empty());
  EXPECT_EQ(file.errors[0].text(), "r.yaml:7: rule 'r': no model for java has sources of the kind 'moonlight'");
}

TEST(Models, TakeNothingButSettingsBesideThem) {
  const RuleFile file = taint_rule("[{model: request, pattern: g()}]");
  ASSERT_FALSE(file.errors.empty());
  EXPECT_EQ(file.errors[0].cause, "'pattern' cannot stand beside 'model'");
}

}  // namespace
}  // namespace codelake::sast
