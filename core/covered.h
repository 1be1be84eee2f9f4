// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "core/rule_info.h"

#include <vector>

namespace codelake {

// Takes out every finding whose weakness another finding tells better: one of a rule that covers its rule
// (RuleInfo::covers), at a place that overlaps its own in the same file. A suppressed or covered finding covers nothing,
// and a suppressed one stays, so that its suppression is seen to be used. Keeps the order.
void drop_covered(std::vector<Finding>& findings, const std::vector<RuleInfo>& rules);

}  // namespace codelake
