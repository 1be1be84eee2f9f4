// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "core/package.h"
#include "scanners/sca/advisories/index.h"

namespace codelake::sca {

// The finding that says `hit` affects `package`. Its rule is "sca." and the preferred advisory id; its
// identity is ecosystem and name without the version, so that the finding stays the same one over an upgrade
// that does not mend it. `path` of the package detail, and the snippet, are left to the caller.
Finding finding_for(const Package& package, const AdvisoryHit& hit);

}  // namespace codelake::sca
