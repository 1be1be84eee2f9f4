// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_shelf.h"

#include "core/yaml_image.h"
#include "scanners/sast/builtin.h"
#include "scanners/sast/rule_reader.h"
#include "scanners/sast/rule_set.h"
#include "scanners/sast/unheeded.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

constexpr std::string_view k_rules =
    "rules:\n"
    "- {id: a.one, message: Says one., severity: HIGH, languages: [python, go], pattern: f($X)}\n"
    "- {id: a.two, message: m, severity: LOW, languages: ruby, pattern-regex: (?<NAME>x+)}\n"
    "- id: a.three\n  message: m\n  severity: LOW\n  languages: [regex]\n"
    "  patterns:\n  - pattern-regex: (y)\n  - metavariable-regex: {metavariable: $1, regex: y}\n";

std::string image() { return yaml::image_of(*yaml::parse(k_rules, "t.yaml")); }

// The places of all rules a language has.
std::vector<std::size_t> places_of(const LanguageRules& rules) {
  std::vector<std::size_t> places;
  for (const Rule* rule : rules.rules()) places.push_back(rule->number);
  return places;
}

TEST(RuleShelf, GivesTheSameRulesWhetherTheyWereReadBeforeOrNot) {
  const std::string bytes = image();
  RuleShelf known;
  known.add_known("t.yaml", bytes, false);
  RuleShelf read;
  read.add(read_rules(k_rules, "t.yaml").rules);
  ASSERT_EQ(known.size(), 3U);
  ASSERT_EQ(read.size(), 3U);
  for (std::size_t place = 0; place < 3; ++place) {
    EXPECT_EQ(known.id(place), read.id(place));
    EXPECT_EQ(known.languages(place), read.languages(place));
    const Rule* a = known.rule(place);
    const Rule* b = read.rule(place);
    ASSERT_TRUE(a != nullptr && b != nullptr);
    EXPECT_EQ(a->number, place);
    EXPECT_EQ(b->number, place);
    EXPECT_EQ(a->path, b->path);
    EXPECT_EQ(a->line, b->line);
    EXPECT_EQ(a->metavariables, b->metavariables);
    EXPECT_EQ(a->info.message, b->info.message);
    EXPECT_EQ(known.describe(place).severity, read.describe(place).severity);
    EXPECT_EQ(known.describe(place).languages, read.describe(place).languages);
  }
}

TEST(RuleShelf, HoldsWhatTheConfigurationLeavesOfRules) {
  Config config;
  config.disabled_rules = {"a.t*"};
  config.rule_severity = {{"a.*", Severity::critical}};
  const std::string bytes = image();
  RuleShelf known((RuleChanges(config)));
  known.add_known("t.yaml", bytes, false);
  RuleShelf read((RuleChanges(config)));
  read.add(read_rules(k_rules, "t.yaml").rules);
  for (const RuleShelf* shelf : {&known, &read}) {
    ASSERT_EQ(shelf->size(), 1U);
    EXPECT_EQ(shelf->id(0), "a.one");
    EXPECT_EQ(shelf->rule(0)->info.severity, Severity::critical);
    EXPECT_EQ(shelf->describe(0).severity, Severity::critical);
  }
}

TEST(RuleShelf, ReadsOnlyTheRulesOfTheLanguagesThatAreMet) {
  // The second rule's image is cut: whoever reads it gets none.
  std::string bytes = image();
  const auto at = bytes.find("pattern-regex");
  bytes[at - 4] = '\x07';
  RuleShelf shelf;
  shelf.add_known("t.yaml", bytes, false);
  shelf.add(read_rules("rules:\n- {id: b, message: m, severity: LOW, languages: [go], pattern: g($X)}\n", "b.yaml").rules);
  ASSERT_EQ(shelf.size(), 4U);
  const RuleSet set(std::move(shelf));
  EXPECT_EQ(places_of(set.rules_of(*set.language("python"))), (std::vector<std::size_t>{0}));
  EXPECT_EQ(places_of(set.rules_of(*set.language("go"))), (std::vector<std::size_t>{0, 3}));
  EXPECT_EQ(places_of(set.text_rules()), (std::vector<std::size_t>{2}));
  EXPECT_EQ(set.rules_of(*set.language("ruby")).size(), 1U);
  EXPECT_TRUE(set.rules_of(*set.language("ruby")).rules().empty());
}

TEST(RuleShelf, OfOurOwnRulesHoldsAllOfThemAsTheyAreReadAtOnce) {
  RuleShelf shelf;
  add_builtin_rules(shelf);
  const auto all = builtin_rules();
  ASSERT_TRUE(all);
  ASSERT_EQ(shelf.size(), all->size());
  for (std::size_t place = 0; place < shelf.size(); ++place) {
    const Rule& rule = (*all)[place];
    EXPECT_EQ(shelf.id(place), rule.info.id);
    EXPECT_EQ(shelf.rule(place)->patterns.size(), rule.patterns.size());
    EXPECT_EQ(shelf.rule(place)->metavariables, rule.metavariables) << rule.info.id;
    const RuleInfo info = shelf.describe(place);
    EXPECT_TRUE(info.builtin);
    EXPECT_EQ(info.title, rule.info.title);
    EXPECT_EQ(info.help, rule.info.help);
    EXPECT_EQ(info.covers, rule.info.covers);
    EXPECT_EQ(info.bad_example, rule.info.bad_example);
    EXPECT_EQ(info.good_example, rule.info.good_example);
    // Nothing is said of them where they are not read.
    EXPECT_TRUE(unheeded(rule).empty()) << rule.info.id;
  }
}

}  // namespace
}  // namespace codelake::sast
