// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/vulnerable_package.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codelake::sca {
namespace {

using testing::EndsWith;
using testing::Not;

struct VulnerablePackage : testing::Test {
  void SetUp() override {
    package.ecosystem = "Go";
    package.name = "stdlib";
    package.version = "1.21.5";
    package.path = "tools/go.mod";
    hit.ids = {"CVE-2024-0001"};
    hit.summary = "A weakness";
    hit.fixed_versions = {"1.21.8"};
  }
  Package package;
  AdvisoryHit hit;
};

TEST_F(VulnerablePackage, SaysThatWhatIsInUseMayBeNewerThanAFloor) {
  package.requirement = ">=1.21.5";
  const Finding finding = finding_for(package, hit, {});
  EXPECT_EQ(finding.confidence, Confidence::low);
  EXPECT_THAT(finding.message, EndsWith("; 1.21.5 is the least asked for, what is in use may be newer"));
  EXPECT_EQ(finding.fix, "ask for stdlib 1.21.8 or later in tools/go.mod");
}

TEST_F(VulnerablePackage, IsSureOfAVersionThatIsLocked) {
  const Finding finding = finding_for(package, hit, {});
  EXPECT_EQ(finding.confidence, Confidence::high);
  EXPECT_THAT(finding.message, Not(EndsWith("may be newer")));
  EXPECT_EQ(finding.fix, "upgrade stdlib to 1.21.8 or later");
}

}  // namespace
}  // namespace codelake::sca
