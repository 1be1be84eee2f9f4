// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/likelihood.h"

#include "scanners/secrets/rule/notation.h"

#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

double share(std::string_view text) {
  return written_bits(text) / drawn_bits(text);
}

TEST(Likelihood, FindsWordsCheaperToWriteThanToDraw) {
  for (const char* text :
       {"forgotPasswordTokenExpired", "user-password-confirmation", "AuthenticationProvider",
        "my_secret_key_for_tests", "com.example.service.TokenProvider", "getAccessTokenSilently2"}) {
    EXPECT_LT(share(text), 0.85) << text;
  }
}

TEST(Likelihood, FindsNearlyAllDrawsDearerToWriteThanToDraw) {
  for (const char* notation : {"{base62:24}", "{base62:40}", "{hex:32}", "{base64:43}", "{base36:32}"}) {
    int missed = 0;
    for (std::uint64_t seed = 1; seed <= 500; ++seed) missed += share(expand(notation, seed)) < 0.93 ? 1 : 0;
    EXPECT_LE(missed, 10) << notation;
  }
}

TEST(Likelihood, CountsShannonBits) {
  EXPECT_DOUBLE_EQ(shannon_bits(""), 0);
  EXPECT_DOUBLE_EQ(shannon_bits("aaaa"), 0);
  EXPECT_DOUBLE_EQ(shannon_bits("abcd"), 2);
}

}  // namespace
}  // namespace codelake::secrets
