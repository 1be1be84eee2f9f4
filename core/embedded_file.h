// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace codelake {

// A file compiled into the program by cmake/Embed.cmake; lives as long as the process.
struct EmbeddedFile {
  std::string_view path;  // relative to the base given in CMake
  std::string_view bytes;
};

}  // namespace codelake
