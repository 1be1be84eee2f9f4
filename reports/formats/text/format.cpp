// SPDX-License-Identifier: Apache-2.0
#include "reports/format.h"

#include "reports/formats/text/closing.h"
#include "reports/formats/text/finding_block.h"
#include "reports/formats/text/ink.h"
#include "reports/formats/text/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace codelake::reports::text {

namespace {

constexpr std::size_t k_frames_max = 2;  // of one rule (and package) in one file
constexpr std::size_t k_lines_listed_max = 8;

const RuleInfo* rule_of(const ScanReport& report, const std::string& id) {
  const auto at = std::lower_bound(report.rules.begin(), report.rules.end(), id,
                                   [](const RuleInfo& rule, const std::string& wanted) { return rule.id < wanted; });
  return at != report.rules.end() && at->id == id ? &*at : nullptr;
}

// What counts as "the same again" within one file.
using Kind = std::tuple<std::string, std::string>;
Kind kind_of(const Finding& finding) { return {finding.rule_id, finding.package ? finding.package->name : ""}; }

std::string more_text(const Kind& kind, const std::vector<const Finding*>& rest, const Style& style) {
  const auto& [rule, package] = kind;
  std::string lines;
  for (std::size_t i = 0; i < std::min(rest.size(), k_lines_listed_max); ++i) {
    lines += (i > 0 ? ", " : "") + std::to_string(rest[i]->range.start.line);
  }
  if (rest.size() > k_lines_listed_max) lines += " ...";
  const std::string of_package = package.empty() ? "" : " for " + printable(package, 100);
  return Ink(style.color).dim(fmt::format("and {} more of [{}]{} in {}, {} {}", with_separators(rest.size()),
                                          printable(rule, 200), of_package, printable(rest.front()->path),
                                          rest.size() == 1 ? "line" : "lines", lines)) + "\n\n";
}

// The open findings of one file.
std::string file_text(const ScanReport& report, const std::vector<const Finding*>& findings, const Style& style) {
  std::map<Kind, std::size_t> shown;
  std::map<Kind, std::vector<const Finding*>> rest;
  std::string text;
  for (const Finding* finding : findings) {
    const Kind kind = kind_of(*finding);
    if (++shown[kind] > k_frames_max) {
      rest[kind].push_back(finding);
    } else {
      text += finding_block(*finding, rule_of(report, finding->rule_id), style) + "\n";
    }
  }
  for (const auto& [kind, left_out] : rest) text += more_text(kind, left_out, style);
  return text;
}

std::string findings_text(const ScanReport& report, const Style& style) {
  std::string text;
  std::vector<const Finding*> of_file;
  for (const Finding& finding : report.findings) {
    if (finding.suppression) continue;
    if (!of_file.empty() && of_file.front()->path != finding.path) {
      text += file_text(report, of_file, style);
      of_file.clear();
    }
    of_file.push_back(&finding);
  }
  return of_file.empty() ? text : text + file_text(report, of_file, style);
}

class TextFormat final : public Format {
 public:
  std::string_view name() const override { return "text"; }
  std::string_view description() const override { return "for reading: code frames, notices, summary and scores"; }
  std::string write(const ScanReport& report, const Style& style) const override {
    return findings_text(report, style) + notices_text(report, style) + not_looked_at_text(report.coverage, style) +
           summary_text(report, style) + scores_text(report.scorecard, style);
  }
};

}  // namespace

std::unique_ptr<Format> make_format();
std::unique_ptr<Format> make_format() { return std::make_unique<TextFormat>(); }

}  // namespace codelake::reports::text
