// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace codelake {

// What is known of a file before a byte of it is read.
struct FileInfo {
  std::string path;            // relative to the scanned root, with '/'
  std::uint64_t size_bytes = 0;
  std::string_view language;   // core/file_type.h, by name; empty when the name does not tell
  std::string blob_id;         // git object id in hex, when the index knows the file is unchanged
  bool vendored = false;       // a copy of somebody else's code (node_modules, vendor, third_party …)
  bool test = false;           // test or example code, by its path

  std::string_view name() const {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string_view(path) : std::string_view(path).substr(slash + 1);
  }
};

}  // namespace codelake
