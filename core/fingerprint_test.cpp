// SPDX-License-Identifier: Apache-2.0
#include "core/fingerprint.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

Finding finding(const std::string& path, const std::string& identity, std::uint32_t line) {
  Finding made;
  made.rule_id = "r";
  made.path = path;
  made.identity = identity;
  made.range.start.line = line;
  return made;
}

TEST(Fingerprint, DoesNotDependOnLines) {
  std::vector<Finding> before = {finding("a.py", "x()", 1)};
  std::vector<Finding> after = {finding("a.py", "x()", 51)};
  set_fingerprints(before);
  set_fingerprints(after);
  EXPECT_EQ(before[0].fingerprint, after[0].fingerprint);
  EXPECT_EQ(before[0].fingerprint.size(), 32U);
}

TEST(Fingerprint, TellsEqualFindingsApartByTheirOrdinal) {
  std::vector<Finding> twice = {finding("a.py", "x()", 1), finding("a.py", "x()", 2)};
  set_fingerprints(twice);
  EXPECT_NE(twice[0].fingerprint, twice[1].fingerprint);
}

TEST(Fingerprint, OfASecretSurvivesAMoveAndChangesWithItsValue) {
  std::vector<Finding> here = {finding("a.py", "hash1", 1)};
  std::vector<Finding> there = {finding("b.py", "hash1", 9)};
  std::vector<Finding> other = {finding("a.py", "hash2", 1)};
  for (auto* findings : {&here, &there, &other}) {
    findings->front().type = FindingType::secrets;
    set_fingerprints(*findings);
  }
  EXPECT_EQ(here[0].fingerprint, there[0].fingerprint);
  EXPECT_NE(here[0].fingerprint, other[0].fingerprint);
}

TEST(Normalised, FoldsWhiteSpace) { EXPECT_EQ(normalised("  a(\n\t b )\r\n"), "a( b )"); }

}  // namespace
}  // namespace codelake
