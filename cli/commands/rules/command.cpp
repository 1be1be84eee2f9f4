// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

#include "cli/output.h"
#include "core/check.h"
#include "core/config.h"
#include "core/file.h"
#include "core/line_index.h"
#include "scanners/sast/builtin.h"
#include "scanners/sast/rule_trial.h"
#include "scanners/sast/unheeded.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace codelake::cli::rules {

// The plugin's entry point; cli/commands/CMakeLists.txt calls it by this name.
std::unique_ptr<Command> make_command();

namespace {

constexpr std::uint64_t k_example_bytes_max = 4U << 20;

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

// The lines of a test that came out otherwise, in their order, each with its code.
std::string diff_of(const sast::RuleTest& test) {
  std::string text = "FAIL " + test.rule_id + "  " + test.test_path + "\n";
  const auto example = read_file(test.test_path, k_example_bytes_max);
  const LineIndex lines(example ? std::string_view(*example) : std::string_view());
  std::vector<std::pair<std::uint32_t, bool>> places;
  for (const std::uint32_t line : test.missing) places.emplace_back(line, true);
  for (const std::uint32_t line : test.unexpected) places.emplace_back(line, false);
  std::sort(places.begin(), places.end());
  for (const auto& [line, missing] : places) {
    text += std::string(missing ? "  - " : "  + ") + "line " + std::to_string(line) +
            (missing ? ": expected, not found: " : ": found, not expected: ") + printable(lines.line(line)) + "\n";
  }
  if (test.limit_hit) text += "  ! the step limit was hit\n";
  return text;
}

std::string diff_of(const sast::FixTest& test) {
  return "FAIL fixes of " + test.rule_path + " on " + test.test_path + " (- wanted, + made)\n" + test.diff;
}

std::string errors_of(const std::vector<sast::RuleError>& errors) {
  std::string text;
  for (const sast::RuleError& error : errors) text += "error: " + error.text() + "\n";
  return text;
}

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string fix_summary(std::size_t count, std::size_t passed) {
  if (count == 0) return {};
  return counted(count, "fixed file") + ": " + std::to_string(passed) + " passed, " + std::to_string(count - passed) +
         " failed; ";
}

// Prints what failed and returns how many passed.
template <typename Test>
std::size_t passed_of(const std::vector<Test>& tests) {
  std::size_t passed = 0;
  for (const Test& one : tests) {
    if (one.passed())
      ++passed;
    else
      print(diff_of(one));
  }
  return passed;
}

Result<ExitCode> test(const std::string& path) {
  const sast::RuleTestReport report = TRY(sast::test_rules(path));
  const std::size_t passed = passed_of(report.tests);
  const std::size_t fixed = passed_of(report.fixes);
  print(errors_of(report.errors));
  for (const std::string& rule : report.untested) print("no test: " + rule + "\n");
  print(counted(report.tests.size(), "test") + ": " + std::to_string(passed) + " passed, " +
        std::to_string(report.tests.size() - passed) + " failed; " + fix_summary(report.fixes.size(), fixed) +
        counted(report.errors.size(), "rule error") + ", " + counted(report.untested.size(), "rule") +
        " without test\n");
  if (passed < report.tests.size() || fixed < report.fixes.size()) return ExitCode::findings;
  if (!report.errors.empty()) return ExitCode::usage;
  return report.tests.empty() ? ExitCode::no_data : ExitCode::clean;
}

Result<ExitCode> validate(const std::string& path) {
  std::vector<sast::Rule> read;
  std::vector<sast::RuleError> errors;
  TRY(sast::read_rule_paths({path}, read, errors));
  const sast::RuleSet set(std::move(read));
  const std::vector<sast::RuleError> more = set.check();
  errors.insert(errors.end(), more.begin(), more.end());
  print(errors_of(errors));
  for (const sast::Rule& rule : set.rules()) {
    for (const std::string& what : sast::unheeded(rule)) {
      print("note: " + rule.path + ":" + std::to_string(rule.line) + ": rule '" + rule.info.id + "': " + what + "\n");
    }
  }
  print(counted(set.rules().size(), "rule") + " read, " + counted(errors.size(), "error") + "\n");
  return errors.empty() ? ExitCode::clean : ExitCode::usage;
}

Result<std::vector<sast::Rule>> known_rules(const std::vector<std::string>& paths) {
  std::vector<sast::Rule> rules = TRY(sast::builtin_rules());
  std::vector<sast::RuleError> errors;
  TRY(sast::read_rule_paths(paths, rules, errors));
  if (!errors.empty()) return fail(sast::joined(errors));
  std::stable_sort(rules.begin(), rules.end(),
                   [](const auto& a, const auto& b) { return a.info.id < b.info.id; });
  return rules;
}

Result<ExitCode> list(const std::vector<std::string>& paths) {
  for (const sast::Rule& rule : TRY(known_rules(paths))) {
    print(rule.info.id + "\t" + std::string(to_text(rule.info.severity)) + "\t" +
          joined(rule.info.languages) + "\t" + rule.info.title + "\n");
  }
  return ExitCode::clean;
}

void show_one(const sast::Rule& rule) {
  const RuleInfo& info = rule.info;
  print(info.id + ": " + info.title + "\n\n" + info.message + "\n\n");
  print("severity: " + std::string(to_text(info.severity)) + "\nconfidence: " +
        std::string(to_text(info.confidence)) + "\nlanguages: " + joined(info.languages) + "\n");
  for (const int cwe : info.cwe) print("cwe: CWE-" + std::to_string(cwe) + "\n");
  if (!info.owasp.empty()) print("owasp: " + joined(info.owasp) + "\n");
  for (const std::string& reference : info.references) print("reference: " + reference + "\n");
  if (!info.help.empty()) print("\n" + info.help + "\n");
  if (!info.bad_example.empty()) print("\nReported:\n" + info.bad_example);
  if (!info.good_example.empty()) print("\nNot reported:\n" + info.good_example);
}

Result<ExitCode> show(const std::string& id, const std::vector<std::string>& paths) {
  const std::vector<sast::Rule> rules = TRY(known_rules(paths));
  std::vector<std::string> ids;
  for (const sast::Rule& rule : rules) {
    if (rule.info.id == id) {
      show_one(rule);
      return ExitCode::clean;
    }
    ids.push_back(rule.info.id);
  }
  Error error{ErrorKind::usage, "showing a rule", id, "no rule has this id", {}};
  if (const auto near = nearest_word(id, ids)) error.remedy = "did you mean '" + *near + "'?";
  return fail(std::move(error));
}

class RulesCommand final : public Command {
 public:
  std::string_view name() const override { return "rules"; }
  std::string_view summary() const override { return "List, show, test and validate SAST rules"; }

  void configure(CLI::App& app) override {
    app.require_subcommand(1);
    m_test = app.add_subcommand("test", "Run rules on the example files beside them");
    m_test->add_option("PATH", m_path, "A rule file or a folder")->required();
    m_validate = app.add_subcommand("validate", "Check that rules can be read, without running them");
    m_validate->add_option("PATH", m_path, "A rule file or a folder")->required();
    m_list = app.add_subcommand("list", "List all rules");
    m_list->add_option("--rules", m_rule_paths, "Also these rule files or folders");
    m_show = app.add_subcommand("show", "Show one rule");
    m_show->add_option("ID", m_id, "The rule's id")->required();
    m_show->add_option("--rules", m_rule_paths, "Also these rule files or folders");
  }

  Result<ExitCode> run(const Environment& environment) override {
    for (std::string& path : m_rule_paths) path = absolute(environment, path);
    if (m_test->parsed()) return test(m_path);
    if (m_validate->parsed()) return validate(m_path);
    if (m_list->parsed()) return list(m_rule_paths);
    CODELAKE_CHECK(m_show->parsed());
    return show(m_id, m_rule_paths);
  }

 private:
  static std::string absolute(const Environment& environment, const std::string& path) {
    return (std::filesystem::path(environment.working_directory) / path).string();
  }

  CLI::App* m_test = nullptr;
  CLI::App* m_validate = nullptr;
  CLI::App* m_list = nullptr;
  CLI::App* m_show = nullptr;
  std::string m_path;
  std::string m_id;
  std::vector<std::string> m_rule_paths;
};

}  // namespace

std::unique_ptr<Command> make_command() {
  return std::make_unique<RulesCommand>();
}

}  // namespace codelake::cli::rules
