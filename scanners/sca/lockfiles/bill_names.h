// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace codelake::sca {

// How files that hold a bill of materials are called. A name that begins with a dot is the end of one.
constexpr std::array<std::string_view, 4> k_cyclonedx_names = {"bom.json", ".cdx.json", "bom.xml", ".cdx.xml"};
constexpr std::array<std::string_view, 4> k_spdx_json_names = {"spdx.json", ".spdx.json", ".spdx3.json", ".spdx.jsonld"};
constexpr std::array<std::string_view, 1> k_spdx_tag_value_names = {".spdx"};

// Whether the last part of a path is one of these names.
template <std::size_t N>
bool is_called(std::string_view path, const std::array<std::string_view, N>& names) {
  const std::string_view file = path.substr(path.rfind('/') + 1);
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    return name.starts_with('.') ? file.ends_with(name) && file.size() > name.size() : file == name;
  });
}

// Whether a file of that path is a bill of materials, of any kind.
inline bool is_bill(std::string_view path) {
  return is_called(path, k_cyclonedx_names) || is_called(path, k_spdx_json_names) || is_called(path, k_spdx_tag_value_names);
}

}  // namespace codelake::sca
