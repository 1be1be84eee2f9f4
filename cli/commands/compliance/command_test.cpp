// SPDX-License-Identifier: Apache-2.0
#include "tests/support/history_fixture.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace codelake::cli::compliance {
std::unique_ptr<Command> make_command();

namespace {

using nlohmann::json;
using test::sample_finding;
using test::sample_scan;
using testing::ElementsAre;
using testing::HasSubstr;

struct ComplianceCommandTest : test::HistoryFixture {
  test::CommandRun compliance(std::vector<std::string> words) { return run(make_command(), std::move(words)); }
  json compliance_json(std::vector<std::string> words) {
    words.insert(words.end(), {"--format", "json"});
    const auto done = compliance(std::move(words));
    EXPECT_EQ(done.code, 0) << done.error;
    return json::parse(done.out, nullptr, false);
  }
};

TEST_F(ComplianceCommandTest, ListsFrameworksAsTheReferenceDocumentDoes) {
  const json body = compliance_json({"frameworks"});
  EXPECT_EQ(body.at("available").size(), 6U);
  EXPECT_TRUE(body.at("enabled_keys").is_null());
  EXPECT_EQ(body.at("default_all_enabled"), true);
  for (const json& entry : body.at("available")) {
    for (const auto key : {"key", "name", "description", "control_count", "custom", "enabled", "requires_plan", "plan_locked"}) {
      EXPECT_TRUE(entry.contains(key)) << key;
    }
    EXPECT_EQ(entry.at("enabled"), true);
  }
  EXPECT_EQ(body.at("frameworks").size(), 6U);
  write("codelake.yaml", "frameworks:\n  enabled: [soc2, owasp]\n");
  const json chosen = compliance_json({"frameworks"});
  EXPECT_THAT(chosen.at("enabled_keys"), ElementsAre("soc2", "owasp"));
  EXPECT_EQ(chosen.at("default_all_enabled"), false);
  EXPECT_EQ(chosen.at("available")[0].at("key"), "hipaa");
  EXPECT_EQ(chosen.at("available")[0].at("enabled"), false);
  EXPECT_THAT(compliance({"frameworks"}).out, HasSubstr("hipaa"));
}

TEST_F(ComplianceCommandTest, ListsControlsWithRecommendations) {
  write("codelake.yaml", "frameworks:\n  disabled_controls:\n    soc2: [CC8.1, CC2.1]\n");
  const json body = compliance_json({"controls", "soc2"});
  EXPECT_EQ(body.at("framework_key"), "soc2");
  EXPECT_EQ(body.at("framework_name"), "SOC 2 Type II");
  EXPECT_EQ(body.at("custom"), false);
  EXPECT_EQ(body.at("disabled_count"), 2);
  ASSERT_EQ(body.at("controls").size(), 15U);
  EXPECT_EQ(body.at("controls")[0].at("disabled"), true);
  const json& access = body.at("controls")[5];
  EXPECT_EQ(access.at("id"), "CC6.1");
  EXPECT_EQ(access.at("check_type"), "secrets");
  EXPECT_EQ(access.at("recommendation"), "required");
  EXPECT_FALSE(access.at("recommendation_reason").get<std::string>().empty());
  EXPECT_THAT(compliance({"controls", "soc2"}).out, HasSubstr("CC6.1"));
}

TEST_F(ComplianceCommandTest, RefusesWhatDoesNotExist) {
  const auto unknown = compliance({"controls", "sox2"});
  EXPECT_EQ(unknown.kind, ErrorKind::usage);
  EXPECT_EQ(unknown.error, "Unknown framework: sox2 (did you mean 'soc2'?)");
  write("codelake.yaml", "frameworks:\n  disabled_controls:\n    soc2: [CC99.9]\n");
  EXPECT_EQ(compliance({"frameworks"}).error, "Unknown control: CC99.9");
  EXPECT_EQ(compliance({"frameworks"}).kind, ErrorKind::usage);
}

TEST_F(ComplianceCommandTest, GivesTheScoreOfTheLastWholeScan) {
  save(sample_scan("a1", {sample_finding("aa")}));
  ScanReport part = sample_scan("b2", {});
  part.scan.whole = false;
  part.scorecard = {};
  save(part);
  const json body = compliance_json({"score"});
  EXPECT_EQ(body.at("repo_id"), 1);
  EXPECT_EQ(body.at("repo_name"), "shop");
  EXPECT_EQ(body.at("scan_id"), "s_a1");
  EXPECT_EQ(body.at("evaluated_at"), "2026-04-26T10:00:09Z");
  EXPECT_EQ(body.at("last_scan"), "2026-04-26 10:00:09");
  EXPECT_EQ(body.at("total_issues"), 1);
  for (const auto key : {"overall_score", "total_controls", "passing", "partial", "failing", "posture", "risk_areas", "recommendation"}) {
    EXPECT_TRUE(body.at("executive_summary").contains(key)) << key;
  }
  for (const auto key : {"name", "score", "pass", "partial", "fail", "total", "controls"}) {
    EXPECT_TRUE(body.at("frameworks").at("soc2").contains(key)) << key;
  }
  EXPECT_EQ(compliance_json({"score", "shop", "--framework", "soc2"}).at("frameworks").size(), 1U);
  const auto text = compliance({"score", "shop"}).out;
  EXPECT_THAT(text, HasSubstr("overall 50 (Moderate). Address failing controls in soc2.\n"));
  EXPECT_THAT(text, HasSubstr("soc2 CC6.6  fail   open findings: 1 high"));
}

TEST_F(ComplianceCommandTest, GivesTheTrend) {
  save(sample_scan("a1", {}));
  ScanReport better = sample_scan("b2", {});
  better.scorecard.summary.overall_score = 80;
  better.scorecard.frameworks["soc2"].score = 75;
  save(better);
  const json body = compliance_json({"trend", "--framework", "soc2", "--days", "30"});
  EXPECT_EQ(body.at("framework"), "soc2");
  EXPECT_EQ(body.at("days"), 30);
  ASSERT_EQ(body.at("points").size(), 2U);
  EXPECT_EQ(body.at("points")[1].at("score"), 75);
  EXPECT_THAT(compliance({"trend"}).out, HasSubstr("   80     +30\n"));
}

TEST_F(ComplianceCommandTest, RefusesAThresholdOfDataThatDoesNotExist) {
  EXPECT_EQ(compliance({"score"}).kind, ErrorKind::no_data) << "no database";
  ScanReport part = sample_scan("a1", {});
  part.scan.whole = false;
  part.scorecard = {};
  save(part);
  EXPECT_THAT(compliance({"score"}).error, HasSubstr("only changed files"));
  EXPECT_EQ(compliance({"score", "other"}).kind, ErrorKind::no_data);
  EXPECT_EQ(compliance({"trend"}).kind, ErrorKind::no_data);
  save(sample_scan("b2", {}));
  EXPECT_EQ(compliance({"score", "--framework", "owasp"}).kind, ErrorKind::no_data) << "was not evaluated";
  EXPECT_EQ(compliance({"score", "--framework", "owasq"}).kind, ErrorKind::usage);
  write("codelake.yaml", "frameworks:\n  enabled: [soc2]\n");
  EXPECT_EQ(compliance({"score", "--framework", "owasp"}).kind, ErrorKind::usage);
  EXPECT_THAT(compliance({"trend", "--framework", "owasp"}).error, HasSubstr("disabled"));
}

}  // namespace
}  // namespace codelake::cli::compliance
