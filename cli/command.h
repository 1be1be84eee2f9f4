// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::cli {

// The documented exit codes (design "Exit codes").
enum class ExitCode {
  clean = 0, findings = 1, usage = 2, no_data = 3, incomplete = 4, advisories = 5, internal = 70, interrupted = 130,
};

// What a command may know of the world around it; made once in main.
struct Environment {
  std::string home;               // $CODELAKE_HOME or the XDG data folder of codelake: codelake.db, advisories/
  std::string cache;              // $CODELAKE_HOME/cache or the XDG cache folder
  std::string working_directory;  // absolute
  std::string command_line;       // as typed, secrets of options left out
  std::string now;                // RFC 3339 UTC; from SOURCE_DATE_EPOCH when it is set
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool color = false;             // for stdout, by --color, NO_COLOR, TERM and the terminal
  int width = 100;                // columns
};

// A command of cli/commands/<name>/. configure() declares its options, run() does its work; a Result's error is
// printed by main and mapped to an exit code.
class Command {
 public:
  virtual ~Command() = default;
  virtual std::string_view name() const = 0;
  virtual std::string_view summary() const = 0;   // one line for --help
  virtual void configure(CLI::App& app) = 0;      // `app` is this command's own; sub-commands are added here
  virtual Result<ExitCode> run(const Environment& environment) = 0;
};

// All commands in alphabetical order; generated from cli/commands/*/command.cpp.
std::vector<std::unique_ptr<Command>> all_commands();

}  // namespace codelake::cli
