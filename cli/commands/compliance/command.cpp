// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/compliance/views.h"
#include "cli/listing/history.h"
#include "cli/output.h"
#include "compliance/evaluate.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace codelake::cli::compliance {

namespace {

class ComplianceCommand final : public Command {
 public:
  std::string_view name() const override { return "compliance"; }
  std::string_view summary() const override { return "Frameworks, their controls, and how projects score against them"; }

  void configure(CLI::App& app) override {
    app.require_subcommand(1);
    m_options.add_format(app);
    m_frameworks = app.add_subcommand("frameworks", "List the frameworks and which are enabled");
    m_controls = app.add_subcommand("controls", "List the controls of a framework, with recommendations");
    m_controls->add_option("KEY", m_key, "Key of the framework, such as soc2")->required();
    m_score = app.add_subcommand("score", "Scores of the last whole scan of a project");
    m_trend = app.add_subcommand("trend", "Scores of a project over time");
    for (CLI::App* each : {m_score, m_trend}) {
      each->add_option("PROJECT", m_options.project, "Name of the project (default: that of the current folder)");
      each->add_option("--project", m_options.project, "The same by name");
      each->add_option("--framework", m_framework, "Only this framework");
    }
    m_trend->add_option("--days", m_days, "How far back")->check(CLI::Range(1, 36'500))->capture_default_str();
    for (CLI::App* each : {m_frameworks, m_controls, m_score, m_trend}) each->fallthrough();
  }

  Result<ExitCode> run(const Environment& environment) override {
    Selection selection;
    selection.frameworks = TRY(codelake::compliance::builtin_frameworks());
    selection.config = TRY(load_config(environment.working_directory));
    TRY(codelake::compliance::check_selection(selection.frameworks, selection.config));
    if (m_frameworks->parsed()) {
      if (m_options.json()) return write_json(frameworks_json(selection));
      return print(frameworks_text(selection));
    }
    if (m_controls->parsed()) {
      const auto* framework = TRY(selection.framework(m_key));
      if (m_options.json()) return write_json(controls_json(*framework, selection.config));
      return print(controls_text(*framework, selection.config));
    }
    TRY(check_framework(selection));
    return m_score->parsed() ? score(environment) : trend(environment);
  }

 private:
  static Result<ExitCode> print(const std::string& text) {
    TRY(write_out(text));
    return ExitCode::clean;
  }

  // --framework must exist and be enabled.
  Result<void> check_framework(const Selection& selection) const {
    if (m_framework.empty()) return {};
    TRY(selection.framework(m_framework));
    if (codelake::compliance::is_enabled(selection.config, m_framework)) return {};
    return fail(Error{ErrorKind::usage, "reading --framework", m_framework, "this framework is disabled",
                      "add it to frameworks.enabled in codelake.yaml"});
  }

  Result<ExitCode> score(const Environment& environment) {
    auto history = TRY(open_history(environment));
    const std::string name = TRY(project_name(m_options.project, environment));
    TRY(last_scan_of(name, history));
    const auto scan = TRY(history.last_whole_scan(name));
    if (!scan) return fail(no_score(name, "only changed files of it were scanned so far"));
    Scored scored{*scan, TRY(history.scores(*scan))};
    if (scored.scores.frameworks.empty()) return fail(no_score(name, "its last whole scan evaluated no framework"));
    if (!m_framework.empty()) {
      std::erase_if(scored.scores.frameworks, [&](const auto& each) { return each.first != m_framework; });
      if (scored.scores.frameworks.empty()) return fail(no_score(name, "its last whole scan did not evaluate " + m_framework));
    }
    if (m_options.json()) return write_json(score_json(scored));
    return print(score_text(scored));
  }

  static Error no_score(const std::string& project, std::string cause) {
    return {ErrorKind::no_data, "reading the score", project, std::move(cause), "run: codelake scan"};
  }

  Result<ExitCode> trend(const Environment& environment) {
    auto history = TRY(open_history(environment));
    const std::string name = TRY(project_name(m_options.project, environment));
    Trend trend{TRY(last_scan_of(name, history)), m_framework, m_days, {}};
    trend.points = TRY(history.trend(name, m_framework, m_days));
    if (trend.points.empty()) {
      return fail(no_score(name, "no whole scan of the last " + std::to_string(m_days) + " days was scored"));
    }
    if (m_options.json()) return write_json(trend_json(trend));
    return print(trend_text(trend));
  }

  ListingOptions m_options;
  std::string m_key;
  std::string m_framework;
  int m_days = 90;
  CLI::App* m_frameworks = nullptr;
  CLI::App* m_controls = nullptr;
  CLI::App* m_score = nullptr;
  CLI::App* m_trend = nullptr;
};

}  // namespace

std::unique_ptr<Command> make_command();
std::unique_ptr<Command> make_command() { return std::make_unique<ComplianceCommand>(); }

}  // namespace codelake::cli::compliance
