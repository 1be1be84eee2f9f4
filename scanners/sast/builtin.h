// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/rule_shelf.h"

#include <string_view>
#include <vector>

namespace codelake::sast {

// Our own rules, to be read when they are needed.
void add_builtin_rules(RuleShelf& shelf);

// What a rule of ours reports and does not, from the example files beside the file it stands in.
void add_examples(RuleInfo& rule, std::string_view rule_path);

// All of them, with their examples taken from the example files beside them ("x.yaml" and "x.py").
Result<std::vector<Rule>> builtin_rules();

}  // namespace codelake::sast
