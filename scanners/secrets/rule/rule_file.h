// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "scanners/secrets/rule/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// The rules of one YAML file (docs: rules/secrets). `name` stands for it in errors, which name file, line and
// key: an unknown key, a missing one, a value that is not allowed. A file without the top-level key
// `provider` holds no secret rules: the result is empty. Patterns are not compiled here.
Result<std::vector<Rule>> read_rule_file(std::string_view text, const std::string& name);

// The rules of every YAML file at `path` (a file, or a folder with all below it), in the order of paths.
Result<std::vector<Rule>> read_rule_path(const std::string& path);

}  // namespace codelake::secrets
