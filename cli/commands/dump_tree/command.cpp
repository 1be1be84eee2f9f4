// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

#include "cli/output.h"
#include "core/config.h"
#include "core/encoding.h"
#include "core/file.h"
#include "core/file_type.h"
#include "core/limits.h"
#include "scanners/syntax/language.h"

#include <algorithm>
#include <filesystem>

namespace codelake::cli::dump_tree {

namespace {

using Languages = std::vector<std::unique_ptr<syntax::Language>>;

class DumpTreeCommand final : public Command {
 public:
  std::string_view name() const override { return "dump-tree"; }
  std::string_view summary() const override { return "Print the generic tree that rules are matched on"; }

  void configure(CLI::App& app) override {
    app.add_option("file", m_file, "A source file; with --pattern, the pattern itself")->required();
    app.add_option("--language", m_language, "As in a rule's `languages:`, when the file's name does not tell");
    app.add_flag("--pattern", m_pattern, "Read the argument as a pattern of the rule language; prints every reading");
    app.footer("One node a line: kind/part 'name or operator' [first byte-end].");
  }

  Result<ExitCode> run(const Environment& environment) override {
    const Languages languages = syntax::all_languages();
    if (m_pattern) return print_pattern(*TRY(language_of(m_language, languages)));
    const auto path = (std::filesystem::path(environment.working_directory) / m_file).string();
    const Decoded decoded = decode(TRY(read_file(path, Limits{}.file_bytes_max)), m_file);
    std::string_view named = m_language;
    if (named.empty()) named = language_of_path(m_file);
    if (named.empty()) named = language_of_first_line(decoded.text);
    const syntax::Language* language = TRY(language_of(named, languages));
    TRY(write_out(syntax::print(language->parse(decoded.text, Limits{}.tree_depth_max))));
    return ExitCode::clean;
  }

 private:
  Result<const syntax::Language*> language_of(std::string_view named, const Languages& languages) const {
    std::vector<std::string> known;
    for (const auto& language : languages) {
      const auto words = language->rule_names();
      if (language->name() == named || std::find(words.begin(), words.end(), named) != words.end()) return language.get();
      known.insert(known.end(), words.begin(), words.end());
    }
    if (named.empty()) {
      return fail(Error{ErrorKind::usage, "choosing a language for", m_file, "nothing tells which one", "give --language"});
    }
    const auto nearest = nearest_word(std::string(named), known);
    return fail(Error{ErrorKind::usage, "choosing a language", std::string(named), "no such language is supported",
                      nearest ? "did you mean '" + *nearest + "'?" : "'codelake rules list' shows languages in use"});
  }

  Result<ExitCode> print_pattern(const syntax::Language& language) const {
    const auto readings = TRY(language.parse_pattern(m_file));
    std::string text;
    for (const auto& reading : readings) text += (text.empty() ? "" : "\n") + syntax::print(reading->tree);
    TRY(write_out(text));
    return ExitCode::clean;
  }

  std::string m_file;
  std::string m_language;
  bool m_pattern = false;
};

}  // namespace

std::unique_ptr<Command> make_command();
std::unique_ptr<Command> make_command() { return std::make_unique<DumpTreeCommand>(); }

}  // namespace codelake::cli::dump_tree
