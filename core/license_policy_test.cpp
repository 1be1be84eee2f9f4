// SPDX-License-Identifier: Apache-2.0
#include "core/license_policy.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

LicenseVerdict verdict(const char* declared, const LicensePolicy& policy) {
  return judge(parse_license(declared).value(), policy);
}

TEST(LicensePolicy, AllowsWhatNoListNamesUnlessThereIsAListOfAllowedOnes) {
  EXPECT_EQ(verdict("MIT", {}), LicenseVerdict::allowed);
  EXPECT_EQ(verdict("MIT", {{}, {}, {"GPL-*"}}), LicenseVerdict::allowed);
  EXPECT_EQ(verdict("MIT", {{"ISC"}, {}, {}}), LicenseVerdict::unlisted);
}

TEST(LicensePolicy, TakesTheBestOfAChoiceAndTheWorstOfASum) {
  const LicensePolicy policy = {{"MIT", "Apache-2.0"}, {"MPL-*"}, {"GPL-*"}};
  EXPECT_EQ(verdict("MIT OR GPL-3.0-only", policy), LicenseVerdict::allowed);
  EXPECT_EQ(verdict("MIT AND GPL-3.0-only", policy), LicenseVerdict::denied);
  EXPECT_EQ(verdict("(MPL-2.0 OR GPL-3.0-only) AND MIT", policy), LicenseVerdict::review);
  EXPECT_EQ(verdict("MPL-2.0 AND Zlib", policy), LicenseVerdict::unlisted);
}

TEST(LicensePolicy, BelievesTheEntryThatSaysMost) {
  const LicensePolicy policy = {{"GPL-2.0-only WITH Classpath-exception-2.0", "LGPL-2.1-only"}, {}, {"GPL-*", "LGPL-*"}};
  EXPECT_EQ(verdict("GPL-2.0-only WITH Classpath-exception-2.0", policy), LicenseVerdict::allowed);
  EXPECT_EQ(verdict("GPL-3.0-only WITH Classpath-exception-2.0", policy), LicenseVerdict::denied);
  EXPECT_EQ(verdict("GPL-2.0-only", policy), LicenseVerdict::denied);
  EXPECT_EQ(verdict("LGPL-2.1-only", policy), LicenseVerdict::allowed);
  EXPECT_EQ(verdict("LGPL-3.0-only", policy), LicenseVerdict::denied);
}

TEST(LicensePolicy, IsStrictWhereEqualEntriesDisagree) {
  EXPECT_EQ(verdict("MIT", {{"MIT"}, {"MIT"}, {}}), LicenseVerdict::review);
  EXPECT_EQ(verdict("MIT", {{"MIT"}, {"MIT"}, {"MIT"}}), LicenseVerdict::denied);
}

}  // namespace
}  // namespace codelake
