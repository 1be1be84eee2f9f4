// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace codelake {

// The whole content of a regular file. Never blocks on a FIFO or device; fails when it is larger than `bytes_max`.
Result<std::string> read_file(const std::string& path, std::uint64_t bytes_max);

// Puts `content` in place of `path` in one step: temporary file beside it, fsync, rename; a file
// that was there hands on its permissions. On failure nothing is left. A device or pipe is written to instead.
Result<void> write_file_atomically(const std::string& path, std::string_view content);

// Creates the directory and its parents, readable by the user alone.
Result<void> make_directory(const std::string& path);

}  // namespace codelake
