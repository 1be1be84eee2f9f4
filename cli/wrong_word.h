// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace codelake::cli {

// What to say of the first word that is no command or option of the program ("there is no command 'sacn'; did you mean
// 'scan'?"); absent when every word is known, so that something else is wrong. Takes the words after the program's name.
std::optional<std::string> wrong_word(const CLI::App& app, const std::vector<std::string>& words);

}  // namespace codelake::cli
