// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

#include "cli/commands/scan/options.h"
#include "cli/commands/scan/pipeline.h"
#include "cli/commands/scan/verdict.h"
#include "cli/output.h"
#include "compliance/framework.h"
#include "core/baseline.h"
#include "core/file.h"
#include "reports/format.h"
#include "store/store.h"

#include <algorithm>
#include <chrono>

namespace codelake::cli::scan {

namespace {

Result<void> write_reports(const std::vector<Output>& outputs, const ScanReport& report, const reports::Style& style) {
  const auto formats = reports::all_formats();
  for (const Output& output : outputs) {
    const auto format =
        std::find_if(formats.begin(), formats.end(), [&](const auto& f) { return f->name() == output.format; });
    reports::Style its_style = style;
    if (!output.file.empty()) its_style.color = false;
    const std::string text = (*format)->write(report, its_style);
    if (output.file.empty()) {
      TRY(write_out(text));
    } else {
      TRY(write_file_atomically(output.file, text));
    }
  }
  return {};
}

// A scan that cannot be saved is still a scan: its reports are out, and the failure is the exit code's business.
Result<void> save(const ScanReport& report, const Environment& environment) {
  auto store = TRY(store::Store::open(environment.home + "/codelake.db", environment.now));
  return store.save(report);
}

// Every format but the text report would hide from a person what could not be looked at.
void say_notices(const std::vector<Output>& outputs, const ScanReport& report) {
  const bool shown = std::any_of(outputs.begin(), outputs.end(), [](const Output& o) { return o.format == "text" && o.file.empty(); });
  if (shown) return;
  constexpr std::size_t most = 20;
  for (std::size_t i = 0; i < std::min(most, report.notices.size()); ++i) {
    const Notice& notice = report.notices[i];
    say("notice: " + (notice.path.empty() ? "" : notice.path + ": ") + notice.message);
  }
  if (report.notices.size() > most) say("notice: and " + std::to_string(report.notices.size() - most) + " more in the report");
}

// A file's own control characters must not drive a terminal; elsewhere a diff must be what it is.
std::string printable_lines(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    result += printable(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

class ScanCommand final : public Command {
 public:
  std::string_view name() const override { return "scan"; }
  std::string_view summary() const override { return "Look at a checkout and say what is wrong with it"; }
  void configure(CLI::App& app) override { declare(app, m_options); }

  Result<ExitCode> run(const Environment& environment) override {
    const auto start = std::chrono::steady_clock::now();
    const auto outputs = TRY(outputs_of(m_options));
    const Config config = TRY(configuration_of(m_options, environment));
    TRY(check_thresholds(config));
    Finished finished = TRY(run_pipeline(m_options, config, environment));
    const ScanReport& report = finished.report;
    if (finished.interrupted) {
      say("codelake: interrupted; nothing was saved or reported");
      return ExitCode::interrupted;
    }
    if (!m_options.write_baseline.empty()) {
      TRY(write_file_atomically(m_options.write_baseline, Baseline::write(report.findings)));
    }
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    TRY(write_reports(outputs, report, {environment.color, environment.width, passed.count()}));
    if (!m_options.quiet) say_notices(outputs, report);
    if (m_options.fix) TRY(fix(finished, environment));
    if (!m_options.no_store) TRY(save(report, environment));
    if (finished.bug_found) {
      say("codelake: internal error: the notices say where; please report it");
      return ExitCode::internal;
    }
    const Verdict verdict = verdict_of(report, thresholds(config));
    if (!verdict.reason.empty() && !m_options.quiet) say("codelake: " + verdict.reason);
    return verdict.code;
  }

 private:
  Result<void> fix(Finished& finished, const Environment& environment) const {
    Fixes& fixes = finished.fixes;
    if (m_options.dry_run) {
      TRY(write_out(environment.out_is_terminal ? printable_lines(fixes.diff) : fixes.diff));
    } else {
      TRY(write_fixes(finished.report.scan.root, fixes));
    }
    if (m_options.quiet) return {};
    for (const std::string& refusal : fixes.refused) say("notice: " + refusal);
    say("codelake: " + std::to_string(fixes.count()) + (m_options.dry_run ? " places can be fixed in " : " places fixed in ") +
        std::to_string(fixes.files.size()) + " files");
    return {};
  }

  Thresholds thresholds(const Config& config) const {
    Thresholds thresholds;
    thresholds.fail_on = fail_on_of(m_options, config);
    thresholds.fail_under = m_options.fail_under >= 0 ? m_options.fail_under : config.fail_under.value_or(-1);
    thresholds.framework = m_options.framework;
    thresholds.strict = m_options.strict;
    thresholds.sca_by_name = std::find(m_options.types.begin(), m_options.types.end(), "sca") != m_options.types.end();
    thresholds.changes_only = selection_of(m_options).kind != discover::Selection::Kind::tree;
    return thresholds;
  }

  static Result<void> known_framework(const std::string& key) {
    if (key.empty()) return {};
    std::vector<std::string> keys;
    for (const auto& framework : TRY(compliance::builtin_frameworks())) keys.push_back(framework.key);
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) return {};
    const auto nearest = nearest_word(key, keys);
    return fail(Error{ErrorKind::usage, "reading --framework", key, "there is no framework of that key",
                      nearest ? "did you mean '" + *nearest + "'?" : "'codelake compliance frameworks' lists them"});
  }

  Result<void> check_thresholds(const Config& config) const {
    if (m_options.fail_under >= 0 && thresholds(config).changes_only) {
      return fail(ErrorKind::usage, "reading --fail-under", "", "a score needs a scan of the whole project");
    }
    return known_framework(m_options.framework);
  }

  Options m_options;
};

}  // namespace

std::unique_ptr<Command> make_command();
std::unique_ptr<Command> make_command() { return std::make_unique<ScanCommand>(); }

}  // namespace codelake::cli::scan
