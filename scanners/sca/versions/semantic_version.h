// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/versions/version_key.h"

#include <string>
#include <string_view>

namespace codelake::sca {

// Whether build metadata ("+5") is a part of the order.
enum class BuildMetadata { ignored, ordered };

// The key (see VersionOrdering::key) of Semantic Versioning 2.0.0, section 11, read as forgivingly as the
// tools that use it do; the .cpp says how. What does not start with a number stands before every version, by
// its bytes.
std::string semantic_key(std::string_view version, BuildMetadata build = BuildMetadata::ignored);

// One to `numbers_max` numbers, then "-" and pre-release identifiers, then "+" and build identifiers, both
// optional; before them a "v" or "=", which tools leave out.
bool valid_semantic(std::string_view text, int numbers_max);

}  // namespace codelake::sca
