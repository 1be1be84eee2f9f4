// SPDX-License-Identifier: Apache-2.0
#include "reports/formats/text/finding_block.h"

#include "reports/formats/text/frame.h"
#include "reports/formats/text/printable.h"

#include <fmt/format.h>

#include <algorithm>

namespace codelake::reports::text {

namespace {

constexpr std::size_t k_note_lines_max = 2;

// The first paragraph of a Markdown text that is no heading, without its emphasis and code marks.
std::string first_paragraph(std::string_view markdown) {
  std::string paragraph;
  for (std::size_t at = 0; at < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
    const std::string_view line = markdown.substr(at, end - at);
    at = end + 1;
    const bool blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
    if (blank && !paragraph.empty()) break;
    if (blank || line.front() == '#') continue;
    paragraph += std::string(line) + " ";
  }
  std::erase_if(paragraph, [](char c) { return c == '`' || c == '*'; });
  return paragraph;
}

std::string cwe_text(const Finding& finding) {
  std::string text;
  for (const int id : finding.cwe) text += fmt::format("{}CWE-{}", text.empty() ? "" : ", ", id);
  return text;
}

std::string why(const Finding& finding, const RuleInfo* rule) {
  std::string reason = rule == nullptr ? std::string() : first_paragraph(rule->help);
  if (reason.empty() && rule != nullptr && rule->message != finding.message) reason = rule->message;
  if (reason == first_paragraph(finding.fix)) reason.clear();  // stands below, as the fix
  const std::string cwe = cwe_text(finding);
  if (cwe.empty() || reason.empty()) return reason + cwe;
  return cwe + ": " + reason;
}

std::string joined(const std::vector<std::string>& words, std::string_view separator, std::size_t words_max) {
  std::string text;
  for (std::size_t i = 0; i < std::min(words.size(), words_max); ++i) {
    text += std::string(i > 0 ? separator : "") + words[i];
  }
  if (words.size() > words_max) text += fmt::format(" and {} more", words.size() - words_max);
  return text;
}

// Writes the parts of one finding.
class Block {
 public:
  Block(const Finding& finding, const Style& style) : m_finding(finding), m_ink(style.color), m_width(style.width) {}

  std::string text(const RuleInfo* rule) {
    m_text = m_ink.of(m_finding.severity, to_text(m_finding.severity)) +
             m_ink.bold("[" + printable(m_finding.rule_id, 200) + "]") + " " + printable(m_finding.message) + "\n";
    m_text += m_ink.edge("  --> ") + place() + "\n";
    m_text += frame(m_finding, m_ink, m_width);
    if (m_finding.package) add_package(*m_finding.package);
    if (m_finding.secret) add_secret(*m_finding.secret);
    if (m_finding.resource) note("resource", m_finding.resource->address);
    add_trace();
    note("why", why(m_finding, rule));
    note("fix", m_finding.fix);
    return std::move(m_text);
  }

 private:
  std::string place() const {
    std::string text = place_of(m_finding.path, m_finding.range);
    if (m_finding.secret && !m_finding.secret->places.empty()) text += in_commit(m_finding.secret->places.front());
    return text;
  }

  static std::string in_commit(const SecretPlace& place) {
    return place.commit.empty() ? "" : " (commit " + printable(place.commit.substr(0, 12)) + ")";
  }

  void note(std::string_view label, std::string_view text) {
    const std::string margin(k_gutter + 1, ' ');
    const std::string name = std::string(label) + ": ";
    const int used = static_cast<int>(margin.size() + 2 + name.size());
    std::string before = m_ink.edge("= ") + m_ink.bold(name);
    for (const std::string& line : wrapped(text, m_width - used, k_note_lines_max)) {
      m_text += margin + before + line + "\n";
      before = std::string(2 + name.size(), ' ');
    }
  }

  void add_package(const PackageDetail& package) {
    if (!package.license.empty()) return add_licensed(package);
    const std::string fixed =
        package.fixed_version.empty() ? "no fixed version known" : "fixed in " + package.fixed_version;
    note("package", fmt::format("{} {} {}, {}", package.ecosystem, package.name, package.version, fixed));
    if (package.path.size() > 1) note("through", joined(package.path, " > ", 12));
    std::string advisories = joined(package.advisory_ids, ", ", 6);
    if (package.severity_score) advisories += fmt::format(" (CVSS {:.1f})", *package.severity_score);
    note("advisory", advisories);
    if (!package.vex_status.empty()) note("vex", package.vex_status + ": " + package.vex_reason);
  }

  void add_licensed(const PackageDetail& package) {
    if (!package.name.empty()) note("package", package.ecosystem + " " + package.name + " " + package.version);
    if (package.path.size() > 1) note("through", joined(package.path, " > ", 12));
    note("licence", package.license);
  }

  void add_secret(const SecretDetail& secret) {
    note("secret", fmt::format("{} {}, {}", secret.provider, secret.redacted, to_text(secret.verification)));
    add_introduction(secret);
    std::vector<std::string> others;
    for (std::size_t i = 1; i < secret.places.size(); ++i) {
      others.push_back(place_of(secret.places[i].path, secret.places[i].range) + in_commit(secret.places[i]));
    }
    if (!others.empty()) note("also at", joined(others, ", ", 4));
  }

  // The oldest commit that brought it in, and whether it is still there.
  void add_introduction(const SecretDetail& secret) {
    if (!secret.in_head) return;
    const SecretPlace* oldest = nullptr;
    for (const SecretPlace& place : secret.places) {
      if (!place.commit.empty() && (oldest == nullptr || place.date < oldest->date)) oldest = &place;
    }
    const std::string_view now = *secret.in_head ? "still in HEAD" : "gone from HEAD";
    if (oldest == nullptr) return note("history", now);
    note("history", fmt::format("{} by {} in commit {}; {}", oldest->date, printable(oldest->author, 120),
                                printable(oldest->commit.substr(0, 12)), now));
  }

  void add_trace() {
    if (m_finding.trace.empty()) return;
    constexpr std::size_t steps_max = 12;
    const std::string margin(k_gutter + 1, ' ');
    m_text += margin + m_ink.edge("= ") + m_ink.bold("trace:") + "\n";
    for (std::size_t i = 0; i < std::min(m_finding.trace.size(), steps_max); ++i) {
      const TraceStep& step = m_finding.trace[i];
      m_text += fmt::format("{}  {}. {}  {}\n", margin, i + 1, place_of(step.path, step.range),
                            printable(step.message, 120));
    }
    if (m_finding.trace.size() > steps_max) {
      m_text += fmt::format("{}  and {} more steps\n", margin, m_finding.trace.size() - steps_max);
    }
  }

  const Finding& m_finding;
  Ink m_ink;
  int m_width;
  std::string m_text;
};

}  // namespace

std::string place_of(const std::string& path, const Range& range) {
  const std::string shown = path.empty() ? "(the whole project)" : printable(path);
  if (path.empty() || range == Range{}) return shown;
  return fmt::format("{}:{}:{}", shown, range.start.line, range.start.column);
}

std::string finding_block(const Finding& finding, const RuleInfo* rule, const Style& style) {
  return Block(finding, style).text(rule);
}

}  // namespace codelake::reports::text
