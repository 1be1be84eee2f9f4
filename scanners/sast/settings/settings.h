// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// One value of a settings file: `url` of the section `db` has the way {"db", "url"}; the third element of a list is "#2".
struct Setting {
  enum class Kind : std::uint8_t { text, number, truth };
  Kind kind = Kind::text;
  std::vector<std::string> way;
  std::string text;
};

// All values of a file, in the order written.
using Settings = std::vector<Setting>;

// Whether a file of that name is one that programs read their settings from: .properties, .ini, .cfg, .conf, .env, .json,
// .yaml, .yml, .toml.
bool names_settings(std::string_view file);

// Reads one; empty when it is none that can be read. Bounded: 256 KB, 2,000 values, eight levels.
Settings read_settings(std::string_view file, std::string_view bytes);

}  // namespace codelake::sast
