// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"
#include "scanners/sast/rule.h"

#include <string>
#include <vector>

namespace codelake::sast {

// Whether a key of a rule starts its formula ("pattern", "patterns", "pattern-either", "pattern-regex").
bool starts_formula(std::string_view key);

// Reads the operators of one rule into rule.formula, rule.patterns, rule.regexes and rule.metavariables;
// appends what is wrong to `errors`. `body` is the rule's mapping.
void read_formula(const yaml::Node& body, Rule& rule, std::vector<RuleError>& errors);

}  // namespace codelake::sast
