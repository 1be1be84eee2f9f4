// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace codelake::secrets {

// A file of a cache: a line that says what it is, the key its content holds for, a hash of the content, the content.
struct KeptFile {
  enum class State {
    absent,
    other,    // of another key
    damaged,  // is removed
    sound,
  };
  State state = State::absent;
  std::string bytes;
  std::size_t content_at = 0;

  // Empty unless the file is sound.
  std::string_view content() const { return std::string_view(bytes).substr(content_at); }
};

// `kind` is the first line, with its end.
KeptFile read_kept_file(const std::string& path, std::string_view kind, std::string_view key);

// Makes the folder when it is missing.
Result<void> write_kept_file(const std::string& path, std::string_view kind, std::string_view key, std::string_view content);

}  // namespace codelake::secrets
