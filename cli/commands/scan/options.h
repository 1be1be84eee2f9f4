// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/config.h"
#include "core/result.h"
#include "scanners/discover/discover.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace codelake::cli::scan {

// One -o: a format, and the file it goes to; empty for stdout.
struct Output {
  std::string format;
  std::string file;
};

// The command line of `codelake scan`, as typed.
struct Options {
  std::string path = ".";
  std::vector<std::string> types;
  std::vector<std::string> outputs;
  std::string fail_on;
  int fail_under = -1;
  std::string framework;
  std::vector<std::string> rules;
  std::vector<std::string> vex;
  bool no_builtin_rules = false;
  bool staged = false;
  bool history = false;
  std::string since;
  std::string merge_base;
  std::string baseline;
  std::string write_baseline;
  std::string config;
  int jobs = 0;
  bool fix = false;
  bool dry_run = false;
  bool strict = false;
  bool no_cache = false;
  bool no_store = false;
  bool quiet = false;
  bool no_progress = false;
};

// Declares the options; they are written to `options` when the line is parsed.
void declare(CLI::App& app, Options& options);

// The outputs asked for: text to stdout when none was, but for a diff that goes there. At most one goes to stdout.
Result<std::vector<Output>> outputs_of(const Options& options);

// Which files to look at.
discover::Selection selection_of(const Options& options);

// When the exit code is 1: the severity, by option, else configuration, else high; nothing for "never".
std::optional<Severity> fail_on_of(const Options& options, const Config& config);

}  // namespace codelake::cli::scan
