// SPDX-License-Identifier: Apache-2.0
//
// The parser says of "codelake sacn" that a command is required, and of "codelake scan --fail-onn high" that an argument
// was not expected. Here the words are followed once more from command to command until the first that has no meaning
// where it stands: "sacn" where a command must stand, "--fail-onn" among the options of `codelake scan`.
#include "cli/wrong_word.h"

#include "cli/output.h"
#include "core/config.h"

#include <fmt/format.h>

#include <algorithm>

namespace codelake::cli {

namespace {

std::vector<std::string> names_of_commands(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
  return names;
}

// The long names of the command and of the commands it stands under, whose options are valid behind it as well.
std::vector<std::string> names_of_options(const CLI::App* app) {
  std::vector<std::string> names;
  for (; app != nullptr; app = app->get_parent()) {
    for (const CLI::Option* option : app->get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  return names;
}

const CLI::Option* option_of(const CLI::App* app, const std::string& name) {
  for (; app != nullptr; app = app->get_parent()) {
    if (const CLI::Option* option = app->get_option_no_throw(name)) return option;
  }
  return nullptr;
}

std::string path_of(const CLI::App* app) {
  return app->get_parent() == nullptr ? app->get_name() : path_of(app->get_parent()) + " " + app->get_name();
}

std::string advice(const char* kind, const std::string& word, const std::vector<std::string>& known, const CLI::App* at) {
  const auto nearest = nearest_word(word, known);
  return fmt::format("there is no {} '{}'; {}'{} --help' lists them", kind, printable(word),
                     nearest ? "did you mean '" + *nearest + "'? " : "", path_of(at));
}

}  // namespace

std::optional<std::string> wrong_word(const CLI::App& app, const std::vector<std::string>& words) {
  const CLI::App* at = &app;
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const std::string& word = words[i];
    if (word.starts_with("-") && word.size() > 1) {
      const std::string name = word.starts_with("--") ? word.substr(0, word.find('=')) : word.substr(0, 2);
      const CLI::Option* option = option_of(at, name);
      if (option == nullptr) return advice("option", name, names_of_options(at), at);
      if (name == word && option->get_items_expected_min() > 0) ++i;
      continue;
    }
    const auto commands = names_of_commands(*at);
    if (commands.empty()) continue;
    if (std::find(commands.begin(), commands.end(), word) == commands.end()) return advice("command", word, commands, at);
    at = at->get_subcommand(word);
  }
  return std::nullopt;
}

}  // namespace codelake::cli
