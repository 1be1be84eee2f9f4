// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

#include "cli/output.h"
#include "cli/scanners.h"
#include "scanners/scan.h"

#include <algorithm>

namespace codelake::cli::explain {

namespace {

std::string indented(std::string_view code) {
  std::string text;
  while (!code.empty()) {
    const auto end = code.find('\n');
    text += "    " + std::string(code.substr(0, end)) + "\n";
    code = end == std::string_view::npos ? std::string_view{} : code.substr(end + 1);
  }
  return text;
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string text_of(const RuleInfo& rule) {
  std::string text = rule.id + "\n" + (rule.title.empty() ? "" : rule.title + "\n") + "\n";
  text += "severity    " + std::string(to_text(rule.severity)) + ", confidence " + std::string(to_text(rule.confidence)) + "\n";
  text += "type        " + std::string(to_text(rule.type)) + "\n";
  std::string cwes;
  for (const int cwe : rule.cwe) cwes += (cwes.empty() ? "" : ", ") + ("CWE-" + std::to_string(cwe));
  if (!cwes.empty()) text += "weakness    " + cwes + "\n";
  if (!rule.owasp.empty()) text += "OWASP       " + listed(rule.owasp) + "\n";
  if (!rule.languages.empty()) text += "languages   " + listed(rule.languages) + "\n";
  text += "\n" + rule.message + "\n";
  if (!rule.help.empty() && rule.help != rule.message) text += "\n" + rule.help + "\n";
  if (!rule.bad_example.empty()) text += "\nReported:\n\n" + indented(rule.bad_example);
  if (!rule.good_example.empty()) text += "\nNot reported:\n\n" + indented(rule.good_example);
  if (!rule.references.empty()) text += "\nSee also:\n";
  for (const auto& reference : rule.references) text += "  " + reference + "\n";
  text += "\nTo suppress one finding:  codelake:ignore " + rule.id + " -- why it does not matter here\n";
  return text;
}

class ExplainCommand final : public Command {
 public:
  std::string_view name() const override { return "explain"; }
  std::string_view summary() const override { return "Say what a rule reports, why, and how to mend it"; }
  void configure(CLI::App& app) override {
    app.add_option("rule", m_rule, "Rule id, as in the report")->required();
  }

  Result<ExitCode> run(const Environment& environment) override {
    const Config config = TRY(load_config(environment.working_directory));
    const auto choice = TRY(make_scanners({}, Config{}, base_scanner_options(config, environment)));
    const auto rules = rules_of_all(choice.scanners);
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const RuleInfo& r) { return r.id == m_rule; });
    if (rule == rules.end()) {
      std::vector<std::string> ids;
      for (const auto& known : rules) ids.push_back(known.id);
      const auto nearest = nearest_word(m_rule, ids);
      return fail(Error{ErrorKind::usage, "explaining", m_rule, "no rule has this id",
                        nearest ? "did you mean '" + *nearest + "'?" : "'codelake rules list' lists them"});
    }
    TRY(write_out(text_of(*rule)));
    return ExitCode::clean;
  }

 private:
  std::string m_rule;
};

}  // namespace

std::unique_ptr<Command> make_command();
std::unique_ptr<Command> make_command() { return std::make_unique<ExplainCommand>(); }

}  // namespace codelake::cli::explain
