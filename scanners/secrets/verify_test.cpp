// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/verify.h"

#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

TEST(Verify, HasNothingToSayWithoutACheck) {
  EXPECT_EQ(verify("", "anything"), Verification::plausible);
  EXPECT_FALSE(is_check("magic"));
}

TEST(Verify, AsksTheVerifierOfThatName) {
  EXPECT_TRUE(is_check("github"));
  EXPECT_EQ(verify("github", "ghp_0"), Verification::failed);
}

}  // namespace
}  // namespace codelake::secrets
