// SPDX-License-Identifier: Apache-2.0
// Looks at the lockfiles and manifests of a checkout, and at nothing else, and writes down what is in them.
#include "cli/command.h"

#include "cli/environment.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/scanners.h"
#include "core/file.h"
#include "reports/sbom/writer.h"
#include "scanners/sca/lockfiles/bill_names.h"
#include "scanners/scan.h"

#include <algorithm>
#include <filesystem>
#include <thread>

namespace codelake::cli::sbom {

// The plugin's entry point; cli/commands/CMakeLists.txt calls it by this name.
std::unique_ptr<Command> make_command();

namespace {

namespace fs = std::filesystem;
using reports::sbom::Writer;
using Writers = std::vector<std::unique_ptr<Writer>>;

template <class Words>
std::string listed(const Words& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

Result<const Writer*> writer_of(const Writers& writers, const std::string& format) {
  std::vector<std::string> names;
  for (const auto& writer : writers) {
    if (writer->name() == format) return writer.get();
    names.emplace_back(writer->name());
  }
  return fail(Error{ErrorKind::usage, "reading --format", format, "there is no such format", "there are: " + listed(names)});
}

Result<std::string> version_of(const Writer& writer, const std::string& wanted) {
  const auto versions = writer.versions();
  if (wanted.empty()) return std::string(versions.front());
  if (std::find(versions.begin(), versions.end(), wanted) != versions.end()) return wanted;
  return fail(Error{ErrorKind::usage, "reading --spec-version", wanted, "not a version of " + std::string(writer.name()) + " we write",
                    "there are: " + listed(versions)});
}

Result<Config> configuration_of(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) {
    return fail(Error{ErrorKind::no_data, "looking for files in", path, error.message(), "give an existing folder or file"});
  }
  return load_config(fs::is_directory(real, error) ? real.string() : real.parent_path().string());
}

// A bill made earlier is no source of the next one; named itself, it is.
void leave_out_bills(discover::Discovered& found) {
  if (found.files.size() > 1) std::erase_if(found.files, [](const FileInfo& file) { return sca::is_bill(file.path); });
}

class SbomCommand final : public Command {
 public:
  std::string_view name() const override { return "sbom"; }
  std::string_view summary() const override { return "Write down what a project is made of (CycloneDX, SPDX)"; }

  void configure(CLI::App& app) override {
    app.add_option("path", m_path, "Folder, or one lockfile or bill of materials")->capture_default_str();
    app.add_option("--format", m_format, "cyclonedx, spdx or spdx-tag-value")->capture_default_str();
    app.add_option("--spec-version", m_version, "cyclonedx: 1.6 (default), 1.5, 1.7; spdx: 2.3 (default), 3.0.1");
    app.add_option("-o,--output", m_output, "File to write (default: standard output)");
  }

  Result<ExitCode> run(const Environment& environment) override {
    const Writers writers = reports::sbom::all_writers();
    const Writer* writer = TRY(writer_of(writers, m_format));
    const std::string version = TRY(version_of(*writer, m_version));
    const Config config = TRY(configuration_of(m_path));
    ScanReport report;
    const bool bug_found = TRY(look(config, environment, report));
    if (interrupted().load()) return ExitCode::interrupted;
    if (report.coverage.manifests_found == 0) {
      return fail(Error{ErrorKind::no_data, "looking for lockfiles in", m_path, "there is none", "'codelake scan' names the files it reads"});
    }
    const std::string text = writer->write(reports::sbom::bill_of(report), version);
    TRY(m_output.empty() ? write_out(text) : write_file_atomically(m_output, text));
    for (const Notice& notice : report.notices) say("notice: " + (notice.path.empty() ? "" : notice.path + ": ") + notice.message);
    return bug_found ? ExitCode::internal : ExitCode::clean;
  }

 private:
  // What the lockfiles hold; true when a check of ours failed. Advisories are none of a bill's business, so they are not read.
  Result<bool> look(const Config& config, const Environment& environment, ScanReport& report) const {
    ScannerOptions options = base_scanner_options(config, environment);
    options.advisories_directory.clear();
    options.vex_paths.clear();
    ScanRequest request;
    ScannerChoice choice = TRY(make_scanners({"sca"}, config, options));
    request.scanners = std::move(choice.scanners);
    request.guard = std::move(choice.guard);
    request.limits.file_bytes_max = config.max_file_bytes;
    request.threads = std::max(1U, std::thread::hardware_concurrency());
    request.interrupted = &interrupted();
    auto found = TRY(discover::discover(m_path, config, {}));
    leave_out_bills(found);
    report.project = project_of(config, found.root, found.head);
    report.scan.started_at = environment.now;
    if (found.head) report.scan.commit = found.head->commit;
    ScanOutcome outcome = scan_files(found, request);
    report.packages = std::move(outcome.packages);
    report.coverage = std::move(outcome.coverage);
    std::erase_if(outcome.notices, [](const Notice& notice) { return notice.kind == NoticeKind::advisories; });
    report.notices = std::move(outcome.notices);
    return outcome.bug_found;
  }

  std::string m_path = ".";
  std::string m_format = "cyclonedx";
  std::string m_version;
  std::string m_output;
};

}  // namespace

std::unique_ptr<Command> make_command() { return std::make_unique<SbomCommand>(); }

}  // namespace codelake::cli::sbom
