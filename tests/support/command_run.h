// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace codelake::test {

// What a command did.
struct CommandRun {
  int code = -1;       // -1: it returned an error
  std::string out;     // on standard output
  std::string error;   // the text of the error
  ErrorKind kind = ErrorKind::environment;
  bool parsed = true;  // false: the options were refused
};

// Runs a command in this process with the words that follow its name.
inline CommandRun run_command(cli::Command& command, std::vector<std::string> words, const cli::Environment& environment) {
  CommandRun run;
  CLI::App app("codelake");
  app.fallthrough();
  CLI::App* own = app.add_subcommand(std::string(command.name()), "");
  command.configure(*own);
  words.insert(words.begin(), std::string(command.name()));
  std::reverse(words.begin(), words.end());  // as CLI11 takes them
  try {
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    run.parsed = false;
    run.error = error.what();
    return run;
  }
  ::testing::internal::CaptureStdout();
  const auto code = command.run(environment);
  run.out = ::testing::internal::GetCapturedStdout();
  if (code) {
    run.code = static_cast<int>(*code);
  } else {
    run.error = code.error().text();
    run.kind = code.error().kind;
  }
  return run;
}

}  // namespace codelake::test
