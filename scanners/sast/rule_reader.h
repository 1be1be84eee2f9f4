// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"
#include "scanners/sast/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// The rules of one file that could be read, and what is wrong with the others.
struct RuleFile {
  std::vector<Rule> rules;
  std::vector<RuleError> errors;
};

// Reads a file of the Semgrep rule language (YAML; https://semgrep.dev/docs/writing-rules/rule-syntax). An
// operator that is unknown or not supported is an error, never passed over. `path` stands for the file in
// errors.
RuleFile read_rules(std::string_view text, const std::string& path);
// The same of a file whose YAML was read before.
RuleFile read_rules(const yaml::Node& document, const std::string& path);

// One rule of a file in which nothing was wrong: its regular expressions are compiled when they are first used.
RuleFile read_known_rule(const yaml::Node& body, const std::string& path);
// What such a rule says of itself, without a look at what it searches for.
RuleInfo describe_rule(const yaml::Node& body);

}  // namespace codelake::sast
