// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::yaml {

// A value in a compact form that is read back many times as fast as YAML, places and quotes included.
std::string image_of(const Node& node);

// Reads it back. Bounded as parse() is; bytes that image_of() cannot have made give nothing.
std::optional<Node> from_image(std::string_view bytes);

// The image of every value in it is a piece of an image. These find one without reading what lies around it; empty, or
// nothing, when there is none or the bytes are no image.
std::string_view image_under(std::string_view mapping, std::string_view key);
std::vector<std::string_view> images_in(std::string_view sequence);
// The text of a scalar, a piece of its image; empty for anything else.
std::string_view text_of_image(std::string_view scalar);

}  // namespace codelake::yaml
