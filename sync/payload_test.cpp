// SPDX-License-Identifier: Apache-2.0
#include "sync/payload.h"

#include "core/report_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace codelake::sync {
namespace {

Finding finding_with_source() {
  Finding finding;
  finding.rule_id = "python-eval";
  finding.path = "app/a.py";
  finding.message = "the message";
  finding.fingerprint = "00112233445566778899aabbccddeeff";
  finding.range = {{3, 1, 20}, {3, 9, 28}};
  finding.snippet = "SOURCE = 1";
  finding.fix = "SOURCE = 2";
  finding.trace = {{"app/b.py", {{1, 1, 0}, {1, 2, 1}}, "through SOURCE"}};
  return finding;
}

std::string page_of(const Finding& finding) { return "[" + json_text(finding) + "]"; }

TEST(FindingsPayload, HoldsNoSourceCode) {
  const auto body = findings_payload(page_of(finding_with_source()));
  ASSERT_TRUE(body);
  EXPECT_EQ(body->find("SOURCE"), std::string::npos);
}

TEST(FindingsPayload, KeepsTheShapeOfTheReport) {
  const nlohmann::ordered_json whole = to_json(finding_with_source());
  const auto sent = nlohmann::ordered_json::parse(*findings_payload(page_of(finding_with_source())))["findings"][0];
  for (const auto& [key, value] : whole.items()) EXPECT_TRUE(sent.contains(key)) << key;
  for (const char* key : {"id", "fingerprint", "rule_id", "message", "path", "start", "end", "status"}) {
    EXPECT_EQ(sent[key], whole[key]);
  }
  EXPECT_EQ(sent["trace"][0]["start"], whole["trace"][0]["start"]);
}

TEST(FindingsPayload, DropsKeysItDoesNotKnow) {
  EXPECT_EQ(findings_payload(R"([{"rule_id":"r","surprise":"source"}])")->find("surprise"), std::string::npos);
}

TEST(FindingsPayload, FailsOnWhatIsNoPageOfFindings) {
  for (const char* page : {"", "{}", "[1]", "[{}", "null"}) EXPECT_FALSE(findings_payload(page)) << page;
  EXPECT_EQ(findings_payload("[]"), R"({"findings":[]})");
}

}  // namespace
}  // namespace codelake::sync
