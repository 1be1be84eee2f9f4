// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "core/config.h"
#include "core/git.h"
#include "core/report.h"

#include <optional>
#include <string>

namespace codelake::cli {

// Reads the process's surroundings once: folders, clock (SOURCE_DATE_EPOCH when set), terminal. `color` is the word of
// --color: auto, always or never; auto obeys NO_COLOR, TERM=dumb and whether stdout is a terminal.
Environment read_environment(int argc, const char* const* argv, const std::string& color);

// The current time as the environment sees it: RFC 3339 UTC.
std::string current_time();

// The project a folder belongs to: the configuration's name, else owner/name of the remote, else the folder's name.
ProjectInfo project_of(const Config& config, const std::string& root, const std::optional<git::Head>& head);

}  // namespace codelake::cli
