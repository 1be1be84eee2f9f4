// SPDX-License-Identifier: Apache-2.0
#include "reports/formats/text/closing.h"

#include "reports/formats/text/ink.h"
#include "reports/formats/text/printable.h"

#include <fmt/format.h>

#include <algorithm>

namespace codelake::reports::text {

namespace {

// "3 too large, 1 binary": the most frequent reason first.
std::string reasons_text(const std::map<std::string, std::uint64_t>& reasons) {
  std::vector<std::pair<std::string, std::uint64_t>> sorted(reasons.begin(), reasons.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (const auto& [reason, count] : sorted) {
    if (count == 0) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", with_separators(count), printable(reason, 80));
  }
  return text;
}

std::uint64_t total(const std::map<std::string, std::uint64_t>& counts) {
  std::uint64_t sum = 0;
  for (const auto& [key, count] : counts) sum += count;
  return sum;
}

// A list of lines under a heading; nothing when no line was added.
class Section {
 public:
  Section(std::string_view heading, const Style& style)
      : m_heading(Ink(style.color).bold(heading) + "\n"), m_width(style.width) {}

  void add(std::string_view line, std::size_t lines_max = 2) {
    std::string margin = "  ";
    for (const std::string& part : wrapped(line, m_width - 4, lines_max)) {
      m_lines += margin + part + "\n";
      margin = "    ";
    }
  }
  std::string text() const { return m_lines.empty() ? "" : m_heading + m_lines; }

 private:
  std::string m_heading;
  int m_width;
  std::string m_lines;
};

std::string unsupported_languages(const ScannerCoverage& scanner) {
  std::string text;
  for (const auto& [name, language] : scanner.languages) {
    if (!language.supported) text += (text.empty() ? "" : ", ") + printable(name, 40);
  }
  return text;
}

void add_scanner(Section& section, const std::string& name, const ScannerCoverage& scanner) {
  if (!scanner.ran) {
    const std::string reason = scanner.not_run_reason.empty() ? "not asked for" : scanner.not_run_reason;
    section.add(fmt::format("{}: did not run: {}", name, reason));
    return;
  }
  const std::string skipped = reasons_text(scanner.skipped);
  if (!skipped.empty()) section.add(fmt::format("{}: {} skipped: {}", name, counted(total(scanner.skipped), "file"), skipped));
  const std::string languages = unsupported_languages(scanner);
  if (!languages.empty()) section.add(fmt::format("{}: no rules for {}", name, languages));
}

void add_ecosystem(Section& section, const std::string& name, const EcosystemCoverage& ecosystem) {
  if (!ecosystem.assessed && ecosystem.packages > 0) {
    section.add(fmt::format("{}: no advisory data for {}", name, counted(ecosystem.packages, "package")));
  }
  if (ecosystem.unresolved > 0) {
    section.add(fmt::format("{}: {} without one exact version", name, counted(ecosystem.unresolved, "package")));
  }
}

void add_licenses(Section& section, const LicenseCoverage& licenses) {
  if (licenses.packages_unknown > 0) {
    section.add(fmt::format("licences: unknown of {} of {}", with_separators(licenses.packages_unknown),
                            counted(licenses.packages, "package")));
  }
  if (licenses.files_unknown > 0) {
    section.add(fmt::format("licences: {} of {} not recognised", with_separators(licenses.files_unknown),
                            counted(licenses.files, "licence text")));
  }
}

std::string severities_text(const Summary& summary, const Ink& ink) {
  std::string text;
  for (const Severity severity :
       {Severity::critical, Severity::high, Severity::medium, Severity::low, Severity::info}) {
    const auto count = summary.by_severity.find(severity);
    if (count == summary.by_severity.end() || count->second == 0) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", with_separators(count->second),
                        ink.of(severity, to_text(severity)));
  }
  return text;
}

std::string scanners_that_ran(const Coverage& coverage) {
  std::string text;
  for (const auto& [name, scanner] : coverage.scanners) {
    if (scanner.ran) text += (text.empty() ? "" : ", ") + name;
  }
  return text;
}

std::string headline(const ScanReport& report, const Summary& summary, const Style& style) {
  const Ink ink(style.color);
  std::string files = counted(report.coverage.files_read, "file");
  if (report.coverage.blobs_examined > 0) {
    files += fmt::format(" and {} of {}", counted(report.coverage.blobs_examined, "blob"),
                         counted(report.coverage.commits_examined, "commit"));
  }
  if (summary.open > 0) {
    return ink.bold(counted(summary.open, "finding")) + ": " + severities_text(summary, ink) + " in " + files;
  }
  const std::string ran = scanners_that_ran(report.coverage);
  const bool nothing = report.coverage.files_read == 0 && report.coverage.blobs_examined == 0;
  if (nothing || ran.empty()) return ink.bold("nothing was looked at") + ": " + files + " read";
  return ink.bold("no findings") + " in " + files + " looked at by " + ran;
}

std::uint64_t partly_parsed(const Coverage& coverage) {
  std::uint64_t most = 0;
  for (const auto& [name, scanner] : coverage.scanners) {
    std::uint64_t sum = 0;
    for (const auto& [language, numbers] : scanner.languages) sum += numbers.files_partly_parsed;
    most = std::max(most, sum);
  }
  return most;
}

struct Row {
  std::string key, score, coverage, pass, partial, fail, not_assessed;
};

Row row_of(const FrameworkResult& framework) {
  return {printable(framework.key, 40),
          framework.total > framework.not_assessed ? std::to_string(framework.score) : "-",
          std::to_string(framework.coverage) + "%",
          std::to_string(framework.pass + framework.attested),
          std::to_string(framework.partial),
          std::to_string(framework.fail),
          std::to_string(framework.not_assessed)};
}

std::string line_of(const Row& row, int key_columns) {
  return fmt::format("{:<{}}  {:>5}  {:>8}  {:>4}  {:>7}  {:>4}  {:>12}", row.key, key_columns, row.score,
                     row.coverage, row.pass, row.partial, row.fail, row.not_assessed);
}

std::string overall_text(const ExecutiveSummary& summary, const Style& style) {
  const Ink ink(style.color);
  if (summary.not_assessed >= summary.total_controls) return ink.bold("overall score") + " none: nothing was assessed\n";
  std::string line = fmt::format("{} {} of 100 ({}), {} of {} controls not assessed", ink.bold("overall score"),
                                 summary.overall_score, printable(summary.posture, 40), summary.not_assessed,
                                 summary.total_controls);
  if (!summary.recommendation.empty()) line += "\n" + printable(summary.recommendation, 200);
  return line + "\n";
}

}  // namespace

std::string with_separators(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string counted(std::uint64_t number, std::string_view singular, std::string_view plural) {
  std::string word(number == 1 || plural.empty() ? singular : plural);
  if (number != 1 && plural.empty()) word += 's';
  return with_separators(number) + " " + word;
}

std::string notices_text(const ScanReport& report, const Style& style) {
  constexpr std::size_t per_kind_max = 10;
  constexpr std::size_t notice_lines_max = 4;
  std::map<NoticeKind, std::vector<const Notice*>> by_kind;
  for (const Notice& notice : report.notices) by_kind[notice.kind].push_back(&notice);
  std::string text;
  for (const auto& [kind, notices] : by_kind) {
    std::string heading(to_text(kind));
    std::replace(heading.begin(), heading.end(), '_', ' ');
    Section section(fmt::format("notices, {} ({})", heading, with_separators(notices.size())), style);
    for (std::size_t i = 0; i < std::min(notices.size(), per_kind_max); ++i) {
      const Notice& notice = *notices[i];
      const std::string scanner = notice.scanner.empty() ? "" : " [" + notice.scanner + "]";
      section.add(notice.path + (notice.path.empty() ? "" : ": ") + notice.message + scanner, notice_lines_max);
    }
    if (notices.size() > per_kind_max) section.add(fmt::format("and {} more", notices.size() - per_kind_max));
    text += section.text();
  }
  return text.empty() ? text : text + "\n";
}

std::string not_looked_at_text(const Coverage& coverage, const Style& style) {
  Section section("not looked at", style);
  const std::string skipped = reasons_text(coverage.files_skipped);
  if (!skipped.empty()) section.add(counted(total(coverage.files_skipped), "file") + ": " + skipped);
  for (const auto& [name, scanner] : coverage.scanners) add_scanner(section, name, scanner);
  if (coverage.manifests_found > coverage.manifests_resolved) {
    section.add(fmt::format("sca: {} of {} not resolved to exact versions",
                            with_separators(coverage.manifests_found - coverage.manifests_resolved),
                            counted(coverage.manifests_found, "manifest")));
  }
  for (const auto& [name, ecosystem] : coverage.ecosystems) add_ecosystem(section, name, ecosystem);
  add_licenses(section, coverage.licenses);
  const std::string text = section.text();
  return text.empty() ? text : text + "\n";
}

std::string summary_text(const ScanReport& report, const Style& style) {
  const Summary summary = report.summary();
  std::string line = headline(report, summary, style);
  if (style.seconds > 0) line += fmt::format(", {:.2f} s", style.seconds);
  if (summary.suppressed > 0) line += fmt::format("; {} suppressed", with_separators(summary.suppressed));
  if (summary.baseline > 0) line += fmt::format("; {} in the baseline", with_separators(summary.baseline));
  const std::uint64_t skipped = total(report.coverage.files_skipped);
  if (skipped > 0) line += "; " + counted(skipped, "file") + " not analysed";
  const std::uint64_t partly = partly_parsed(report.coverage);
  if (partly > 0) line += "; " + counted(partly, "file") + " partly parsed";
  return line + "\n";
}

std::string scores_text(const Scorecard& scorecard, const Style& style) {
  if (scorecard.frameworks.empty()) return {};
  int key_columns = 9;
  std::vector<Row> rows;
  for (const auto& [key, framework] : scorecard.frameworks) {
    rows.push_back(row_of(framework));
    key_columns = std::max(key_columns, columns_of(rows.back().key));
  }
  const Row header{"framework", "score", "coverage", "pass", "partial", "fail", "not assessed"};
  std::string text = "\n" + Ink(style.color).dim(line_of(header, key_columns)) + "\n";
  for (const Row& row : rows) text += line_of(row, key_columns) + "\n";
  return text + overall_text(scorecard.summary, style);
}

}  // namespace codelake::reports::text
