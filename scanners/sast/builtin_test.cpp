// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/builtin.h"

#include "core/file_type.h"
#include "scanners/sast/annotations.h"
#include "scanners/sast/builtin_rules.h"
#include "scanners/sast/rule_trial.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace codelake::sast {
namespace {

RuleSet all_rules() {
  auto rules = builtin_rules();
  EXPECT_TRUE(rules) << rules.error().text();
  return RuleSet(rules ? std::move(*rules) : std::vector<Rule>{});
}

std::string stem_of(std::string_view path) {
  return std::string(path.substr(0, path.rfind('.')));
}

std::vector<EmbeddedFile> examples_of(const Rule& rule) {
  std::vector<EmbeddedFile> examples;
  for (const EmbeddedFile& file : embedded::sast_examples()) {
    const bool beside = "rules/sast/" + stem_of(file.path) == stem_of(rule.path);
    if (beside && !file.path.ends_with(".yaml")) examples.push_back(file);
  }
  return examples;
}

TEST(BuiltinRules, AllCompile) {
  for (const RuleError& error : all_rules().check()) ADD_FAILURE() << error.text();
}

TEST(BuiltinRules, EachHasIdsOfItsOwn) {
  const RuleSet rules = all_rules();
  std::set<std::string> ids;
  for (const Rule& rule : rules.rules()) EXPECT_TRUE(ids.insert(rule.info.id).second) << rule.info.id;
}

TEST(BuiltinRules, CoverOnlyRulesThatExist) {
  const RuleSet rules = all_rules();
  std::set<std::string> ids;
  for (const Rule& rule : rules.rules()) ids.insert(rule.info.id);
  for (const Rule& rule : rules.rules()) {
    for (const std::string& covered : rule.info.covers) EXPECT_EQ(ids.count(covered), 1U) << rule.info.id << ": " << covered;
  }
}

TEST(BuiltinRules, EachFindsWhatItsExampleSaysAndNothingElse) {
  const RuleSet rules = all_rules();
  for (const Rule& rule : rules.rules()) {
    const auto examples = examples_of(rule);
    EXPECT_FALSE(examples.empty()) << rule.info.id << " has no example file";
    EXPECT_FALSE(rule.info.bad_example.empty()) << rule.info.id << " has no line after 'ruleid:'";
    EXPECT_FALSE(rule.info.good_example.empty()) << rule.info.id << " has no line after 'ok:'";
    for (const EmbeddedFile& example : examples) {
      const RuleTest test = test_rule(rules, rule, language_of_path(example.path), example.bytes);
      EXPECT_TRUE(test.passed()) << rule.info.id << " on " << example.path << ": missing "
                                 << testing::PrintToString(test.missing) << ", unexpected "
                                 << testing::PrintToString(test.unexpected);
    }
  }
}

std::vector<std::uint32_t> lines_of(std::string_view id, std::string_view language, std::string_view text) {
  const RuleSet rules = all_rules();
  for (const Rule& rule : rules.rules()) {
    if (rule.info.id == id) return lines_found(rules, rule, language, text);
  }
  ADD_FAILURE() << "no rule " << id;
  return {};
}

TEST(BuiltinRules, TakeFindallForXPathOnlyWhereXmlIsRead) {
  constexpr std::string_view k_use = "def f(request):\n    return books.findall(request.GET['q'])\n";
  EXPECT_TRUE(lines_of("python.injection.xpath-request", "python", k_use).empty());
  EXPECT_EQ(lines_of("python.injection.xpath-request", "python", "import lxml.etree\n" + std::string(k_use)).size(), 1U);
}

TEST(BuiltinRules, FindTheSameWithAndWithoutThePrefilter) {
  const RuleSet rules = all_rules();
  for (const EmbeddedFile& file : embedded::sast_examples()) {
    const syntax::Language* language = rules.language(language_of_path(file.path));
    if (language == nullptr) continue;
    const LanguageRules& compiled = rules.rules_of(*language);
    const std::vector<const CompiledRule*> possible = compiled.candidates(file.bytes, "any").rules;
    const syntax::Tree tree = language->parse(file.bytes, 1000);
    const FileView view(tree);
    for (const CompiledRule* rule : compiled.all().rules) {
      if (std::find(possible.begin(), possible.end(), rule) != possible.end()) continue;
      EXPECT_TRUE(run_rules(std::span(&rule, 1), {file.bytes, &view}, 10'000'000).empty())
          << rule->rule->info.id << " was left out on " << file.path;
    }
  }
}

}  // namespace
}  // namespace codelake::sast
