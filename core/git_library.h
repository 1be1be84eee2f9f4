// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace codelake::git {

// Sets libgit2 up at the first call. Safe on any thread.
void start_library();

}  // namespace codelake::git
