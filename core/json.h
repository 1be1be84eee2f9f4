// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"

namespace codelake {

// Parses one JSON text (RFC 8259) whose root is an object or array, into the same values with places as YAML:
// strings are `quoted` scalars; numbers, true and false are scalars as written. Of a key that stands twice
// both entries are kept. `name` stands for the text in errors: "name:line". Bounded: 256 levels, 2 million
// values, 4 GiB of text.
Result<yaml::Node> parse_json(std::string_view text, const std::string& name);

// The same of JSON as people write it: `//` and `/* */` comments and commas before a closing bracket are passed over.
Result<yaml::Node> parse_jsonc(std::string_view text, const std::string& name);

}  // namespace codelake
