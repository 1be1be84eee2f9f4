// SPDX-License-Identifier: Apache-2.0
#include "cli/listing/history.h"

#include "cli/environment.h"
#include "cli/output.h"
#include "core/report_json.h"

#include <nlohmann/json.hpp>

namespace codelake::cli {

void ListingOptions::add_format(CLI::App& app) {
  app.add_option("--format", format, "text or json")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
}

void ListingOptions::add_project(CLI::App& app) {
  auto* one = app.add_option("--project", project, "Name of the project (default: that of the current folder)");
  app.add_flag("--all-projects", all_projects, "Every project in the database")->excludes(one);
}

void ListingOptions::add_page(CLI::App& app) {
  app.add_option("--limit", limit, "At most so many")->check(CLI::Range(1, 100'000))->capture_default_str();
  app.add_option("--offset", offset, "Leave out so many first")->check(CLI::Range(0, 1'000'000'000));
}

Result<store::Store> open_history(const Environment& environment) {
  return store::Store::open_existing(environment.home + "/codelake.db", environment.now);
}

Result<std::string> project_name(const std::string& given, const Environment& environment) {
  if (!given.empty()) return given;
  const Config config = TRY(load_config(environment.working_directory));
  std::optional<git::Head> head;
  // A checkout git cannot read is still a folder with a name.
  if (const auto repository = git::Repository::find(environment.working_directory); repository && *repository) {
    if (auto found = (*repository)->head()) head = *std::move(found);
  }
  return project_of(config, environment.working_directory, head).name;
}

Result<std::string> scanned_project(const ListingOptions& options, const Environment& environment, store::Store& store) {
  if (options.all_projects) {
    if (TRY(store.scans("", 1)).empty()) {
      return fail(Error{ErrorKind::no_data, "reading the history", "", "it holds no scan", "run: codelake scan"});
    }
    return std::string();
  }
  std::string name = TRY(project_name(options.project, environment));
  TRY(last_scan_of(name, store));
  return name;
}

Result<store::ScanRecord> last_scan_of(const std::string& project, store::Store& store) {
  auto scan = TRY(store.last_scan(project));
  if (scan) return *std::move(scan);
  std::vector<std::string> names;
  for (const auto& each : TRY(store.projects())) names.push_back(each.name);
  const auto nearest = nearest_word(project, names);
  return fail(Error{ErrorKind::no_data, "reading the history", project, "no scan of this project is in the database",
                    nearest ? "did you mean '" + *nearest + "'?" : "'codelake projects' lists those that are"});
}

Result<ExitCode> write_json(const nlohmann::ordered_json& json) {
  TRY(write_out(dump(json, 2) + "\n"));
  return ExitCode::clean;
}

nlohmann::ordered_json stored_json(const std::string& text) {
  auto json = nlohmann::ordered_json::parse(text, nullptr, false);
  return json.is_discarded() ? nlohmann::ordered_json(nullptr) : json;
}

nlohmann::ordered_json to_json(const store::ScanRecord& scan) {
  nlohmann::ordered_json json = {{"id", scan.id},
                                 {"project", {{"id", scan.project_id}, {"name", scan.project}}},
                                 {"status", "completed"},
                                 {"started_at", scan.started_at},
                                 {"finished_at", scan.finished_at},
                                 {"commit", scan.commit},
                                 {"branch", scan.branch},
                                 {"dirty", scan.dirty},
                                 {"whole", scan.whole},
                                 {"command", scan.command},
                                 {"types", stored_json(scan.types_json)},
                                 {"tool", {{"name", "codelake"}, {"version", scan.tool}}},
                                 {"open_findings", scan.open_findings}};
  json["overall_score"] = scan.overall_score ? nlohmann::ordered_json(*scan.overall_score) : nullptr;
  json["summary"] = stored_json(scan.summary_json);
  return json;
}

std::string short_time(const std::string& time) {
  std::string text = time.substr(0, 16);
  if (text.size() > 10) text[10] = ' ';
  return text;
}

std::string score_text(const std::optional<int>& score) { return score ? std::to_string(*score) : "-"; }

std::string short_commit(const std::string& commit) { return commit.empty() ? "-" : commit.substr(0, 12); }

}  // namespace codelake::cli
