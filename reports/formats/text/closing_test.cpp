// SPDX-License-Identifier: Apache-2.0
#include "reports/formats/text/closing.h"

#include <gtest/gtest.h>

namespace codelake::reports::text {
namespace {

TEST(SummaryLine, NeverSaysNoFindingsWithoutHavingLooked) {
  ScanReport report;
  EXPECT_EQ(summary_text(report, {}), "nothing was looked at: 0 files read\n");
  report.coverage.files_read = 3;
  EXPECT_EQ(summary_text(report, {}), "nothing was looked at: 3 files read\n");
  report.coverage.scanners["sast"].ran = true;
  EXPECT_EQ(summary_text(report, {}), "no findings in 3 files looked at by sast\n");
}

TEST(SummaryLine, CountsWhatIsApart) {
  ScanReport report;
  report.coverage.files_read = 1;
  report.coverage.files_skipped = {{"binary", 2}};
  report.findings.resize(3);
  report.findings[1].suppression = Suppression{Suppression::Kind::in_source, "x"};
  report.findings[2].suppression = Suppression{Suppression::Kind::baseline, ""};
  EXPECT_EQ(summary_text(report, {.seconds = 0.5}),
            "1 finding: 1 medium in 1 file, 0.50 s; 1 suppressed; 1 in the baseline; 2 files not analysed\n");
}

TEST(Scores, AreNoNumberWhenNothingWasAssessed) {
  Scorecard scorecard;
  FrameworkResult& framework = scorecard.frameworks["soc2"];
  framework.key = "soc2";
  framework.total = framework.not_assessed = 15;
  scorecard.summary.total_controls = scorecard.summary.not_assessed = 15;
  const std::string text = scores_text(scorecard, {});
  EXPECT_NE(text.find("soc2           -        0%"), std::string::npos) << text;
  EXPECT_NE(text.find("none: nothing was assessed"), std::string::npos) << text;
}

TEST(Notices, AreCutAfterTenOfAKind) {
  ScanReport report;
  report.notices.resize(12, {NoticeKind::unreadable, "", "a", "gone"});
  const std::string text = notices_text(report, {});
  EXPECT_NE(text.find("notices, unreadable (12)\n"), std::string::npos);
  EXPECT_NE(text.find("  and 2 more\n"), std::string::npos);
}

TEST(Numbers, HaveSeparators) {
  EXPECT_EQ(with_separators(7), "7");
  EXPECT_EQ(with_separators(1234567), "1,234,567");
  EXPECT_EQ(counted(1, "file"), "1 file");
  EXPECT_EQ(counted(0, "file"), "0 files");
}

}  // namespace
}  // namespace codelake::reports::text
