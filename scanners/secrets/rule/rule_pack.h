// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/rule/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// Rules as bytes that are read back in microseconds; examples are left out. For what is built into the
// program: the bytes are trusted, a wrong one is a bug of ours.
std::string pack(const std::vector<Rule>& rules);
// One rule, in the same way.
std::string pack(const Rule& rule);
std::vector<Rule> unpack(std::string_view bytes);

}  // namespace codelake::secrets
