// SPDX-License-Identifier: Apache-2.0
#include "core/outgoing.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

// Takes the word "hush" for a secret.
std::string masked(std::string text, const std::string&) {
  for (auto at = text.find("hush"); at != std::string::npos; at = text.find("hush")) text.replace(at, 4, "*");
  return text;
}

Finding finding_at(const std::string& path, std::uint32_t line) {
  Finding finding;
  finding.path = path;
  finding.range = {{line, 1, 0}, {line, 5, 4}};
  return finding;
}

TEST(Outgoing, TakesUserAndPasswordOffAddresses) {
  EXPECT_EQ(without_credentials("https://bot:word@host/a"), "https://host/a");
  EXPECT_EQ(without_credentials("git+https://word@host/a#1"), "git+https://host/a#1");
  EXPECT_EQ(without_credentials("pkg:npm/a@1?vcs_url=git%2Bhttps%3A%2F%2Fword%40host%2Fa"),
            "pkg:npm/a@1?vcs_url=git%2Bhttps%3A%2F%2Fhost%2Fa");
  for (const char* kept :
       {"https://host/a@1", "git+ssh://git@host/a", "ssh://me@host/a", "a@1.0.0", "https://host/?a=b@c"}) {
    EXPECT_EQ(without_credentials(kept), kept);
  }
}

TEST(Outgoing, MasksWhateverQuotesALine) {
  Finding finding = finding_at("src/hush.py", 3);
  finding.snippet = "a = 'hush'";
  finding.message = "'hush' goes out";
  finding.trace.push_back({"src/hush.py", {}, "hush here", "b = 'hush'"});
  Outgoing outgoing(masked, {});
  outgoing.apply(finding);
  EXPECT_EQ(finding.path, "src/*.py");
  EXPECT_EQ(finding.snippet, "a = '*'");
  EXPECT_EQ(finding.message, "'*' goes out");
  EXPECT_EQ(finding.trace[0].path, "src/*.py");
  EXPECT_EQ(finding.trace[0].message, "* here");
  EXPECT_EQ(finding.trace[0].snippet, "b = '*'");
  std::vector<Package> packages(2);
  packages[0].origin = "https://host/plain";
  packages[1].origin = "https://bot:word@host/hush";
  outgoing.apply(packages);
  EXPECT_EQ(packages[0].origin, "https://host/plain");
  EXPECT_EQ(packages[1].origin, "https://host/*");
  Notice notice{NoticeKind::limit, "", "hush", "hush"};
  outgoing.apply(notice);
  EXPECT_EQ(notice.path + notice.message, "**");
}

TEST(Outgoing, MasksTheOneOfManyThatQuotesASecret) {
  std::vector<Finding> findings(600, finding_at("a.lock", 3));
  for (Finding& finding : findings) {
    finding.type = FindingType::sca;
    finding.message = "weak";
    finding.fix = "raise it";
  }
  findings[1].message = "hush";
  findings[299].snippet = "a@hush";
  findings[599].fix = "hush";
  Outgoing outgoing(masked, {});
  outgoing.apply(findings);
  EXPECT_EQ(findings[0].message + findings[0].fix, "weakraise it");
  EXPECT_EQ(findings[1].message, "*");
  EXPECT_EQ(findings[299].snippet, "a@*");
  EXPECT_EQ(findings[599].fix, "*");
}

TEST(Outgoing, ShowsNoneOfManyLinesThatIsPartOfASecret) {
  Finding secret = finding_at("a.lock", 3);
  secret.secret = SecretDetail{};
  secret.secret->places.push_back({"a.lock", secret.range, {}, {}, {}});
  std::vector<Finding> findings = {finding_at("a.lock", 3), finding_at("a.lock", 4)};
  for (Finding& finding : findings) {
    finding.type = FindingType::sca;
    finding.snippet = "line";
  }
  Outgoing outgoing(masked, {secret});
  outgoing.apply(findings);
  EXPECT_EQ(findings[0].snippet, "");
  EXPECT_EQ(findings[1].snippet, "line");
}

TEST(Outgoing, ShowsNoLineThatIsPartOfASecret) {
  Finding secret = finding_at("key.pem", 2);
  secret.range.end.line = 9;
  secret.secret = SecretDetail{};
  secret.secret->places.push_back({"key.pem", secret.range, {}});
  Outgoing outgoing(masked, {secret});
  Finding inside = finding_at("key.pem", 5);
  inside.snippet = "MIIE";
  outgoing.apply(inside);
  EXPECT_EQ(inside.snippet, "");
  Finding below = finding_at("key.pem", 10);
  below.snippet = "text";
  outgoing.apply(below);
  EXPECT_EQ(below.snippet, "text");
}

}  // namespace
}  // namespace codelake
