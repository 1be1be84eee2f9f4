// SPDX-License-Identifier: Apache-2.0
//
// What holds for every format; a new one is picked up by itself and needs only its golden file.
#include "core/file.h"
#include "reports/format.h"
#include "reports/samples.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace codelake::reports {
namespace {

std::string golden_path(const Format& format) {
  return std::string(CODELAKE_SOURCE_DIR) + "/tests/golden/reports/" + std::string(format.name()) + ".golden";
}

TEST(Formats, WriteTheSampleAsTheGoldenFilesSay) {
  const Style style{.color = false, .width = 100, .seconds = 0.41};
  for (const auto& format : all_formats()) {
    const std::string written = format->write(sample_report(), style);
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
      ASSERT_TRUE(write_file_atomically(golden_path(*format), written));
    }
    const auto golden = read_file(golden_path(*format), 1U << 20U);
    ASSERT_TRUE(golden) << golden.error().text();
    EXPECT_EQ(written, *golden) << format->name();
  }
}

TEST(Formats, WriteTheSameReportAsTheSameBytes) {
  for (const auto& format : all_formats()) {
    for (const auto& [name, report] : {std::pair{"sample", sample_report()}, std::pair{"hostile", hostile_report()}}) {
      EXPECT_EQ(format->write(report, {}), format->write(report, {})) << format->name() << " " << name;
    }
  }
}

TEST(Formats, WriteNoEscapeByteWithoutColor) {
  for (const auto& format : all_formats()) {
    for (const ScanReport& report : {sample_report(), hostile_report(), empty_report()}) {
      EXPECT_EQ(format->write(report, {}).find('\x1b'), std::string::npos) << format->name();
    }
  }
}

TEST(Formats, NeverWriteASecretAnIdentityOrTheRoot) {
  for (const auto& format : all_formats()) {
    const std::string written = format->write(sample_report(), {});
    EXPECT_EQ(written.find(sample_secret()), std::string::npos) << format->name();
    EXPECT_EQ(written.find(sample_report().scan.root), std::string::npos) << format->name();
  }
}

TEST(Formats, NeverClaimMoreThanAScanCanShow) {
  for (const auto& format : all_formats()) {
    const std::string written = format->write(sample_report(), {});
    for (const char* word : {"compliant", "certified", "satisfied"}) {
      EXPECT_EQ(written.find(word), std::string::npos) << format->name() << " says " << word;
    }
  }
}

TEST(Formats, WriteThirtyThousandFindingsInLinearTime) {
  const ScanReport report = large_report(30'000);
  for (const auto& format : all_formats()) {
    const std::clock_t start = std::clock();  // of the processor: a busy machine does not fail the test
    EXPECT_FALSE(format->write(report, {}).empty());
    EXPECT_LT((std::clock() - start) / CLOCKS_PER_SEC, 60) << format->name();
  }
}

TEST(Formats, HaveDistinctNamesInAlphabeticalOrder) {
  std::string before;
  for (const auto& format : all_formats()) {
    EXPECT_LT(before, format->name());
    EXPECT_FALSE(format->description().empty());
    before = format->name();
  }
}

}  // namespace
}  // namespace codelake::reports
