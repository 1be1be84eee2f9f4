// SPDX-License-Identifier: Apache-2.0
#include "cli/listing/history.h"
#include "cli/listing/table.h"
#include "cli/output.h"

#include <nlohmann/json.hpp>

namespace codelake::cli::projects {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const store::ProjectRecord& project) {
  Json json = {{"id", project.id},
               {"repo_id", project.number},
               {"name", project.name},
               {"remote", project.remote},
               {"scans", project.scans},
               {"last_scan", {{"id", project.last_scan_id}, {"finished_at", project.last_scan_at}}},
               {"open_findings", project.open_findings}};
  json["overall_score"] = project.overall_score ? Json(*project.overall_score) : Json(nullptr);
  return json;
}

class ProjectsCommand final : public Command {
 public:
  std::string_view name() const override { return "projects"; }
  std::string_view summary() const override { return "List the projects in the history"; }
  void configure(CLI::App& app) override { m_options.add_format(app); }

  Result<ExitCode> run(const Environment& environment) override {
    auto history = TRY(open_history(environment));
    const auto projects = TRY(history.projects());
    if (projects.empty()) {
      return fail(Error{ErrorKind::no_data, "reading the history", "", "it holds no scan", "run: codelake scan"});
    }
    if (m_options.json()) {
      Json array = Json::array();
      for (const auto& project : projects) array.push_back(json_of(project));
      return write_json({{"projects", std::move(array)}});
    }
    Table table({{"PROJECT"}, {"SCANS", true}, {"LAST SCAN"}, {"OPEN", true}, {"SCORE", true}});
    for (const auto& project : projects) {
      table.add({project.name, std::to_string(project.scans), short_time(project.last_scan_at),
                 std::to_string(project.open_findings), score_text(project.overall_score)});
    }
    TRY(write_out(table.text(0)));
    return ExitCode::clean;
  }

 private:
  ListingOptions m_options;
};

}  // namespace

std::unique_ptr<Command> make_command();
std::unique_ptr<Command> make_command() { return std::make_unique<ProjectsCommand>(); }

}  // namespace codelake::cli::projects
