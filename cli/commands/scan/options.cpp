// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/scan/options.h"

#include "reports/format.h"

#include <algorithm>

namespace codelake::cli::scan {

namespace {

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const auto& format : reports::all_formats()) names.emplace_back(format->name());
  return names;
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void declare_fix(CLI::App& app, Options& options, CLI::Option& staged) {
  const std::string group = "What to change";
  auto* fix = app.add_flag("--fix", options.fix,
                           "Put the fixes of the rules in place; report and exit code tell what was found before")
                  ->group(group);
  app.add_flag("--dry-run", options.dry_run, "Change nothing, print the fixes as a diff with secrets masked instead of the report")
      ->needs(fix)
      ->group(group);
  fix->excludes(&staged);
}

void declare_selection(CLI::App& app, Options& options) {
  const std::string group = "What to look at";
  app.add_option("path", options.path, "Folder or file to scan")->capture_default_str();
  app.add_option("--types", options.types, "Scanners to run, by comma: sast, sca, secrets (default: all)")
      ->allow_extra_args(false)
      ->delimiter(',')
      ->group(group);
  auto* staged = app.add_flag("--staged", options.staged, "Only what is staged, read from the git index")->group(group);
  auto* since = app.add_option("--since", options.since, "Only files that differ from this revision")->group(group);
  auto* base = app.add_option("--merge-base", options.merge_base,
                              "Only files changed since the common ancestor with this branch")
                   ->group(group);
  auto* history = app.add_flag("--history", options.history,
                               "Look for secrets in every version of every file that any ref reaches, too")
                      ->group(group);
  declare_fix(app, options, *staged);
  staged->excludes(since)->excludes(base)->excludes(history);
  history->excludes(since)->excludes(base);
  since->excludes(base);
  app.add_option("--rules", options.rules, "Rule file or folder to use as well; may be repeated")
      ->allow_extra_args(false)
      ->group(group);
  app.add_option("--vex", options.vex, "OpenVEX, CSAF or CycloneDX file that says which vulnerabilities do not matter here; may be repeated")
      ->allow_extra_args(false)
      ->group(group);
  app.add_flag("--no-builtin-rules", options.no_builtin_rules, "Use only the rules of --rules")->group(group);
  app.add_option("--config", options.config, "Configuration file (default: nearest codelake.yaml)")->group(group);
}

void declare_verdict(CLI::App& app, Options& options) {
  const std::string group = "When to fail";
  app.add_option("--fail-on", options.fail_on, "Exit 1 at findings of this severity or above (default: high)")
      ->check(CLI::IsMember({"critical", "high", "medium", "low", "info", "never"}))
      ->group(group);
  app.add_option("--fail-under", options.fail_under, "Exit 1 when the score is below this number")
      ->check(CLI::Range(0, 100))
      ->group(group);
  app.add_option("--framework", options.framework, "Take the score of this framework (default: overall)")->group(group);
  app.add_option("--baseline", options.baseline, "Findings in this file do not count")->group(group);
  app.add_option("--write-baseline", options.write_baseline, "Write all findings to this file")->group(group);
  app.add_flag("--strict", options.strict, "Exit 4 when anything could not be looked at, 5 without advisory data")
      ->group(group);
}

void declare_output(CLI::App& app, Options& options) {
  const std::string group = "Output";
  app.add_option("-o,--output", options.outputs, "FORMAT or FORMAT=FILE; may be repeated (default: text). Formats: " +
                                                     listed(format_names()))
      ->allow_extra_args(false)
      ->group(group);
  app.add_flag("--no-store", options.no_store, "Do not save the scan in the local database")->group(group);
  app.add_flag("--no-cache", options.no_cache, "Use and keep nothing of earlier scans")
      ->group(group);
  app.add_flag("--quiet", options.quiet, "No notices and no progress on stderr")->group(group);
  app.add_flag("--no-progress", options.no_progress, "No progress bar")->group(group);
  app.add_option("--jobs", options.jobs, "Threads (default: one for each processor)")
      ->check(CLI::Range(1, 1024))
      ->group(group);
}

}  // namespace

void declare(CLI::App& app, Options& options) {
  declare_selection(app, options);
  declare_verdict(app, options);
  declare_output(app, options);
}

Result<std::vector<Output>> outputs_of(const Options& options) {
  const auto known = format_names();
  std::vector<Output> outputs;
  int to_stdout = 0;
  for (const auto& word : options.outputs) {
    const auto equals = word.find('=');
    Output output{word.substr(0, equals), equals == std::string::npos ? "" : word.substr(equals + 1)};
    if (std::find(known.begin(), known.end(), output.format) == known.end()) {
      const auto nearest = nearest_word(output.format, known);
      return fail(Error{ErrorKind::usage, "reading -o", word, "unknown format '" + output.format + "'",
                        nearest ? "did you mean '" + *nearest + "'?" : "formats: " + listed(known)});
    }
    if (equals != std::string::npos && output.file.empty()) {
      return fail(ErrorKind::usage, "reading -o", word, "no file name after '='");
    }
    to_stdout += output.file.empty() ? 1 : 0;
    outputs.push_back(std::move(output));
  }
  if (to_stdout > 1) {
    return fail(ErrorKind::usage, "reading -o", "", "only one format can go to standard output; write FORMAT=FILE");
  }
  if (to_stdout > 0 && options.dry_run) {
    return fail(ErrorKind::usage, "reading -o", "", "with --dry-run the diff goes to standard output; write FORMAT=FILE");
  }
  if (outputs.empty() && !options.dry_run) outputs.push_back({"text", ""});
  return outputs;
}

discover::Selection selection_of(const Options& options) {
  using Kind = discover::Selection::Kind;
  if (options.staged) return {Kind::staged, ""};
  if (!options.since.empty()) return {Kind::since, options.since};
  if (!options.merge_base.empty()) return {Kind::merge_base, options.merge_base};
  return {};
}

std::optional<Severity> fail_on_of(const Options& options, const Config& config) {
  if (options.fail_on == "never") return std::nullopt;
  if (!options.fail_on.empty()) return severity_from(options.fail_on);
  return config.fail_on.value_or(Severity::high);
}

}  // namespace codelake::cli::scan
