// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/engine.h"

#include "scanners/secrets/rule/automaton.h"
#include "scanners/secrets/rule/notation.h"
#include "scanners/secrets/rule/rule_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <tuple>

namespace codelake::secrets {
namespace {

using Found = std::vector<std::tuple<std::string, std::size_t, std::size_t, std::size_t, std::size_t>>;

std::vector<Rule> builtin_rules() {
  auto rules = read_rule_path(std::string(CODELAKE_SOURCE_DIR) + "/rules/secrets");
  EXPECT_TRUE(rules) << rules.error().text();
  EXPECT_TRUE(prepare(*rules));
  return *rules;
}

Found sorted(Found found) {
  std::sort(found.begin(), found.end());
  return found;
}

Found found_by(const Engine& engine, std::string_view text) {
  Found found;
  for (const Hit& hit : engine.find(text).list) {
    found.emplace_back(hit.rule->id, hit.begin, hit.end, hit.secret_begin, hit.secret_end);
  }
  return sorted(std::move(found));
}

// The slow truth: every expression by itself, from the start of the text to its end.
Found reference(const std::vector<Rule>& rules, std::string_view text) {
  Found found;
  for (const Rule& rule : rules) {
    const auto exact = confirmation(rule);
    std::size_t from = 0;
    while (const auto match = exact->first.regex.find(text, from)) {
      const auto& secret = exact->first.secret_of(*match);
      found.emplace_back(rule.id, exact->first.begin_of(*match), match->end(), secret.begin, secret.end);
      from = std::max(match->end(), from + 1);
      std::size_t end = secret.end;
      while (const auto more = exact->next ? exact->next->regex.find(text, end) : std::nullopt) {
        end = exact->next->secret_of(*more).end;
        found.emplace_back(rule.id, exact->next->begin_of(*more), more->end(), exact->next->secret_of(*more).begin, end);
      }
    }
  }
  return sorted(std::move(found));
}

// Code-like filler with the rules' own examples, some of them cut or run together.
std::string made_text(const std::vector<Rule>& rules, std::uint64_t seed) {
  const std::string filler =
      "const {word} = {word}({digit:3}); // {word} {word}\n\"{word}\": \"{base62:20}\",\n";
  std::string text;
  std::uint64_t step = seed * 7919;
  for (int i = 0; i < 60; ++i) {
    const Rule& rule = rules[static_cast<std::size_t>(step % rules.size())];
    const auto& pool = step % 3 == 0 ? rule.counterexamples : rule.examples;
    std::string piece = expand(pool[static_cast<std::size_t>(step / 7 % pool.size())].text, step);
    if (step % 5 == 0) piece.resize(piece.size() * 2 / 3);
    text += expand(filler, step) + piece;
    if (step % 4 != 0) text += "\n";
    step = step * 6364136223846793005ULL + 1442695040888963407ULL;
    step ^= step >> 29U;
  }
  return text;
}

TEST(Engine, FindsExactlyWhatEachExpressionFindsByItself) {
  const std::vector<Rule> rules = builtin_rules();
  const auto engine = Engine::build(rules);
  ASSERT_TRUE(engine) << engine.error().text();
  std::size_t matches = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const std::string text = made_text(rules, seed);
    const Found expected = reference(rules, text);
    EXPECT_EQ(found_by(*engine, text), expected) << "seed " << seed;
    matches += expected.size();
  }
  EXPECT_GT(matches, 500U);
}

// Every example where a match may stand: at the ends of a text and of blocks, after anything.
TEST(Engine, FindsByRoutesWhatAnAutomatonOfAllRulesFindsEverywhere) {
  std::vector<Rule> rules = builtin_rules();
  const Engine routed = Engine::from_stored(rules, {});
  EXPECT_GT(std::count_if(rules.begin(), rules.end(), [](const Rule& rule) { return rule.route == Route::token; }), 100);
  EXPECT_GT(std::count_if(rules.begin(), rules.end(), [](const Rule& rule) { return rule.route == Route::assigned; }), 100);
  for (Rule& rule : rules) rule.route = Route::automaton;
  const Engine whole = Engine::from_stored(rules, {});
  const std::vector<std::string> befores = {"", "\n", " ", "\"", "=", "/", "-", "_", "a", "\\n", "\\", ".", "\"bot ", "(x, '", "k: ="};
  std::uint64_t step = 1;
  std::size_t matches = 0;
  for (const Rule& rule : rules) {
    std::string text;
    for (const std::string& before : befores) {
      const auto& pool = step % 4 == 0 && !rule.counterexamples.empty() ? rule.counterexamples : rule.examples;
      const std::string example = expand(pool[static_cast<std::size_t>(step / 4 % pool.size())].text, step);
      text += std::string(step % 130, step % 3 == 0 ? ' ' : 'x') + before + example;
      text += step % 2 == 0 ? "\n" : example.substr(example.size() / 2) + ";";
      step = step * 6364136223846793005ULL + 1442695040888963407ULL;
      step ^= step >> 29U;
    }
    text += expand(rule.examples.front().text, step);
    const Found expected = found_by(whole, text);
    EXPECT_EQ(found_by(routed, text), expected) << rule.id;
    matches += expected.size();
  }
  EXPECT_GT(matches, 3000U);
}

Rule rule_of(std::string pattern) {
  Rule rule;
  rule.id = "own.rule";
  rule.pattern = std::move(pattern);
  return rule;
}

TEST(Engine, FindsMatchesThatTouchAndOverlapCandidates) {
  const std::vector<Rule> rules = {rule_of("ab{2,9}")};
  const auto engine = Engine::build(rules);
  ASSERT_TRUE(engine);
  for (const char* text : {"xabbbab", "abbabb", "abbbbbbbbbbbbbb", "aabbabbbx", "ab", ""}) {
    std::vector<Rule> prepared = rules;
    ASSERT_TRUE(prepare(prepared));
    EXPECT_EQ(found_by(*engine, text), reference(prepared, text)) << text;
  }
}

TEST(Engine, FindsWhatFollowsASecretAsFarAsItGoes) {
  Rule rule = rule_of("list:(?<secret>[a-z]{2})");
  rule.next = ",(?<secret>[a-z]{2})";
  rule.window = 20;
  std::vector<Rule> rules = {rule};
  const auto engine = Engine::build(rules);
  ASSERT_TRUE(engine);
  ASSERT_TRUE(prepare(rules));
  const std::string text = "list:ab,cd,ef,1,gh list:ij;kl,mn";
  EXPECT_EQ(found_by(*engine, text).size(), 4U);
  EXPECT_EQ(found_by(*engine, text), reference(rules, text));
}

TEST(Engine, FailsOnARuleThatDoesNotCompile) {
  EXPECT_FALSE(Engine::build({rule_of("a(")}));
}

double seconds_for(const Engine& engine, const std::string& text) {
  const std::clock_t start = std::clock();
  engine.find(text);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Eight times the text may take eight times as long; a quadratic way would take sixty-four.
TEST(Engine, TakesTimeInProportionToTheTextOnDenseCandidates) {
  const auto engine = Engine::build(builtin_rules());
  ASSERT_TRUE(engine);
  for (const char* piece :
       {"token=", "eyJeyJ.", "://a:b", "password=\"aaaaaaaa", "-----BEGIN PRIVATE KEY-----", "AKIA"}) {
    std::string text;
    while (text.size() < (256U << 10)) text += piece;
    const double once = seconds_for(*engine, text);
    std::string eight;
    for (int i = 0; i < 8; ++i) eight += text;
    EXPECT_LT(seconds_for(*engine, eight), 30 * once + 0.3) << piece;
  }
}

}  // namespace
}  // namespace codelake::secrets
