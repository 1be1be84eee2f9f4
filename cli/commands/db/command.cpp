// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

#include "cli/commands/db/status.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "scanners/sca/advisories/database.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <thread>

namespace codelake::cli::db {

// The plugin's entry point; cli/commands/CMakeLists.txt calls it by this name.
std::unique_ptr<Command> make_command();

namespace {

// OSV.dev's public export.
constexpr const char* k_default_url = "https://osv-vulnerabilities.storage.googleapis.com";

// What the lockfiles that we read belong to.
constexpr std::array<const char*, 7> k_default_ecosystems = {"Go",       "Maven",     "Packagist", "PyPI",
                                                             "RubyGems", "crates.io", "npm"};

std::string directory_of(const Environment& environment) {
  return environment.home + "/advisories";
}

std::string installed_line(const sca::InstalledEcosystem& one) {
  return fmt::format("{}: {} advisories of {} packages\n", one.ecosystem, one.advisories, one.packages);
}

// What was in the source and is not in the index, so that nobody takes it for looked at.
void say_unused(const sca::SourceCounts& counts) {
  if (counts.malformed > 0) {
    say(fmt::format("warning: {} files are no OSV records and were left out, first {}", counts.malformed,
                    counts.first_malformed));
  }
  if (counts.without_package > 0) {
    say(fmt::format("note: {} records name no package (commits only) and were left out",
                    counts.without_package));
  }
}

Result<ExitCode> import(const Environment& environment, const std::string& path) {
  const std::filesystem::path whole = std::filesystem::path(environment.working_directory) / path;
  const sca::ImportSummary summary = TRY(
      sca::import_advisories(directory_of(environment), whole.lexically_normal().string(), environment.now,
                             std::max(1U, std::thread::hardware_concurrency())));
  say_unused(summary.counts);
  std::string text;
  for (const sca::ExploitImport& one : summary.exploitation) text += exploitation_line(one);
  if (summary.installed.empty() && summary.exploitation.empty()) {
    return fail({ErrorKind::usage, "importing advisories", path, "no record in it names a package",
                 "give a folder or archive in the export layout, <ecosystem>/all.zip"});
  }
  for (const sca::InstalledEcosystem& one : summary.installed) text += installed_line(one);
  TRY(write_out(text));
  return ExitCode::clean;
}

// The usual ecosystems and whatever is installed; a damaged database is no reason not to renew it.
std::vector<std::string> ecosystems_to_update(const std::string& directory) {
  std::vector<std::string> names(k_default_ecosystems.begin(), k_default_ecosystems.end());
  if (const auto installed = sca::installed_ecosystems(directory)) {
    for (const sca::InstalledEcosystem& one : *installed) names.push_back(one.ecosystem);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string outcome_line(const sca::UpdateOutcome& outcome) {
  switch (outcome.state) {
    case sca::UpdateState::updated:
      return installed_line(outcome.installed);
    case sca::UpdateState::unchanged:
      return outcome.ecosystem + ": unchanged\n";
    case sca::UpdateState::failed:
      return outcome.ecosystem + ": failed\n";
  }
  return {};
}

Result<ExitCode> update(const Environment& environment, const std::vector<std::string>& urls,
                        std::vector<std::string> ecosystems) {
  const std::string directory = directory_of(environment);
  if (ecosystems.empty()) ecosystems = ecosystems_to_update(directory);
  Progress bar(environment.err_is_terminal);
  sca::UpdateOptions options{urls, ecosystems, environment.now, {}};
  options.progress = [&](std::uint64_t received, std::uint64_t expected) {
    if (expected > 0) bar.update(static_cast<std::size_t>(received), static_cast<std::size_t>(expected));
    return !interrupted().load();
  };
  std::string text;
  std::size_t failed = 0;
  for (const sca::UpdateOutcome& outcome : TRY(sca::update_advisories(directory, options))) {
    text += outcome_line(outcome);
    say_unused(outcome.counts);
    if (outcome.state != sca::UpdateState::failed) continue;
    say("error: " + outcome.error.text());
    ++failed;
  }
  TRY(write_out(text));
  if (interrupted().load()) return ExitCode::interrupted;
  if (failed == 0) return ExitCode::clean;
  return fail({ErrorKind::environment, "updating advisories", http::printable_url(urls.front()),
               fmt::format("{} of {} ecosystems failed", failed, ecosystems.size()),
               "what was installed before is still in use"});
}

Result<ExitCode> status(const Environment& environment, const std::string& format) {
  const auto installed = TRY(sca::installed_ecosystems(directory_of(environment)));
  const auto exploitation = sca::Exploitation::open(directory_of(environment)).contents();
  TRY(write_out(format == "json" ? status_json(installed, exploitation) : status_text(installed, exploitation)));
  return ExitCode::clean;
}

class DbCommand final : public Command {
 public:
  std::string_view name() const override { return "db"; }
  std::string_view summary() const override {
    return "Import, update and describe the local advisory database";
  }

  void configure(CLI::App& app) override {
    app.require_subcommand(1);
    m_import = app.add_subcommand("import", "Take advisories from a folder or archive, without a network");
    m_import
        ->add_option("PATH", m_path,
                     "A folder or archive of OSV records: <ecosystem>/all.zip, zips or JSON files; or EPSS scores "
                     "(.csv, .csv.gz) or the catalogue of known exploited vulnerabilities (.json)")
        ->required();
    m_update = app.add_subcommand("update", "Download advisories that have changed");
    m_update
        ->add_option("--url", m_urls,
                     "Where the exports are, <url>/<ecosystem>/all.zip; of several, by comma, each is a mirror of the first")
        ->delimiter(',')
        ->envname("CODELAKE_ADVISORY_URL")
        ->capture_default_str();
    m_update
        ->add_option("--ecosystem", m_ecosystems, "Only these; default: the usual ones and those installed")
        ->delimiter(',');
    m_status = app.add_subcommand("status", "What is installed, how old it is, and where it comes from");
    m_status->add_option("--format", m_format, "text or json")->check(CLI::IsMember({"text", "json"}));
  }

  Result<ExitCode> run(const Environment& environment) override {
    if (m_import->parsed()) return import(environment, m_path);
    if (m_update->parsed()) return update(environment, m_urls, m_ecosystems);
    return status(environment, m_format);
  }

 private:
  CLI::App* m_import = nullptr;
  CLI::App* m_update = nullptr;
  CLI::App* m_status = nullptr;
  std::string m_path;
  std::vector<std::string> m_urls = {k_default_url};
  std::vector<std::string> m_ecosystems;
  std::string m_format = "text";
};

}  // namespace

std::unique_ptr<Command> make_command() {
  return std::make_unique<DbCommand>();
}

}  // namespace codelake::cli::db
