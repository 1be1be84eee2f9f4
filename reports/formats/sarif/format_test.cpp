// SPDX-License-Identifier: Apache-2.0
#include "reports/format.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace codelake::reports::sarif {

std::unique_ptr<Format> make_format();

namespace {

nlohmann::json run_of(const ScanReport& report) {
  return nlohmann::json::parse(make_format()->write(report, {}))["runs"][0];
}

ScanReport report_of(std::size_t count) {
  ScanReport report;
  for (std::size_t i = 0; i < count; ++i) {
    Finding finding;
    finding.rule_id = "r" + std::to_string(i % 3);
    finding.path = "a.py";
    finding.severity = i % 2 == 0 ? Severity::low : Severity::critical;
    finding.fingerprint = std::to_string(i);
    report.findings.push_back(std::move(finding));
  }
  return report;
}

TEST(Sarif, KeepsTheWorstResultsWhenThereAreTooMany) {
  const auto run = run_of(report_of(26'000));
  ASSERT_EQ(run["results"].size(), 25'000U);
  std::size_t errors = 0;
  std::size_t last = 0;
  for (const auto& result : run["results"]) {
    errors += result["level"] == "error" ? 1 : 0;
    const std::size_t number = std::stoul(result["partialFingerprints"]["codelake/v1"].get<std::string>());
    EXPECT_GE(number, last);  // report order is kept
    last = number;
  }
  EXPECT_EQ(errors, 13'000U);
  const auto& notifications = run["invocations"][0]["toolExecutionNotifications"];
  ASSERT_EQ(notifications.size(), 1U);
  EXPECT_NE(notifications[0]["message"]["text"].get<std::string>().find("1000 of 26000"), std::string::npos);
}

TEST(Sarif, NamesTheRuleOfEveryResult) {
  const auto run = run_of(report_of(9));
  const auto& rules = run["tool"]["driver"]["rules"];
  ASSERT_EQ(rules.size(), 3U);
  for (const auto& result : run["results"]) {
    EXPECT_EQ(rules[result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
  }
}

TEST(Sarif, WritesTheSecuritySeverityAsAString) {
  const auto run = run_of(report_of(2));
  EXPECT_EQ(run["tool"]["driver"]["rules"][1]["properties"]["security-severity"], "9.5");
}

TEST(Sarif, DoesNotCallQualitySecurity) {
  ScanReport report = report_of(1);
  report.findings[0].type = FindingType::quality;
  const auto properties = run_of(report)["tool"]["driver"]["rules"][0]["properties"];
  EXPECT_EQ(properties["tags"], nlohmann::json({"quality"}));
  EXPECT_FALSE(properties.contains("security-severity"));
}

TEST(Sarif, SaysWhoSuppressedAFinding) {
  ScanReport report = report_of(1);
  report.findings[0].suppression = Suppression{Suppression::Kind::in_source, "checked by hand"};
  const auto suppression = run_of(report)["results"][0]["suppressions"][0];
  EXPECT_EQ(suppression["kind"], "inSource");
  EXPECT_EQ(suppression["justification"], "checked by hand");
}

TEST(Sarif, SaysThatAScanWithAnInternalErrorDidNotSucceed) {
  ScanReport report;
  EXPECT_TRUE(run_of(report)["invocations"][0]["executionSuccessful"]);
  report.notices = {{NoticeKind::internal, "sast", "a.py", "given up"}};
  EXPECT_FALSE(run_of(report)["invocations"][0]["executionSuccessful"]);
}

}  // namespace
}  // namespace codelake::reports::sarif
