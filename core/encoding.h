// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/source_file.h"

#include <optional>
#include <string>
#include <string_view>

namespace codelake {

// The text of a file's bytes.
struct Decoded {
  std::string text;          // UTF-8; invalid bytes are kept as they are
  FileTraits traits;
  bool had_invalid_bytes = false;
};

// Whether bytes are no text: a NUL byte is in the first 8,000 (git's rule), and no byte-order mark before.
bool is_binary(std::string_view bytes);

// Makes text of bytes: UTF-8 with or without byte-order mark, UTF-16 of either order with one; what is binary is
// returned as it is. `path` helps to tell minified
// ("*.min.js") and generated files.
Decoded decode(std::string bytes, std::string_view path);

}  // namespace codelake
