// SPDX-License-Identifier: Apache-2.0
#include "core/baseline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codelake {
namespace {

Finding finding(const std::string& fingerprint, std::uint32_t line) {
  Finding made;
  made.rule_id = "r";
  made.path = "a.py";
  made.fingerprint = fingerprint;
  made.range.start.line = line;
  return made;
}

TEST(Baseline, HoldsWhatItWasWrittenFromWhateverTheLines) {
  const auto baseline = Baseline::parse(Baseline::write({finding("f1", 3), finding("f2", 9)}), "b");
  ASSERT_TRUE(baseline);
  std::vector<Finding> later = {finding("f1", 30), finding("f3", 1)};
  std::vector<Notice> notices;
  baseline->apply(later, notices);
  EXPECT_EQ(later[0].status(), "baseline");
  EXPECT_EQ(later[1].status(), "open");
  ASSERT_EQ(notices.size(), 1U);
  EXPECT_THAT(notices[0].message, testing::StartsWith("1 baseline entries no longer exist"));
}

TEST(Baseline, IsSortedAndFreeOfLines) {
  const std::string text = Baseline::write({finding("f2", 9), finding("f1", 3)});
  EXPECT_EQ(text, Baseline::write({finding("f1", 4), finding("f2", 1)}));
  EXPECT_LT(text.find("f1"), text.find("f2"));
}

TEST(Baseline, RefusesWhatIsNone) {
  for (const char* text : {"", "[]", "{\"findings\": []}", "{\"baseline_version\": 1}",
                           "{\"baseline_version\": 1, \"findings\": [{}]}"}) {
    EXPECT_FALSE(Baseline::parse(text, "b")) << text;
  }
}

}  // namespace
}  // namespace codelake
