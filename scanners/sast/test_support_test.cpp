// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/test_support.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

TEST(TestSupport, StandsInFoldersAndFilesNamedForTests) {
  for (const char* path : {"shoptest/server.go", "internal/testutil/env.go", "module/web-testclient/src/main/java/a/B.java",
                           "lib/mocks/store.js", "benchmarks/run.py", "src/MockServer.java", "integration/plugin/main.go",
                           "app/server_testing.go", "lib/HttpTestUtils.java"}) {
    EXPECT_TRUE(is_test_support(path)) << path;
  }
}

TEST(TestSupport, IsNotEveryNameWithTheseLetters) {
  for (const char* path : {"latest/server.go", "src/contest/main.py", "lib/attestation/key.go", "src/shop/Mocking.java",
                           "lib/integration/payments.rb", "src/request.js", "protests/views.py", "app/testimonials/show.rb"}) {
    EXPECT_FALSE(is_test_support(path)) << path;
  }
}

}  // namespace
}  // namespace codelake::sast
