// SPDX-License-Identifier: Apache-2.0
#include "reports/format.h"

#include <gtest/gtest.h>

namespace codelake::reports::csv {

std::unique_ptr<Format> make_format();

namespace {

// The record of a finding with this message.
std::string record_of(const std::string& message) {
  ScanReport report;
  report.findings.emplace_back().message = message;
  const std::string text = make_format()->write(report, {});
  return text.substr(text.find("\r\n") + 2);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(Csv, QuotesWhatRfc4180Says) {
  EXPECT_TRUE(holds(record_of("a, \"b\"\nc"), ",\"a, \"\"b\"\"\nc\","));
  EXPECT_TRUE(holds(record_of("plain"), ",plain,"));
}

TEST(Csv, TakesTheForceOutOfFormulas) {
  for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"}) {
    EXPECT_TRUE(holds(record_of(formula), ",'" + std::string(formula) + ",")) << formula;
  }
  EXPECT_TRUE(holds(record_of("\r=1"), ",\"'\r=1\","));
  EXPECT_TRUE(holds(record_of("a=1"), ",a=1,"));
}

TEST(Csv, ReplacesControlCharacters) { EXPECT_TRUE(holds(record_of("a\x1b[1m"), ",a\xEF\xBF\xBD[1m,")); }

TEST(Csv, WritesOnlyTheHeaderForNoFinding) {
  const std::string text = make_format()->write(ScanReport{}, {});
  EXPECT_TRUE(text.starts_with("id,fingerprint,rule_id,"));
  EXPECT_EQ(text.find("\r\n"), text.size() - 2);
}

}  // namespace
}  // namespace codelake::reports::csv
