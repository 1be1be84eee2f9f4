// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/cvss.h"

#include <gtest/gtest.h>

#include <utility>

namespace codelake::sca {
namespace {

TEST(Cvss, ScoresVersion3AsItsFormulasDo) {
  const std::pair<const char*, double> cases[] = {
      {"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8},
      {"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 10.0},
      {"CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", 6.1},
      {"CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N", 1.8},
      {"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", 0.0},
      {"CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N", 7.5},
      {"CVSS:3.0/AV:P/AC:H/PR:L/UI:R/S:C/C:H/I:H/A:N", 6.6},
      {"CVSS:3.1/A:H/I:H/C:H/S:U/UI:N/PR:N/AC:L/AV:N/E:P/RL:O", 9.8},
  };
  for (const auto& [vector, score] : cases) EXPECT_EQ(cvss_base_score(vector), score) << vector;
}

TEST(Cvss, ScoresVersion2) {
  EXPECT_EQ(cvss_base_score("AV:N/AC:L/Au:N/C:C/I:C/A:C"), 10.0);
  EXPECT_EQ(cvss_base_score("AV:N/AC:L/Au:N/C:N/I:N/A:C"), 7.8);
  EXPECT_EQ(cvss_base_score("AV:L/AC:H/Au:N/C:C/I:C/A:C"), 6.2);
  EXPECT_EQ(cvss_base_score("AV:L/AC:H/Au:M/C:N/I:N/A:N"), 0.0);
}

TEST(Cvss, ScoresVersion4ByInterpolation) {
  const std::pair<const char*, double> cases[] = {
      {"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H", 10.0},
      {"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 9.3},
      {"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N", 0.0},
      // A tie at one decimal: binary fractions land just below it.
      {"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:H/VI:L/VA:N/SC:H/SI:H/SA:H", 8.6},
      // Threat metrics do not change the base score.
      {"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U", 9.3},
  };
  for (const auto& [vector, score] : cases) EXPECT_EQ(cvss_base_score(vector), score) << vector;
}

TEST(Cvss, HasNoScoreForAnIncompleteOrUnknownVector) {
  for (const char* vector :
       {"", "CVSS:3.1/", "7.5", "CVSS:5.0/AV:N", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H",
        "CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "CVSS:3.1/AV:N/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "AV:N/AC:L/C:C/I:C/A:C", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N"}) {
    EXPECT_EQ(cvss_base_score(vector), std::nullopt) << vector;
  }
}

TEST(Cvss, RatesScoresInTheBandsOfTheSpecification) {
  EXPECT_EQ(severity_of_score(0.0), Severity::info);
  EXPECT_EQ(severity_of_score(0.1), Severity::low);
  EXPECT_EQ(severity_of_score(3.9), Severity::low);
  EXPECT_EQ(severity_of_score(4.0), Severity::medium);
  EXPECT_EQ(severity_of_score(6.9), Severity::medium);
  EXPECT_EQ(severity_of_score(7.0), Severity::high);
  EXPECT_EQ(severity_of_score(9.0), Severity::critical);
}

}  // namespace
}  // namespace codelake::sca
