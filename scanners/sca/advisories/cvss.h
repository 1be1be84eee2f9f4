// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/severity.h"

#include <optional>
#include <string_view>

namespace codelake::sca {

// The base score of a CVSS vector, 0.0–10.0 with one decimal: "CVSS:4.0/…", "CVSS:3.1/…", "CVSS:3.0/…", or a
// version 2 vector, which has no prefix. Metrics in any order; threat, temporal and environmental ones are
// ignored. Nothing when a base metric is missing, repeated or unknown, and for other versions (FIRST: CVSS
// v2.0, v3.0, v3.1, v4.0 specifications).
std::optional<double> cvss_base_score(std::string_view vector);

// The qualitative rating of a score (CVSS v3.1, section 5); 0.0, "none", is info. Also used for version 2.
Severity severity_of_score(double score);

}  // namespace codelake::sca
