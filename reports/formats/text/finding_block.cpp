// SPDX-License-Identifier: Apache-2.0
#include "reports/formats/text/finding_block.h"

#include "reports/formats/text/frame.h"
#include "reports/formats/text/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace codelake::reports::text {

namespace {

constexpr std::size_t k_note_lines_max = 2;
constexpr std::size_t k_steps_max = 12;
constexpr std::size_t k_bytes_usual = 1000;  // of a block

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
    m_text.reserve(k_bytes_usual);
    m_text += m_ink.of(m_finding.severity, to_text(m_finding.severity)) +
             m_ink.bold("[" + printable(m_finding.rule_id, 200) + "]") + " " + printable(m_finding.message) + "\n";
    m_text += m_ink.edge("  --> ") + place() + "\n";
    // The last step of a way shows the place itself.
    const bool shown = !m_finding.trace.empty() && m_finding.trace.back().path == m_finding.path &&
                       m_finding.trace.back().range == m_finding.range && !m_finding.trace.back().snippet.empty();
    if (!shown) m_text += frame({m_finding.snippet, m_finding.range, m_finding.severity}, m_ink, m_width);
    add_trace();
    if (m_finding.package) add_package(*m_finding.package);
    if (m_finding.secret) add_secret(*m_finding.secret);
    if (m_finding.resource) note("resource", m_finding.resource->address);
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
    const std::string name = std::string(label) + ": ";
    const std::size_t indent = name.size() + 2;
    const int used = k_gutter + 1 + static_cast<int>(indent);
    bool first = true;
    for (const std::string& line : wrapped(text, m_width - used, k_note_lines_max)) {
      m_text.append(k_gutter + 1, ' ');
      if (first)
        (m_text += m_ink.edge("= ")) += m_ink.bold(name);
      else
        m_text.append(indent, ' ');
      (m_text += line) += '\n';
      first = false;
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

  // The places a value passes, in one frame after the other.
  void add_trace() {
    std::string path = m_finding.path;
    const std::size_t count = m_finding.trace.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (count > k_steps_max && i == k_steps_max - 1) {
        m_text += fmt::format("{}  and {} more steps\n", std::string(k_gutter + 1, ' '), count - k_steps_max);
        i = count - 1;
      }
      const TraceStep& step = m_finding.trace[i];
      const bool elsewhere = step.path != path || step.snippet.empty();
      if (elsewhere) m_text += m_ink.edge("  ::: ") + place_of(step.path, step.range);
      const std::string label = number(i + 1) + " " + printable(step.message, 120);
      if (step.snippet.empty()) m_text += "  " + label;
      if (elsewhere) m_text += "\n";
      path = step.path;
      m_text += frame({step.snippet, on_first_line(step.range), m_finding.severity, label}, m_ink, m_width);
    }
  }

  static Range on_first_line(Range range) {
    if (range.end.line > range.start.line) range.end = {range.start.line, std::numeric_limits<std::uint32_t>::max(), range.end.offset};
    return range;
  }

  // A digit in a circle up to twenty.
  static std::string number(std::size_t number) {
    if (number > 20) return fmt::format("({})", number);
    std::string text = "\xE2\x91\xA0";
    text.back() = static_cast<char>(text.back() + static_cast<char>(number - 1));
    return text;
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
