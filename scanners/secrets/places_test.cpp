// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/places.h"

#include "core/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace codelake::secrets {

namespace {

Rule rule_of(const std::string& id, const std::string& provider) {
  Rule rule;
  rule.id = id;
  rule.provider = provider;
  return rule;
}

const Rule k_generic = rule_of("secrets.generic.any", "generic");
const Rule k_known = rule_of("secrets.forge.token", "forge");

SecretPlace place(const std::string& path, std::uint32_t line, const std::string& commit = {}) {
  const Position start{line, 1, line * 100U};
  const Position end{line, 9, line * 100U + 8};
  return {path, {start, end}, commit};
}

FoundSecret secret(const Rule& rule, const std::string& identity, std::vector<SecretPlace> places) {
  FoundSecret found;
  found.rule = &rule;
  found.identity = identity;
  found.snippet = "line of " + places.front().path;
  found.places = std::move(places);
  return found;
}

std::vector<Finding> merged(const std::vector<FoundSecret>& secrets) {
  SecretPlaces places;
  for (const FoundSecret& one : secrets) places.add(one);
  std::vector<Finding> findings = places.findings();
  set_fingerprints(findings);
  return findings;
}

std::vector<std::string> listed(const Finding& finding) {
  std::vector<std::string> result;
  for (const SecretPlace& one : finding.secret->places) {
    result.push_back(one.path + ":" + std::to_string(one.range.start.line) + "@" + one.commit);
  }
  return result;
}

TEST(SecretPlaces, ListsEveryPlaceOfAValueOnceInTheirOrder) {
  const auto findings =
      merged({secret(k_generic, "v", {place("b", 2), place("b", 7)}), secret(k_generic, "v", {place("a", 3)}),
              secret(k_generic, "v", {place("a", 1, "c0ffee"), place("b", 7)})});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(listed(findings[0]), (std::vector<std::string>{"a:3@", "b:2@", "b:7@", "a:1@c0ffee"}));
  EXPECT_EQ(findings[0].path, "a");
  EXPECT_EQ(findings[0].range.start.line, 3U);
  EXPECT_EQ(findings[0].snippet, "line of a");
}

TEST(SecretPlaces, GivesTheSameWhateverTheOrderOfTheFiles) {
  std::vector<FoundSecret> secrets = {
      secret(k_generic, "v", {place("a", 1)}), secret(k_known, "v", {place("b", 2)}),
      secret(k_generic, "w", {place("a", 9)}), secret(k_generic, "v", {place("c", 3, "beef")})};
  const auto expected = merged(secrets);
  const auto by_place = [](const FoundSecret& a, const FoundSecret& b) {
    return place_order(a.places.front(), b.places.front());
  };
  std::sort(secrets.begin(), secrets.end(), by_place);
  do {
    const auto found = merged(secrets);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].fingerprint, expected[i].fingerprint);
      EXPECT_EQ(found[i].rule_id, expected[i].rule_id);
      EXPECT_EQ(listed(found[i]), listed(expected[i]));
    }
  } while (std::next_permutation(secrets.begin(), secrets.end(), by_place));
}

TEST(SecretPlaces, TakesTheRuleThatKnowsMostAndTheConfidenceOfTheMostConfident) {
  FoundSecret sure = secret(k_generic, "v", {place("a", 1)});
  sure.confidence = Confidence::high;
  FoundSecret unsure = secret(k_known, "v", {place("b", 1)});
  unsure.confidence = Confidence::low;
  const auto findings = merged({sure, unsure});
  EXPECT_EQ(findings[0].rule_id, k_known.id);
  EXPECT_EQ(findings[0].confidence, Confidence::high);
}

TEST(SecretPlaces, KeepTheFingerprintWhenAFileMovesAndChangeItWithTheValue) {
  const auto before = merged({secret(k_known, "v", {place("a", 1)})});
  const auto moved = merged({secret(k_known, "v", {place("deep/b", 40)})});
  const auto rotated = merged({secret(k_known, "w", {place("a", 1)})});
  EXPECT_EQ(before[0].fingerprint, moved[0].fingerprint);
  EXPECT_NE(before[0].fingerprint, rotated[0].fingerprint);
}

}  // namespace

}  // namespace codelake::secrets
