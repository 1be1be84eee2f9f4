// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "store/store.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace codelake::cli {

// What the commands that read the history share: which project, how much of it, and in which form.
struct ListingOptions {
  std::string project;        // --project; empty: of the current folder
  bool all_projects = false;  // --all-projects
  int limit = 50;             // --limit
  int offset = 0;             // --offset
  std::string format = "text";

  void add_format(CLI::App& app);
  void add_project(CLI::App& app);  // --project and --all-projects
  void add_page(CLI::App& app);     // --limit and --offset
  bool json() const { return format == "json"; }
};

// The database of this machine; none is an error of kind no_data (exit code 3).
Result<store::Store> open_history(const Environment& environment);

// The name of the project a command is about: the one given, else that of the current folder.
Result<std::string> project_name(const std::string& given, const Environment& environment);

// The same, empty for all projects; no_data when the database holds no scan of it.
Result<std::string> scanned_project(const ListingOptions& options, const Environment& environment, store::Store& store);

// Its last scan; no_data when there is none.
Result<store::ScanRecord> last_scan_of(const std::string& project, store::Store& store);

// Writes indented JSON to standard output.
Result<ExitCode> write_json(const nlohmann::ordered_json& json);

// A JSON text of the database as a value; null when it does not parse.
nlohmann::ordered_json stored_json(const std::string& text);

// {"id", "name"} and the rest of a scan for a listing.
nlohmann::ordered_json to_json(const store::ScanRecord& scan);

// "2026-04-26 10:00" of an RFC 3339 time.
std::string short_time(const std::string& time);
// "83" or "-".
std::string score_text(const std::optional<int>& score);
// The first characters of a commit id.
std::string short_commit(const std::string& commit);

}  // namespace codelake::cli
