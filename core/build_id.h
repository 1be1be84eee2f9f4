// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace codelake {

// What tells this build of the program from every other one: the build id its linker wrote, as bytes, and the version. Only the
// version where there is no id.
std::string build_id();

}  // namespace codelake
