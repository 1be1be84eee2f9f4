// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/lockfiles/builder.h"

#include <string>

namespace codelake::sca {

// Sets a version as Maven and Gradle write it: "1.0" and "[1.0]" are versions; ranges, "1.+", "LATEST",
// unknown properties and nothing at all are requirements.
void set_maven_version(Package& package, const std::string& version);

}  // namespace codelake::sca
