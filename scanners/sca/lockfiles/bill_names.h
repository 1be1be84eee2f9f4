// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/lockfiles/file_names.h"

#include <algorithm>
#include <array>

namespace codelake::sca {

// How files that hold a bill of materials are called.
constexpr std::array<std::string_view, 4> k_cyclonedx_names = {"bom.json", "*.cdx.json", "bom.xml", "*.cdx.xml"};
constexpr std::array<std::string_view, 4> k_spdx_json_names = {"spdx.json", "*.spdx.json", "*.spdx3.json", "*.spdx.jsonld"};
constexpr std::array<std::string_view, 1> k_spdx_tag_value_names = {"*.spdx"};

// Whether a file of that path is a bill of materials, of any kind.
inline bool is_bill(std::string_view path) {
  const auto is_called_so = [&](std::string_view name) { return is_called(path, name); };
  return std::ranges::any_of(k_cyclonedx_names, is_called_so) || std::ranges::any_of(k_spdx_json_names, is_called_so) ||
         std::ranges::any_of(k_spdx_tag_value_names, is_called_so);
}

}  // namespace codelake::sca
