// SPDX-License-Identifier: Apache-2.0
#include "compliance/pass_condition.h"

#include <gtest/gtest.h>

namespace codelake::compliance {
namespace {

using Kind = PassCondition::Kind;

TEST(PassCondition, ReadsTheWordsOfTheReferenceDocument) {
  const auto secrets = pass_condition_from("no_critical_secrets");
  ASSERT_TRUE(secrets);
  EXPECT_EQ(secrets->kind, Kind::severity);
  EXPECT_EQ(secrets->severity, Severity::critical);
  EXPECT_EQ(secrets->number, 0);
  const auto recent = pass_condition_from("scanned_within_7_days");
  ASSERT_TRUE(recent);
  EXPECT_EQ(recent->kind, Kind::scanned_within);
  EXPECT_EQ(recent->number, 7);
  EXPECT_EQ(recent->text, "scanned_within_7_days");
}

TEST(PassCondition, ReadsCountsAndProcessWords) {
  const auto some = pass_condition_from("max_12_high_findings");
  ASSERT_TRUE(some);
  EXPECT_EQ(some->number, 12);
  EXPECT_EQ(some->severity, Severity::high);
  for (const auto word : {"gate_passed", "gate_enforced", "no_sla_breach", "reviewed_ratio_ge_90"}) {
    ASSERT_TRUE(pass_condition_from(word)) << word;
    EXPECT_EQ(pass_condition_from(word)->kind, Kind::process) << word;
  }
  EXPECT_EQ(pass_condition_from("inventory_complete")->kind, Kind::inventory_complete);
  EXPECT_EQ(pass_condition_from("no_findings")->kind, Kind::no_findings);
}

TEST(PassCondition, RefusesEverythingElse) {
  for (const auto word : {"", "_", "no", "no_", "no_critical", "no_critical_apples", "no_awful_secrets", "No_Critical_Secrets",
                          "no_CRITICAL_secrets", "max_x_high_findings", "max_-1_high_findings", "max_999999_high_findings",
                          "scanned_within_0_days", "scanned_within_7_weeks", "scanned_within__days",
                          "reviewed_ratio_ge_101", "always", "no_findings "}) {
    EXPECT_FALSE(pass_condition_from(word)) << word;
  }
}

}  // namespace
}  // namespace codelake::compliance
