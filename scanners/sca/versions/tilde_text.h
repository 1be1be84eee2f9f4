// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/versions/version_key.h"

#include <string_view>

namespace codelake::sca {

// Adds one part of a Debian version (upstream version or revision) in the order of the Debian policy
// manual, 5.6.12: runs of other characters and of digits in turn; among the others "~" stands before the end,
// letters after it, then the rest; digits by value, none of them is 0.
void add_tilde_text(VersionKey& key, std::string_view text);

}  // namespace codelake::sca
