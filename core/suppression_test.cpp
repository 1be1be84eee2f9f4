// SPDX-License-Identifier: Apache-2.0
#include "core/suppression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codelake {
namespace {

SourceFile python(const std::string& text) {
  FileInfo info;
  info.path = "a.py";
  info.language = "python";
  return SourceFile(info, text, {});
}

Finding finding_at(std::uint32_t line, const std::string& rule, FindingType type = FindingType::sast) {
  Finding finding;
  finding.rule_id = rule;
  finding.type = type;
  finding.path = "a.py";
  finding.range.start.line = line;
  return finding;
}

// Which of the findings a text suppresses, by comments of any tool.
std::vector<bool> suppressed(const std::string& text, std::vector<Finding> findings) {
  std::vector<Notice> notices;
  auto comments = inline_suppressions(python(text), notices);
  apply_inline(findings, comments, [&](const std::string&) { return std::optional(text); });
  std::vector<bool> result;
  for (const auto& finding : findings) result.push_back(finding.suppression.has_value());
  return result;
}

TEST(Inline, HoldsForItsOwnLineOrTheNextOne) {
  EXPECT_EQ(suppressed("x()  # codelake:ignore a.b -- known\n", {finding_at(1, "a.b")}), std::vector{true});
  EXPECT_EQ(suppressed("# codelake:ignore a.b -- known\nx()\n", {finding_at(2, "a.b")}), std::vector{true});
  EXPECT_EQ(suppressed("x()  # codelake:ignore a.b -- known\ny()\n", {finding_at(2, "a.b")}), std::vector{false});
}

TEST(Inline, HoldsOnlyForTheRulesItNames) {
  const std::string text = "x()  # codelake:ignore a.b, c.* -- known\n";
  EXPECT_EQ(suppressed(text, {finding_at(1, "a.b"), finding_at(1, "c.d"), finding_at(1, "a.x")}),
            (std::vector{true, true, false}));
}

TEST(Inline, IsNotHonouredWithoutAReasonAndSaysSo) {
  std::vector<Notice> notices;
  EXPECT_TRUE(inline_suppressions(python("x()  # codelake:ignore a.b\n"), notices).empty());
  ASSERT_EQ(notices.size(), 1U);
  EXPECT_THAT(notices[0].message, testing::HasSubstr("line 1"));
}

TEST(Inline, HonoursTheCommentsOfOtherToolsForTheirOwnKind) {
  EXPECT_EQ(suppressed("x()  # nosemgrep\n", {finding_at(1, "a.b")}), std::vector{true});
  EXPECT_EQ(suppressed("x()  # nosemgrep: other.rule\n", {finding_at(1, "a.b")}), std::vector{false});
  EXPECT_EQ(suppressed("x()  # nosemgrep: folder.a.b\n", {finding_at(1, "a.b")}), std::vector{true});
  EXPECT_EQ(suppressed("x()  # nosec\n", {finding_at(1, "a.b")}), std::vector{true});
  EXPECT_EQ(suppressed("x()  # gitleaks:allow\n", {finding_at(1, "s", FindingType::secrets)}), std::vector{true});
  EXPECT_EQ(suppressed("x()  # gitleaks:allow\n", {finding_at(1, "a.b")}), std::vector{false});
  EXPECT_EQ(suppressed("# pragma: allowlist nextline secret\nx()\n", {finding_at(2, "s", FindingType::secrets)}),
            std::vector{true});
  EXPECT_EQ(suppressed("x()  # pragma: allowlist nextline secret\n", {finding_at(1, "s", FindingType::secrets)}),
            std::vector{false});
  EXPECT_EQ(suppressed("nosecret()\n", {finding_at(1, "a.b")}), std::vector{false});
}

TEST(Inline, ReportsACommentThatSuppressesNothing) {
  std::vector<Notice> notices;
  auto comments = inline_suppressions(python("x()  # codelake:ignore a.b -- gone\n"), notices);
  note_unused(comments, {"a.b"}, notices);
  ASSERT_EQ(notices.size(), 1U);
  note_unused(comments, {"other"}, notices);
  EXPECT_EQ(notices.size(), 1U) << "a rule that did not run may still need the comment";
}

TEST(Configured, FitsByEveryFieldGivenAndReportsUnusedAndExpired) {
  Config config;
  config.path = "/p/codelake.yaml";
  SuppressionRule used;
  used.rule = "a.*";
  used.path = Glob("*.py");
  used.reason = "legacy";
  SuppressionRule unused = used;
  unused.rule = "z";
  SuppressionRule expired = used;
  expired.expires = "2020-01-01";
  config.suppress = {expired, unused, used};
  std::vector<Finding> findings = {finding_at(1, "a.b"), finding_at(2, "b.b")};
  std::vector<Notice> notices;
  apply_configured(findings, config, "2026-01-01", notices);
  EXPECT_TRUE(findings[0].suppression);
  EXPECT_FALSE(findings[1].suppression);
  ASSERT_EQ(notices.size(), 2U);
  EXPECT_THAT(notices[0].message, testing::HasSubstr("expired"));
  EXPECT_THAT(notices[1].message, testing::HasSubstr("fits no finding"));
}

TEST(Inline, SuppressesASecretOnlyWhenAllItsPlacesAreMarked) {
  Finding secret = finding_at(1, "s", FindingType::secrets);
  secret.secret = SecretDetail{};
  for (const std::uint32_t line : {1U, 2U}) {
    SecretPlace place;
    place.path = "a.py";
    place.range.start.line = line;
    secret.secret->places.push_back(place);
  }
  EXPECT_EQ(suppressed("k  # gitleaks:allow\nk\n", {secret}), std::vector{false});
  EXPECT_EQ(suppressed("k  # gitleaks:allow\nk  # gitleaks:allow\n", {secret}), std::vector{true});
}

TEST(Inline, PutsASecretWhereItIsNotMarked) {
  Finding secret = finding_at(1, "s", FindingType::secrets);
  secret.secret = SecretDetail{};
  secret.snippet = "the marked line";
  for (const std::uint32_t line : {1U, 2U}) {
    SecretPlace place;
    place.path = "a.py";
    place.range.start.line = line;
    secret.secret->places.push_back(place);
  }
  std::vector<Notice> notices;
  std::vector<Finding> findings = {secret};
  const std::string text = "k  # trufflehog:ignore\nk\n";
  auto comments = inline_suppressions(python(text), notices);
  apply_inline(findings, comments, [&](const std::string&) { return std::optional(text); });
  EXPECT_FALSE(findings[0].suppression);
  EXPECT_EQ(findings[0].range.start.line, 2U);
  EXPECT_EQ(findings[0].secret->places[0].range.start.line, 2U);
  EXPECT_EQ(findings[0].secret->places[1].range.start.line, 1U);
  EXPECT_EQ(findings[0].snippet, "");
}

TEST(Inline, ReportsCommentsOfOtherSecretScannersThatHideNothing) {
  for (const char* comment : {"gitleaks:allow", "pragma: allowlist secret", "pragma: whitelist secret",
                              "pragma: allowlist nextline secret", "trufflehog:ignore"}) {
    std::vector<Notice> notices;
    auto comments = inline_suppressions(python("x()  # " + std::string(comment) + "\n"), notices);
    note_unused(comments, {"sast.rule"}, notices);
    EXPECT_TRUE(notices.empty()) << "secrets were not looked for";
    note_unused(comments, {"secrets.rule"}, notices);
    EXPECT_EQ(notices.size(), 1U) << comment;
  }
}

TEST(Inline, DoesNotTakeATextAboutACommentForOne) {
  std::vector<Notice> notices;
  auto comments = inline_suppressions(python("say(\"# gitleaks:allow\")\nx = gitleaks:allowed\n"), notices);
  note_unused(comments, {"secrets.rule"}, notices);
  EXPECT_TRUE(notices.empty());
}

TEST(Inline, ReadsALongLineOfCommentsInLinearTime) {
  std::string text;
  while (text.size() < 4'000'000) text += "gitleaks:allow ";
  std::vector<Notice> notices;
  EXPECT_EQ(inline_suppressions(python(text), notices).size(), 10'000U);
}

}  // namespace
}  // namespace codelake
