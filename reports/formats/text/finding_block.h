// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "core/rule_info.h"
#include "reports/format.h"

#include <string>

namespace codelake::reports::text {

// "path:line:column", shown safely; only the path when the finding has no range.
std::string place_of(const std::string& path, const Range& range);

// One finding as text: header, place, code frame, trace and notes. `rule` may be null when nothing is known of it.
std::string finding_block(const Finding& finding, const RuleInfo* rule, const Style& style);

}  // namespace codelake::reports::text
