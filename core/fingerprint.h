// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"

#include <vector>

namespace codelake {

// Sets the fingerprint of every finding (32 hex digits): SHA-256 over rule, path, enclosing symbol, identity and the
// ordinal among findings that are equal in these; never a line number. For a secret the identity is the keyed hash of
// its value and the path is left out, so that it survives a move. Requires report order.
void set_fingerprints(std::vector<Finding>& findings);

// Source text with every run of white space made one space and none at its ends: the usual identity.
std::string normalised(std::string_view text);

}  // namespace codelake
