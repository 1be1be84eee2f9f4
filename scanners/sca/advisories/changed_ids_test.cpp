// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/changed_ids.h"

#include "scanners/sca/advisories/timestamp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codelake::sca {
namespace {

using ::testing::ElementsAre;
using ::testing::Optional;

const std::string k_list =
    "2024-05-03T00:00:00.25Z,npm/GHSA-3\n2024-05-02T00:00:00Z,GHSA-2\r\n2024-05-01T00:00:00Z,npm/GHSA-1\n";

std::optional<std::vector<std::string>> ids(const std::string& list, std::string_view since,
                                            std::size_t count_max = 10) {
  return changed_ids(list, seconds_of(since), count_max);
}

TEST(ChangedIds, AreThoseFromATimeOn) {
  EXPECT_THAT(ids(k_list, "2024-05-02T00:00:00Z"), Optional(ElementsAre("GHSA-3", "GHSA-2")));
  EXPECT_THAT(ids(k_list, "2024-06-01T00:00:00Z"), Optional(ElementsAre()));
}

TEST(ChangedIds, CannotBeToldWhenTheListIsTooShortTooLongOrNone) {
  EXPECT_FALSE(ids(k_list, "2024-01-01T00:00:00Z"));
  EXPECT_FALSE(ids(k_list, "2024-05-02T00:00:00Z", 1));
  EXPECT_FALSE(ids("", "2024-05-02T00:00:00Z"));
  EXPECT_FALSE(ids("<html>\n", "2024-05-02T00:00:00Z"));
  EXPECT_FALSE(ids("0001-01-01T00:00:00Z,Go/GO-1\n", "2024-05-02T00:00:00Z"));
  EXPECT_FALSE(ids("2024-05-03T00:00:00Z,npm/../../x y\n", "2024-05-02T00:00:00Z"));
}

TEST(Timestamps, AreReadAndWrittenToTheSecond) {
  EXPECT_EQ(seconds_of("1970-01-02T00:00:01Z"), 86'401U);
  EXPECT_EQ(time_text(seconds_of("2024-02-29T23:59:59.999Z")), "2024-02-29T23:59:59Z");
  for (const char* odd : {"", "0001-01-01T00:00:00Z", "2024-13-01T00:00:00Z", "2024-02-30T00:00:00Z",
                          "2024-01-01 00:00:00Z", "2024-01-01T00:00:00+02:00"}) {
    EXPECT_EQ(seconds_of(odd), 0U) << odd;
  }
  EXPECT_EQ(time_text(0), "");
}

}  // namespace
}  // namespace codelake::sca
