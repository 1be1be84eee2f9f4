// SPDX-License-Identifier: Apache-2.0
#include "cli/listing/history.h"
#include "cli/listing/table.h"
#include "cli/output.h"

#include <nlohmann/json.hpp>

namespace codelake::cli::scans {

namespace {

using Json = nlohmann::ordered_json;

Json compliance_of(const store::ScoreRecord& scores) {
  Json frameworks = Json::object();
  for (const auto& [key, body] : scores.frameworks) frameworks[key] = stored_json(body);
  return {{"executive_summary", stored_json(scores.executive_summary_json)}, {"frameworks", std::move(frameworks)}};
}

std::string line(const std::string& label, const std::string& value) {
  return label + std::string(14 - label.size(), ' ') + one_line(value) + "\n";
}

std::string text_of(const store::ScanRecord& scan) {
  std::string text = line("scan", scan.id) + line("project", scan.project) + line("started", scan.started_at) +
                     line("finished", scan.finished_at);
  text += line("commit", scan.commit.empty() ? "-" : scan.commit + (scan.dirty ? " (with local changes)" : ""));
  text += line("branch", scan.branch.empty() ? "-" : scan.branch);
  text += line("command", scan.command) + line("tool", "codelake " + scan.tool);
  if (!scan.whole) text += line("part", "only changed files were looked at");
  text += line("open findings", std::to_string(scan.open_findings));
  const Json by_severity = stored_json(scan.summary_json).value("by_severity", Json::object());
  for (const auto& [severity, count] : by_severity.items()) {
    if (count.is_number() && count > 0) text += line("  " + severity, count.dump());
  }
  return text + line("score", scan.overall_score ? std::to_string(*scan.overall_score) : "not assessed");
}

class ScansCommand final : public Command {
 public:
  std::string_view name() const override { return "scans"; }
  std::string_view summary() const override { return "List the scans in the history, or show one"; }

  void configure(CLI::App& app) override {
    app.require_subcommand(0, 1);
    m_options.add_format(app);
    app.add_option("--project", m_options.project, "Only the scans of this project");
    m_options.add_page(app);
    app.add_subcommand("list", "List scans, the newest first (the default)")->fallthrough();
    m_show = app.add_subcommand("show", "Show one scan");
    m_show->add_option("ID", m_id, "Id of the scan, or the beginning of one")->required();
    m_show->fallthrough();
  }

  Result<ExitCode> run(const Environment& environment) override {
    auto history = TRY(open_history(environment));
    return m_show->parsed() ? show(history) : list(environment, history);
  }

 private:
  Result<ExitCode> list(const Environment& environment, store::Store& history) {
    m_options.all_projects = m_options.project.empty();
    const std::string project = TRY(scanned_project(m_options, environment, history));
    const auto scans = TRY(history.scans(project, m_options.limit, m_options.offset));
    if (m_options.json()) {
      Json array = Json::array();
      for (const auto& scan : scans) array.push_back(to_json(scan));
      return write_json({{"scans", std::move(array)}, {"limit", m_options.limit}, {"offset", m_options.offset}});
    }
    Table table({{"SCAN"}, {"FINISHED"}, {"PROJECT"}, {"BRANCH"}, {"COMMIT"}, {"OPEN", true}, {"SCORE", true}});
    for (const auto& scan : scans) {
      table.add({scan.id, short_time(scan.finished_at), scan.project, scan.branch.empty() ? "-" : scan.branch,
                 short_commit(scan.commit), std::to_string(scan.open_findings), score_text(scan.overall_score)});
    }
    TRY(write_out(table.text(0)));
    return ExitCode::clean;
  }

  Result<ExitCode> show(store::Store& history) {
    const auto scan = TRY(history.scan(m_id));
    if (!scan) {
      return fail(Error{ErrorKind::no_data, "looking up the scan", m_id, "there is none of this id",
                        "'codelake scans' lists them"});
    }
    if (!m_options.json()) {
      TRY(write_out(text_of(*scan)));
      return ExitCode::clean;
    }
    Json json = to_json(*scan);
    json["compliance"] = compliance_of(TRY(history.scores(*scan)));
    return write_json(json);
  }

  ListingOptions m_options;
  std::string m_id;
  CLI::App* m_show = nullptr;
};

}  // namespace

std::unique_ptr<Command> make_command();
std::unique_ptr<Command> make_command() { return std::make_unique<ScansCommand>(); }

}  // namespace codelake::cli::scans
