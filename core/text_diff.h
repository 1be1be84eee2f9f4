// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace codelake {

// How to make one text of another, as a unified diff with three lines of context (POSIX diff -u) that `patch` and `git apply`
// read; empty when they are equal. `name` is the path of the file in both.
std::string unified_diff(std::string_view before, std::string_view after, std::string_view name);

}  // namespace codelake
