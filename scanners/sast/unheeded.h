// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/rule.h"

#include <string>
#include <vector>

namespace codelake::sast {

// What a rule asks for that is read and known but changes nothing here, one sentence each without the rule's name; to be said
// wherever the rule is used.
std::vector<std::string> unheeded(const Rule& rule);

}  // namespace codelake::sast
