// SPDX-License-Identifier: Apache-2.0
#include "tests/support/history_fixture.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace codelake::cli::findings {
std::unique_ptr<Command> make_command();

namespace {

using nlohmann::json;
using test::sample_finding;
using test::sample_scan;
using testing::HasSubstr;

struct FindingsCommandTest : test::HistoryFixture {
  test::CommandRun findings(std::vector<std::string> words) { return run(make_command(), std::move(words)); }
};

TEST_F(FindingsCommandTest, ListsTheWorstFirst) {
  save(sample_scan("a1", {sample_finding("aa", FindingType::sast, Severity::low),
                          sample_finding("bb", FindingType::secrets, Severity::critical)}));
  EXPECT_EQ(findings({"list"}).out,
            "SEVERITY  STATUS  ID              RULE                  PLACE        MESSAGE\n"
            "critical  open    f_bb0000000000  python/sql-injection  src/bb.py:3  A query is built from input.\n"
            "low       open    f_aa0000000000  python/sql-injection  src/aa.py:3  A query is built from input.\n"
            "2 of 2 findings\n");
  EXPECT_THAT(findings({"list", "--limit", "1"}).out, HasSubstr("1 of 2 findings (--offset 1 for more)"));
  EXPECT_THAT(findings({"list", "--severity", "low"}).out, HasSubstr("1 of 1 finding\n"));
  EXPECT_THAT(findings({"list", "--type", "secrets", "--status", "open", "--rule", "python/*"}).out, HasSubstr("f_bb"));
  EXPECT_EQ(findings({"list", "--status", "fixed"}).out, "no finding fits\n");
  EXPECT_FALSE(findings({"list", "--severity", "awful"}).parsed);
  EXPECT_FALSE(findings({"list", "--limit", "0"}).parsed);
}

TEST_F(FindingsCommandTest, WritesJsonWithTheLifeOfEachFinding) {
  save(sample_scan("a1", {sample_finding("aa")}));
  save(sample_scan("b2", {}));
  const json all = json::parse(findings({"list", "--format", "json"}).out);
  EXPECT_EQ(all.at("total"), 1);
  const json& one = all.at("findings")[0];
  EXPECT_EQ(one.at("status"), "fixed");
  EXPECT_EQ(one.at("rule_id"), "python/sql-injection");
  EXPECT_EQ(one.at("last_seen").at("scan"), "s_a1");
  EXPECT_EQ(json::parse(findings({"show", "aa", "--format", "json"}).out), one);
}

TEST_F(FindingsCommandTest, ShowsOneFinding) {
  save(sample_scan("a1", {sample_finding("aa")}));
  const auto shown = findings({"show", "f_aa"});
  EXPECT_THAT(shown.out, HasSubstr("high[python/sql-injection] A query is built from input.\n  --> src/aa.py:3\n"));
  EXPECT_THAT(shown.out, HasSubstr("    cursor.execute(query)\n"));
  EXPECT_THAT(shown.out, HasSubstr("status       open\n"));
  EXPECT_EQ(findings({"show", "ff"}).kind, ErrorKind::no_data);
}

TEST_F(FindingsCommandTest, ShowsNothingThatCouldDriveATerminal) {
  Finding odd = sample_finding("aa");
  odd.path = "src/\x1b[2J.py";
  odd.message = "two\nlines \x1b]0;title\x07";
  odd.snippet = "x = '\x1b[31m'";
  save(sample_scan("a1", {odd}));
  for (const auto& words : {std::vector<std::string>{"list"}, {"show", "aa"}}) {
    const auto shown = findings(words);
    EXPECT_EQ(shown.code, 0);
    EXPECT_EQ(shown.out.find('\x1b'), std::string::npos);
    EXPECT_EQ(shown.out.find('\x07'), std::string::npos);
    EXPECT_THAT(shown.out, HasSubstr("\\x1b[2J"));
  }
}

TEST_F(FindingsCommandTest, IsAboutTheProjectOfTheCurrentFolderUnlessAskedOtherwise) {
  ScanReport other = sample_scan("b2", {sample_finding("bb")});
  other.project = {"p_2", "other"};
  save(sample_scan("a1", {sample_finding("aa")}));
  save(other);
  EXPECT_EQ(findings({"list"}).out.find("src/bb.py"), std::string::npos);
  EXPECT_EQ(findings({"list", "--project", "other"}).out.find("src/aa.py"), std::string::npos);
  EXPECT_THAT(findings({"list", "--all-projects"}).out, HasSubstr("2 of 2 findings"));
  write("codelake.yaml", "project: other\n");
  EXPECT_THAT(findings({"list"}).out, HasSubstr("src/bb.py"));
}

TEST_F(FindingsCommandTest, IsNeverAnEmptySuccess) {
  EXPECT_EQ(findings({"list"}).kind, ErrorKind::no_data);
  save(sample_scan("a1", {}));
  EXPECT_EQ(findings({"list", "--project", "nothing-like-it"}).kind, ErrorKind::no_data);
  EXPECT_EQ(findings({"list"}).out, "no finding fits\n") << "a scan that found nothing";
}

}  // namespace
}  // namespace codelake::cli::findings
