// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/osv_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codelake::sca {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(OsvRecord, TakesWhatAnIndexNeeds) {
  OsvReader reader;
  const auto record = reader.parse(R"({
    "id": "PYSEC-1", "modified": "2024-01-02T03:04:05Z", "summary": "S", "details": "D",
    "aliases": ["CVE-1", "GHSA-1"], "upstream": ["CVE-9"],
    "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N"}, {"type": "Ubuntu", "score": "high"}],
    "database_specific": {"severity": "HIGH", "cwe_ids": ["CWE-79", "CWE-x", "CWE-"]},
    "references": [{"type": "FIX", "url": "https://a.example/"}],
    "affected": [{"package": {"ecosystem": "PyPI", "name": "a"},
      "database_specific": {"cwes": [{"cweId": "CWE-506"}]},
      "versions": ["1.0", ""],
      "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2"}, {"last_affected": "3"}, {"limit": "*"}]},
                 {"type": "GIT", "events": [{"introduced": "0"}]}]}]})");
  ASSERT_TRUE(record) << record.error().text();
  EXPECT_EQ(record->id, "PYSEC-1");
  EXPECT_EQ(record->summary, "S");
  EXPECT_THAT(record->aliases, ElementsAre("CVE-1", "GHSA-1"));
  EXPECT_THAT(record->severity.vectors, ElementsAre("CVSS:3.1/AV:N"));
  EXPECT_EQ(record->severity.word, "HIGH");
  EXPECT_THAT(record->cwe, ElementsAre(79, 506));
  EXPECT_FALSE(record->withdrawn);
  EXPECT_FALSE(record->malicious);
  ASSERT_EQ(record->affected.size(), 1U);
  const OsvAffected& affected = record->affected[0];
  EXPECT_EQ(affected.ecosystem, "PyPI");
  EXPECT_THAT(affected.versions, ElementsAre("1.0"));
  ASSERT_EQ(affected.ranges.size(), 2U);
  ASSERT_EQ(affected.ranges[0].events.size(), 4U);
  EXPECT_EQ(affected.ranges[0].events[2].kind, OsvEventKind::last_affected);
  EXPECT_EQ(affected.ranges[0].events[2].version, "3");
  EXPECT_EQ(affected.ranges[1].type, OsvRangeType::git);
}

TEST(OsvRecord, TakesMembersOfAnotherTypeAsAbsent) {
  OsvReader reader;
  const auto record = reader.parse(R"({"id": "A-1", "summary": 7, "aliases": "CVE-1", "withdrawn": null,
    "affected": [null, 3, {"package": [], "versions": {"a": 1}, "ranges": [[], {"type": 1, "events": [7]}]}],
    "severity": [{"type": "CVSS_V3"}], "database_specific": []})");
  ASSERT_TRUE(record) << record.error().text();
  EXPECT_EQ(record->summary, "");
  EXPECT_THAT(record->aliases, IsEmpty());
  EXPECT_FALSE(record->withdrawn);
  ASSERT_EQ(record->affected.size(), 1U);
  EXPECT_EQ(record->affected[0].ecosystem, "");
  EXPECT_THAT(record->affected[0].versions, IsEmpty());
}

TEST(OsvRecord, RefusesWhatIsNoRecord) {
  OsvReader reader;
  for (const char* text :
       {"", "[]", "{}", "{\"id\": 1}", "{\"id\": \"\"}", "{\"id\": \"a b\"}", "{\"id\": \"A-1\"", "\"A-1\"",
        "{\"id\": \"A\\u001b[0m\"}", "{\"id\": \"\xFF\"}"}) {
    EXPECT_FALSE(reader.parse(text)) << text;
  }
  const std::string deep =
      "{\"id\": \"A-1\", \"x\": " + std::string(5000, '[') + std::string(5000, ']') + "}";
  EXPECT_FALSE(reader.parse(deep));
  EXPECT_TRUE(reader.parse("{\"id\": \"A-1\"}"));
}

TEST(OsvRecord, KnowsMaliciousPackages) {
  OsvReader reader;
  EXPECT_TRUE(reader.parse(R"({"id": "MAL-2024-1"})")->malicious);
  EXPECT_TRUE(reader.parse(R"({"id": "GHSA-1", "aliases": ["MAL-2024-1"]})")->malicious);
  EXPECT_TRUE(
      reader.parse(R"({"id": "X-1", "database_specific": {"malicious-packages-origins": []}})")->malicious);
  EXPECT_FALSE(reader.parse(R"({"id": "X-1", "database_specific": {}})")->malicious);
}

TEST(OsvRecord, MarksWithdrawnRecords) {
  OsvReader reader;
  EXPECT_TRUE(reader.parse(R"({"id": "X-1", "withdrawn": "2024-01-01T00:00:00Z"})")->withdrawn);
}

}  // namespace
}  // namespace codelake::sca
