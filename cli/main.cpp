// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/environment.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/scanners.h"
#include "cli/wrong_word.h"
#include "core/version.h"

#include <exception>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace codelake;
using cli::ExitCode;

ExitCode code_of(const Error& error) {
  switch (error.kind) {
    case ErrorKind::no_data: return ExitCode::no_data;
    case ErrorKind::advisories: return ExitCode::advisories;
    case ErrorKind::usage:
    case ErrorKind::environment: return ExitCode::usage;
  }
  return ExitCode::internal;
}

// --help and --version go to stdout with code 0; every other parse error to stderr with code 2.
ExitCode end_of_parsing(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& words) {
  std::ostringstream out;
  std::ostringstream err;
  const int status = app.exit(error, out, err);
  if (!out.str().empty()) {
    if (auto written = cli::write_out(out.str()); !written) return ExitCode::usage;
  }
  std::string text = err.str();
  if (const auto wrong = cli::wrong_word(app, words); status != 0 && wrong) text = *wrong;
  while (text.ends_with('\n')) text.pop_back();
  if (!text.empty()) cli::say("codelake: " + cli::masked(std::move(text)));
  return status == 0 ? ExitCode::clean : ExitCode::usage;
}

ExitCode run(int argc, const char* const* argv) {
  CLI::App app("codelake looks at a checkout and says what is wrong with it: code, dependencies, secrets.", "codelake");
  app.set_version_flag("--version", "codelake " + std::string(k_version));
  app.require_subcommand(1);
  app.fallthrough();
  std::string color = "auto";
  app.add_option("--color", color, "Colours in the text report: auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.footer("Exit codes: 0 clean, 1 findings or score beyond the thresholds, 2 usage or rule error, 3 nothing scanned,\n"
             "4 incomplete (--strict), 5 advisory data missing, 70 internal error, 130 interrupted.");
  auto commands = cli::all_commands();
  std::vector<CLI::App*> parsers;
  for (const auto& command : commands) {
    CLI::App* parser = app.add_subcommand(std::string(command->name()), std::string(command->summary()));
    command->configure(*parser);
    parsers.push_back(parser);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return end_of_parsing(app, error, std::vector<std::string>(argv + 1, argv + argc));
  }
  const auto environment = cli::read_environment(argc, argv, color);
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (!parsers[i]->parsed()) continue;
    auto code = commands[i]->run(environment);
    if (code) return *code;
    cli::say("codelake: " + cli::masked(code.error().text()));
    return code_of(code.error());
  }
  return ExitCode::usage;
}

}  // namespace

int main(int argc, char** argv) {
  codelake::cli::catch_interrupts();
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const std::exception& bug) {
    codelake::cli::say(std::string("codelake: internal error: ") + bug.what() + "; please report it with the command you ran");
    return static_cast<int>(ExitCode::internal);
  }
}
