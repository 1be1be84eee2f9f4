// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"

#include <optional>
#include <string>
#include <string_view>

namespace codelake::yaml {

// A value in a compact form that is read back many times as fast as YAML, places and quotes included.
std::string image_of(const Node& node);

// Reads it back. Bounded as parse() is; bytes that image_of() cannot have made give nothing.
std::optional<Node> from_image(std::string_view bytes);

}  // namespace codelake::yaml
