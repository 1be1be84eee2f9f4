// SPDX-License-Identifier: Apache-2.0
#include "tests/support/history_fixture.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace codelake::cli::scans {
std::unique_ptr<Command> make_command();

namespace {

using nlohmann::json;
using test::sample_finding;
using test::sample_scan;
using testing::HasSubstr;

struct ScansCommandTest : test::HistoryFixture {
  test::CommandRun scans(std::vector<std::string> words) { return run(make_command(), std::move(words)); }
};

TEST_F(ScansCommandTest, ListsScansNewestFirst) {
  save(sample_scan("a1", {sample_finding("aa")}));
  save(sample_scan("b2", {}));
  const auto listed = scans({});
  EXPECT_EQ(listed.code, 0);
  EXPECT_EQ(listed.out,
            "SCAN  FINISHED          PROJECT  BRANCH  COMMIT        OPEN  SCORE\n"
            "s_b2  2026-04-26 10:00  shop     main    0123456789ab     0     50\n"
            "s_a1  2026-04-26 10:00  shop     main    0123456789ab     1     50\n");
  EXPECT_EQ(scans({"list"}).out, listed.out);
  EXPECT_EQ(scans({"list", "--limit", "1", "--offset", "1"}).out.find("s_b2"), std::string::npos);
}

TEST_F(ScansCommandTest, WritesJson) {
  save(sample_scan("a1", {sample_finding("aa")}));
  const json all = json::parse(scans({"list", "--format", "json"}).out);
  ASSERT_EQ(all.at("scans").size(), 1U);
  EXPECT_EQ(all.at("scans")[0].at("id"), "s_a1");
  EXPECT_EQ(all.at("scans")[0].at("project").at("name"), "shop");
  EXPECT_EQ(all.at("scans")[0].at("overall_score"), 50);
  const json one = json::parse(scans({"show", "a1", "--format", "json"}).out);
  EXPECT_EQ(one.at("compliance").at("frameworks").at("soc2").at("fail"), 1);
}

TEST_F(ScansCommandTest, ShowsOneScan) {
  save(sample_scan("a1", {sample_finding("aa")}));
  const auto shown = scans({"show", "s_a"});
  EXPECT_THAT(shown.out, HasSubstr("project       shop\n"));
  EXPECT_THAT(shown.out, HasSubstr("open findings 1\n  high        1\n"));
  EXPECT_THAT(shown.out, HasSubstr("score         50\n"));
}

TEST_F(ScansCommandTest, IsNeverAnEmptySuccess) {
  EXPECT_EQ(scans({}).kind, ErrorKind::no_data) << "no database";
  save(sample_scan("a1", {}));
  EXPECT_EQ(scans({"show", "zz"}).kind, ErrorKind::no_data);
  const auto other = scans({"--project", "shpo"});
  EXPECT_EQ(other.kind, ErrorKind::no_data);
  EXPECT_THAT(other.error, HasSubstr("did you mean 'shop'?"));
  EXPECT_FALSE(scans({"--format", "xml"}).parsed);
}

TEST_F(ScansCommandTest, ListsEveryProjectUnlessOneIsNamed) {
  ScanReport other = sample_scan("b2", {});
  other.project = {"p_2", "other"};
  save(sample_scan("a1", {}));
  save(other);
  EXPECT_THAT(scans({}).out, HasSubstr("other"));
  EXPECT_THAT(scans({}).out, HasSubstr("shop"));
  EXPECT_EQ(scans({"--project", "shop"}).out.find("other"), std::string::npos);
}

}  // namespace
}  // namespace codelake::cli::scans
