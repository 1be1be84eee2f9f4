// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace codelake::sast {

// Code that is there for tests although it stands outside of their folders: by a folder that is named for them (testutil,
// web-test, mocks, benchmarks), or a file (MockServer, server_testing).
bool is_test_support(std::string_view path);

}  // namespace codelake::sast
