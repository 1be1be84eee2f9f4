// SPDX-License-Identifier: Apache-2.0
#include "reports/formats/sarif/rules.h"

#include "core/report_json.h"
#include "reports/formats/sarif/uri.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace codelake::reports::sarif {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t k_tags_max = 20;  // GitHub refuses more

// A number inside GitHub's band of the same word: critical from 9.0, high 7.0, medium 4.0, low above 0.
double score_of(Severity severity) {
  switch (severity) {
    case Severity::critical: return 9.5;
    case Severity::high: return 8.0;
    case Severity::medium: return 5.5;
    case Severity::low: return 3.0;
    case Severity::info: return 0.1;
  }
  return 0.1;
}

bool is_security(FindingType type) { return type != FindingType::quality && type != FindingType::license; }

Json tags(const RuleInfo& rule) {
  Json array = Json::array();
  const auto add = [&array](const std::string& tag) {
    if (array.size() < k_tags_max && std::find(array.begin(), array.end(), tag) == array.end()) array.push_back(tag);
  };
  if (is_security(rule.type)) add("security");
  add(std::string(to_text(rule.type)));
  for (const int id : rule.cwe) add(fmt::format("external/cwe/cwe-{:03}", id));
  for (std::string id : rule.owasp) {
    std::transform(id.begin(), id.end(), id.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    add("external/owasp/" + valid_utf8(id));
  }
  return array;
}

std::string help_text(const RuleInfo& rule) { return rule.help.empty() ? rule.message : rule.help; }

std::string help_markdown(const RuleInfo& rule) {
  std::string text = help_text(rule);
  if (!rule.bad_example.empty()) text += "\n\nReported:\n\n```\n" + rule.bad_example + "\n```";
  if (!rule.good_example.empty()) text += "\n\nNot reported:\n\n```\n" + rule.good_example + "\n```";
  if (!rule.references.empty()) text += "\n\nReferences:\n";
  for (const std::string& reference : rule.references) text += "\n- " + reference;
  return text;
}

Json descriptor(const RuleInfo& rule, double score) {
  const std::string title = rule.title.empty() ? rule.id : rule.title;
  Json json = {{"id", valid_utf8(rule.id)},
               {"shortDescription", {{"text", valid_utf8(title)}}},
               {"fullDescription", {{"text", valid_utf8(rule.message)}}},
               {"help", {{"text", valid_utf8(help_text(rule))}, {"markdown", valid_utf8(help_markdown(rule))}}}};
  const auto link = std::find_if(rule.references.begin(), rule.references.end(), is_web_uri);
  if (link != rule.references.end()) json["helpUri"] = *link;
  json["defaultConfiguration"] = {{"level", level_of(rule.severity)}};
  Json properties = {{"tags", tags(rule)}, {"precision", to_text(rule.confidence)}};
  if (is_security(rule.type)) properties["security-severity"] = fmt::format("{:.1f}", score);
  json["properties"] = std::move(properties);
  return json;
}

// What can be said of a rule that the report carries nothing of.
RuleInfo rule_from(const Finding& finding) {
  RuleInfo rule;
  rule.id = finding.rule_id;
  rule.type = finding.type;
  rule.severity = finding.severity;
  rule.confidence = finding.confidence;
  rule.message = finding.message.empty() ? finding.rule_id : finding.message;
  rule.cwe = finding.cwe;
  return rule;
}

double score_of(const Finding& finding) {
  if (finding.package && finding.package->severity_score && *finding.package->severity_score > 0) {
    return std::min(*finding.package->severity_score, 10.0);
  }
  return score_of(finding.severity);
}

}  // namespace

std::string_view level_of(Severity severity) {
  if (severity >= Severity::high) return "error";
  return severity == Severity::medium ? "warning" : "note";
}

Rules::Rules(const ScanReport& report, const std::vector<const Finding*>& findings) {
  std::map<std::string, Entry> by_id;
  for (const Finding* finding : findings) {
    auto [at, added] = by_id.try_emplace(finding->rule_id);
    if (added) at->second.rule = rule_from(*finding);
    at->second.rule.severity = std::max(at->second.rule.severity, finding->severity);
    at->second.score = std::max(at->second.score, score_of(*finding));
  }
  for (const RuleInfo& known : report.rules) {
    const auto at = by_id.find(known.id);
    if (at == by_id.end()) continue;
    const Severity reported = at->second.rule.severity;
    at->second.rule = known;
    at->second.rule.severity = reported;
    if (known.message.empty()) at->second.rule.message = known.title.empty() ? known.id : known.title;
  }
  for (auto& [id, entry] : by_id) {
    m_index.emplace(id, m_entries.size());
    m_entries.push_back(std::move(entry));
  }
}

nlohmann::ordered_json Rules::descriptors() const {
  Json array = Json::array();
  for (const Entry& entry : m_entries) array.push_back(descriptor(entry.rule, entry.score));
  return array;
}

}  // namespace codelake::reports::sarif
