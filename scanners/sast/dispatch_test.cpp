// SPDX-License-Identifier: Apache-2.0
#include "core/file_type.h"
#include "scanners/sast/builtin.h"
#include "scanners/sast/builtin_rules.h"
#include "scanners/sast/rule_set.h"
#include "scanners/sast/taint.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace codelake::sast {
namespace {

constexpr std::size_t k_steps_max = 50'000'000;

using Found = std::set<std::tuple<std::string, std::uint32_t, std::uint32_t>>;

Found found_in(const std::vector<RuleMatches>& all) {
  Found found;
  for (const RuleMatches& one : all) {
    EXPECT_FALSE(one.limit_hit) << one.rule->info.id;
    for (const Match& match : one.matches) found.emplace(one.rule->info.id, match.begin, match.end);
  }
  return found;
}

Found flows_in(const LanguageRules::Candidates& wanted, const Subject& subject, std::size_t threads) {
  const auto file = read_taint(wanted, subject, k_steps_max);
  const TaintFile* const only = file.get();
  Found found;
  for (const Finding& finding : follow_taint(std::span(&only, 1), threads).findings) {
    found.emplace(finding.rule_id, finding.range.start.offset, finding.range.end.offset);
  }
  return found;
}

// Every rule of ours on every example of every rule: what the words and symbols of a rule rule out, it would not have
// found.
TEST(Dispatch, AndWordsLeaveOutNothingThatMatches) {
  auto rules = builtin_rules();
  ASSERT_TRUE(rules.has_value());
  const RuleSet set(std::move(*rules));
  std::size_t compared = 0;
  for (const EmbeddedFile& file : embedded::sast_examples()) {
    const syntax::Language* language = set.language(language_of_path(file.path));
    if (language == nullptr) continue;
    const syntax::Tree tree = language->parse(file.bytes, 1000);
    const FileView view(tree);
    const Subject fast(file.bytes, &view);
    Subject slow(file.bytes, &view);
    slow.try_everywhere();
    const LanguageRules& own = set.rules_of(*language);
    const Found some = found_in(run_rules(own.candidates(file.bytes, file.path).rules, fast, k_steps_max));
    const Found all = found_in(run_rules(own.all().rules, slow, k_steps_max));
    EXPECT_EQ(some, all) << file.path;
    const Found flows = flows_in(own.candidates(file.bytes, file.path), fast, 1);
    EXPECT_EQ(flows, flows_in(own.all(), slow, 3)) << file.path;
    compared += all.size() + flows.size();
  }
  EXPECT_GT(compared, 100U);
}

using Traces = std::vector<std::tuple<std::string, std::string, std::uint32_t, std::vector<std::uint32_t>>>;

Traces traces_in(const std::vector<const TaintFile*>& files, std::size_t threads, bool relevant_only) {
  const TaintReport report = follow_taint(files, threads, {.relevant_only = relevant_only});
  EXPECT_TRUE(report.limits_hit.empty());
  Traces traces;
  for (const Finding& finding : report.findings) {
    std::vector<std::uint32_t> trace;
    for (const auto& step : finding.trace) trace.push_back(step.range.start.offset);
    traces.emplace_back(finding.rule_id, finding.path, finding.range.start.offset, std::move(trace));
  }
  return traces;
}

// All examples as one project, so that names lead from one file into many others.
TEST(Dispatch, FollowsTheSameDataWhereOnlyWhatLeadsToASinkIsLookedAt) {
  auto rules = builtin_rules();
  ASSERT_TRUE(rules.has_value());
  const RuleSet set(std::move(*rules));
  std::vector<std::unique_ptr<TaintFile>> kept;
  std::vector<const TaintFile*> files;
  for (const EmbeddedFile& file : embedded::sast_examples()) {
    const syntax::Language* language = set.language(language_of_path(file.path));
    if (language == nullptr) continue;
    const syntax::Tree tree = language->parse(file.bytes, 1000);
    const FileView view(tree);
    kept.push_back(read_taint(set.rules_of(*language).candidates(file.bytes, file.path), {file.bytes, &view}, k_steps_max));
    kept.back()->path = file.path;
    files.push_back(kept.back().get());
  }
  const Traces some = traces_in(files, 1, true);
  EXPECT_GT(some.size(), 100U);
  EXPECT_EQ(some, traces_in(files, 3, true));
  EXPECT_EQ(some, traces_in(files, 2, false));
}

}  // namespace
}  // namespace codelake::sast
