// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/match.h"
#include "scanners/sast/rule.h"

#include <string>
#include <string_view>

namespace codelake::sast {

// A text with the rule's bound metavariables replaced by the code they stand for; others stay as they are. Long code
// is cut, as suits a message.
std::string interpolated(std::string_view text, const Rule& rule, const Match& match, std::string_view source);
// The same with all of the code, whatever its length.
std::string interpolated_in_full(std::string_view text, const Rule& rule, const Match& match, std::string_view source);

}  // namespace codelake::sast
