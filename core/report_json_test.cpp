// SPDX-License-Identifier: Apache-2.0
#include "core/report_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace codelake {
namespace {

std::vector<std::string> keys_of(const nlohmann::ordered_json& json) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  return keys;
}

template <class T>
nlohmann::ordered_json parsed(const T& value) {
  return nlohmann::ordered_json::parse(json_text(value));
}

TEST(ReportJson, WritesTheTopLevelInTheOrderOfTheContract) {
  ScanReport report;
  report.coverage.scanners["sca"].ran = true;
  EXPECT_EQ(keys_of(parsed(report)),
            (std::vector<std::string>{"schema_version", "tool", "scan", "project", "summary", "findings", "packages",
                                      "notices", "coverage", "compliance"}));
}

TEST(ReportJson, LeavesPackagesOutWhenScaDidNotRun) {
  EXPECT_FALSE(parsed(ScanReport{}).contains("packages"));
}

TEST(ReportJson, NeverWritesTheRootOrTheIdentity) {
  ScanReport report;
  report.scan.root = "/somewhere/private";
  report.findings.emplace_back().identity = "the-identity";
  const std::string text = json_text(report);
  EXPECT_EQ(text.find("private"), std::string::npos);
  EXPECT_EQ(text.find("the-identity"), std::string::npos);
}

TEST(ReportJson, WritesEveryFieldOfAFinding) {
  Finding finding;
  finding.rule_id = "r";
  finding.fingerprint = "00112233445566778899aabbccddeeff";
  finding.package.emplace();
  finding.secret.emplace();
  finding.resource.emplace();
  finding.suppression.emplace();
  const auto json = to_json(finding);
  EXPECT_EQ(keys_of(json),
            (std::vector<std::string>{"id", "fingerprint", "rule_id", "type", "severity", "confidence", "message", "cwe",
                                      "path", "start", "end", "snippet", "trace", "fix", "status", "suppression",
                                      "package", "secret", "resource"}));
  EXPECT_EQ(json["id"], "f_001122334455");
  EXPECT_TRUE(json["package"]["fixed_version"].is_null());
}

TEST(ReportJson, CountsEverySeverityAndTypeEvenAtZero) {
  const auto json = parsed(Summary{});
  EXPECT_EQ(keys_of(json["by_severity"]), (std::vector<std::string>{"critical", "high", "medium", "low", "info"}));
  EXPECT_EQ(json["by_type"]["license"], 0);
}

TEST(ReportJson, ReplacesInvalidBytesEverywhere) {
  ScanReport report;
  Finding& finding = report.findings.emplace_back();
  finding.path = "a\xFF.py";
  finding.message = "\xC3";
  report.coverage.files_skipped["odd\x80"] = 1;
  const auto text = json_text(report);
  EXPECT_EQ(nlohmann::json::parse(text)["findings"][0]["path"], "a\xEF\xBF\xBD.py");
}

}  // namespace
}  // namespace codelake
