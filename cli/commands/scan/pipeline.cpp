// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/scan/pipeline.h"

#include "cli/environment.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/scanners.h"
#include "compliance/evaluate.h"
#include "core/baseline.h"
#include "core/file.h"
#include "core/hash.h"
#include "scanners/scan.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <thread>

namespace codelake::cli::scan {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t k_baseline_bytes_max = 256U << 20;

Result<std::optional<Baseline>> baseline_of(const Options& options) {
  if (options.baseline.empty()) return std::nullopt;
  const std::string text = TRY(read_file(options.baseline, k_baseline_bytes_max));
  return TRY(Baseline::parse(text, options.baseline));
}

// "s_" and twelve hex digits: random, or from the content when the clock is fixed, so that equal scans are equal bytes.
std::string scan_id(const ScanReport& report) {
  if (std::getenv("SOURCE_DATE_EPOCH") == nullptr) return "s_" + random_hex(6);
  std::string content = report.project.id + report.scan.commit + report.scan.started_at;
  for (const Finding& finding : report.findings) content += finding.fingerprint;
  return "s_" + sha256_hex(content).substr(0, 12);
}

// What the configuration says of rules holds for every scanner, also where a rule is an advisory.
void apply_rule_settings(const Config& config, std::vector<Finding>& findings) {
  const auto is_disabled = [&](const Finding& finding) {
    return std::any_of(config.disabled_rules.begin(), config.disabled_rules.end(),
                       [&](const std::string& rule) { return fits_wildcard(rule, finding.rule_id); });
  };
  std::erase_if(findings, is_disabled);
  for (Finding& finding : findings) {
    const auto severity = config.rule_severity.find(finding.rule_id);
    if (severity != config.rule_severity.end()) finding.severity = severity->second;
  }
}

void describe_scan(const Environment& environment, const discover::Discovered& found, ScanReport& report) {
  report.scan.started_at = environment.now;
  report.scan.command = environment.command_line;
  report.scan.root = found.root;
  report.scan.whole = found.selection.kind == discover::Selection::Kind::tree;
  if (!found.head) return;
  report.scan.commit = found.head->commit;
  report.scan.branch = found.head->branch;
  report.scan.remote = found.head->remote;
  report.scan.dirty = found.head->dirty;
}

// The rules of the findings, sorted by id; every advisory counts as one.
std::vector<RuleInfo> rules_of(const std::vector<RuleInfo>& known, const std::vector<Finding>& findings) {
  std::set<std::string_view> used;
  std::vector<RuleInfo> rules;
  for (const Finding& finding : findings) {
    if (!used.insert(finding.rule_id).second) continue;
    const auto rule = std::find_if(known.begin(), known.end(), [&](const RuleInfo& r) { return r.id == finding.rule_id; });
    rules.push_back(rule != known.end() ? *rule : rule_of(finding));
  }
  std::sort(rules.begin(), rules.end(), [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
  return rules;
}

Result<std::vector<compliance::Framework>> no_frameworks() { return std::vector<compliance::Framework>{}; }

std::size_t threads_of(const Options& options) {
  if (options.jobs > 0) return static_cast<std::size_t>(options.jobs);
  return std::max(1U, std::thread::hardware_concurrency());
}

ScannerOptions scanner_options(const Options& options, const Config& config, const Environment& environment) {
  ScannerOptions made = base_scanner_options(config, environment);
  for (const auto& path : options.rules) made.rule_paths.push_back(fs::absolute(path).lexically_normal().string());
  for (const auto& path : options.vex) made.vex_paths.push_back(fs::absolute(path).lexically_normal().string());
  made.builtin_rules = !options.no_builtin_rules;
  if (options.no_cache) made.cache_directory.clear();
  std::error_code error;
  made.root = fs::canonical(options.path, error).string();
  made.whole = selection_of(options).kind == discover::Selection::Kind::tree;
  made.threads = threads_of(options);
  made.interrupted = &interrupted();
  return made;
}

// What --history needs to know of the repository a path lies in, or is, when it is a bare one.
Result<HistoryRequest> history_of(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  auto repository = TRY(git::Repository::find_bare(real.string()));
  if (!repository) repository = TRY(git::Repository::find(real.string()));
  if (!repository) return fail(ErrorKind::usage, "looking for the history of", path, "this is no git repository");
  HistoryRequest request;
  request.history = TRY(repository->history());
  const std::string folder = fs::is_directory(real, error) ? real.string() : real.parent_path().string();
  const std::string& top = repository->work_tree();
  request.bare = top.empty();
  if (!top.empty() && folder.size() > top.size()) request.prefix = folder.substr(top.size() + 1) + "/";
  return request;
}

ScanRequest request_of(const Options& options, const Config& config, ScannerChoice& choice) {
  ScanRequest request;
  request.scanners = std::move(choice.scanners);
  request.guard = std::move(choice.guard);
  request.limits.file_bytes_max = config.max_file_bytes;
  request.threads = threads_of(options);
  request.interrupted = &interrupted();
  return request;
}

// What configuration and baseline say of findings.
class Settings {
 public:
  Settings(const Config& config, std::string today, std::optional<Baseline> baseline)
      : m_config(config), m_today(std::move(today)), m_baseline(std::move(baseline)) {}

  void apply(std::vector<Finding>& findings, std::vector<Notice>& notices) const {
    apply_rule_settings(m_config, findings);
    apply_configured(findings, m_config, m_today, notices);
    if (m_baseline) m_baseline->apply(findings, notices);
  }

 private:
  const Config& m_config;
  std::string m_today;
  std::optional<Baseline> m_baseline;
};

Fixes fixes_of(const discover::Discovered& found, const ScanRequest& request, const Settings& settings,
               const std::vector<Finding>& findings) {
  for (const auto& scanner : request.scanners) {
    if (scanner->name() != "sast") continue;
    const auto suppress = [&](std::vector<Finding>& of_one_file) {
      std::vector<Notice> said_before;
      settings.apply(of_one_file, said_before);
    };
    return plan_fixes({found, *scanner, suppress}, findings);
  }
  return {};
}

ScanOutcome look(const discover::Discovered& found, ScanRequest& request, bool show_progress) {
  Progress progress(show_progress);
  request.on_progress = [&](std::size_t done, std::size_t all) { progress.update(done, all); };
  return scan_files(found, request);
}

}  // namespace

Result<Config> configuration_of(const Options& options, const Environment&) {
  if (!options.config.empty()) {
    const std::string text = TRY(read_file(options.config, 1U << 20));
    return parse_config(text, fs::absolute(options.config).lexically_normal().string());
  }
  std::error_code error;
  const fs::path path = fs::canonical(options.path, error);
  if (error) {
    return fail(Error{ErrorKind::no_data, "looking for files in", options.path, error.message(),
                      "give an existing folder or file"});
  }
  return load_config(fs::is_directory(path, error) ? path.string() : path.parent_path().string());
}

Result<Finished> run_pipeline(const Options& options, const Config& config, const Environment& environment) {
  // A scan of a part concludes nothing for a framework, so it reads them only to check what the configuration says of them.
  const bool scores = selection_of(options).kind == discover::Selection::Kind::tree;
  const bool chosen = config.enabled_frameworks || !config.disabled_controls.empty();
  const auto frameworks = TRY(scores || chosen ? compliance::builtin_frameworks() : no_frameworks());
  TRY(compliance::check_selection(frameworks, config));
  ScannerOptions making = scanner_options(options, config, environment);
  if (options.history) making.history = TRY(history_of(options.path));
  auto choice = TRY(make_scanners(options.types, config, making));
  Finished finished;
  ScanReport& report = finished.report;
  for (const auto& scanner : choice.scanners) report.scan.types.emplace_back(scanner->name());

  discover::Selection selection = selection_of(options);
  if (making.history && making.history->bare) selection.kind = discover::Selection::Kind::nothing;
  const auto found = TRY(discover::discover(options.path, config, selection));
  describe_scan(environment, found, report);
  report.project = project_of(config, found.root, found.head);

  const bool show_progress = environment.err_is_terminal && !options.quiet && !options.no_progress;
  ScanRequest request = request_of(options, config, choice);
  ScanOutcome outcome = look(found, request, show_progress);
  finished.bug_found = outcome.bug_found;
  finished.interrupted = outcome.interrupted;
  report.findings = std::move(outcome.findings);
  report.packages = std::move(outcome.packages);
  report.notices = std::move(outcome.notices);
  report.coverage = std::move(outcome.coverage);
  if (!outcome.rules && report.scan.whole) outcome.rules = rules_of_all(request.scanners);
  const std::vector<RuleInfo> known_rules = std::move(outcome.rules).value_or(std::vector<RuleInfo>{});
  for (const auto& name : choice.left_out) report.coverage.scanners[name].not_run_reason = "not chosen";

  const Settings settings(config, environment.now.substr(0, 10), TRY(baseline_of(options)));
  settings.apply(report.findings, report.notices);
  if (options.fix && !finished.interrupted) finished.fixes = fixes_of(found, request, settings, report.findings);
  if (options.dry_run) {
    finished.fixes.diff = masked_diff(finished.fixes.files, [&](std::string text, const std::string& path) {
      return codelake::masked(std::move(text), path, request);
    });
  }
  std::sort(report.notices.begin(), report.notices.end());
  report.rules = rules_of(known_rules, report.findings);
  report.scan.finished_at = current_time();
  report.scan.id = scan_id(report);
  if (report.scan.whole) {
    report.scorecard =
        TRY(compliance::evaluate(frameworks, {report.findings, report.coverage, known_rules, config, 0}));
  }
  return finished;
}

}  // namespace codelake::cli::scan
