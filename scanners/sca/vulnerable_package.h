// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "core/package.h"
#include "scanners/sca/advisories/exploitation.h"
#include "scanners/sca/advisories/index.h"
#include "scanners/sca/usage.h"

#include <optional>
#include <string>
#include <vector>

namespace codelake::sca {

// What is known of a hit besides the advisory.
struct Evidence {
  std::vector<std::string>
      path;  // "name@version" from a direct dependency to the package; empty when unknown
  Usage usage;
  std::optional<ExploitScore> score;
  bool known_exploited = false;
};

// The finding that says `hit` affects `package`. Its rule is "sca." and the preferred advisory id; its
// identity is ecosystem and name without the version, so that the finding stays the same one over an upgrade
// that does not mend it. The snippet is left to the caller.
Finding finding_for(const Package& package, const AdvisoryHit& hit, Evidence evidence);

}  // namespace codelake::sca
