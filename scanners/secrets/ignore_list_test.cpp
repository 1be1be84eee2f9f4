// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/ignore_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

using testing::HasSubstr;

Finding finding_at(std::vector<SecretPlace> places) {
  Finding finding;
  finding.type = FindingType::secrets;
  finding.secret = SecretDetail{};
  finding.path = places.front().path;
  finding.range = places.front().range;
  finding.secret->places = std::move(places);
  return finding;
}

SecretPlace place(const std::string& path, std::uint32_t line, const std::string& commit = {}) {
  return {path, {{line, 1, 0}, {line, 5, 4}}, commit};
}

struct Applied {
  std::vector<Finding> findings;
  std::vector<Notice> notices;
};

Applied applied(std::string_view list, std::vector<Finding> findings, IgnoreList::Seen seen = {}) {
  ScanContext context("secrets", "");
  IgnoreList::parse(list).apply(findings, seen, context);
  return {std::move(findings), std::move(context.notices)};
}

TEST(IgnoreList, SuppressesAFindingAllOfWhosePlacesAreListed) {
  const auto result = applied("# why\n a/b.py:some-rule:7 \r\n", {finding_at({place("a/b.py", 7)})});
  ASSERT_TRUE(result.findings[0].suppression);
  EXPECT_TRUE(result.notices.empty());
  EXPECT_TRUE(applied("./a.py:r:7\n", {finding_at({place("a.py", 7)})}).findings[0].suppression);
}

TEST(IgnoreList, NeverHidesAPlaceThatIsNotListed) {
  const auto result = applied("a.py:r:7\n", {finding_at({place("a.py", 7), place("b.py", 9)})});
  EXPECT_FALSE(result.findings[0].suppression);
  EXPECT_EQ(result.findings[0].path, "b.py");
  EXPECT_EQ(result.findings[0].secret->places.size(), 1U);
}

TEST(IgnoreList, TakesTheCommitFormForTheHistoryOnly) {
  const std::string commit(40, 'c');
  const auto result =
      applied(commit + ":a.py:r:7\n", {finding_at({place("a.py", 7), place("a.py", 7, commit)})});
  EXPECT_FALSE(result.findings[0].suppression);
  ASSERT_EQ(result.findings[0].secret->places.size(), 1U);
  EXPECT_TRUE(result.findings[0].secret->places[0].commit.empty());
}

TEST(IgnoreList, NotesWhatFitsNothingAndWhatIsNotUnderstood) {
  const auto result = applied("nonsense\n\ngone.py:r:1\n", {});
  ASSERT_EQ(result.notices.size(), 2U);
  EXPECT_THAT(result.notices[0].message, HasSubstr("line 1"));
  EXPECT_THAT(result.notices[1].message, HasSubstr("line 3"));
}

TEST(IgnoreList, CallsOnlyEntriesIdleForWhatWasLookedAt) {
  const std::string list = "gone.py:r:1\n" + std::string(40, 'c') + ":gone.py:r:1\n";
  EXPECT_EQ(applied(list, {}, {false, false}).notices.size(), 0U);
  EXPECT_EQ(applied(list, {}, {true, false}).notices.size(), 1U);
  EXPECT_EQ(applied(list, {}, {true, true}).notices.size(), 2U);
}

}  // namespace
}  // namespace codelake::secrets
