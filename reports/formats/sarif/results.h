// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "reports/formats/sarif/rules.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace codelake::reports::sarif {

// A `physicalLocation` (SARIF 2.1.0, 3.29) relative to %SRCROOT%; `snippet` may be empty.
nlohmann::ordered_json physical_location(const std::string& path, const Range& range, const std::string& snippet);

// A `result` (3.27).
nlohmann::ordered_json result_of(const Finding& finding, const Rules& rules);

}  // namespace codelake::reports::sarif
