// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <string>
#include <string_view>

namespace codelake::cli {

// Writes the whole text to standard output; a closed pipe is no error, a full disk is.
Result<void> write_out(std::string_view text);

// Writes one line to standard error, control characters made visible.
void say(std::string_view line);

// `text` with control characters shown as \xNN, so that a name of a scanned file cannot drive the terminal.
std::string printable(std::string_view text);

}  // namespace codelake::cli
