// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/rule.h"

#include <vector>

namespace codelake::sast {

// Our own rules, with their examples taken from the example files beside them ("x.yaml" and "x.py").
Result<std::vector<Rule>> builtin_rules();

}  // namespace codelake::sast
