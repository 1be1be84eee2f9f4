// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"

namespace codelake {

// Parses TOML 1.0 into the same values with places as YAML: tables are mappings in the order of their keys,
// strings are `quoted` scalars; numbers, dates, true and false are scalars. `name` stands for the text in
// errors: "name:line". No exception, no include; the library bounds the nesting at 256 levels.
Result<yaml::Node> parse_toml(std::string_view text, const std::string& name);

}  // namespace codelake
