// SPDX-License-Identifier: Apache-2.0
#include "core/baseline.h"

#include "core/report_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace codelake {

Result<Baseline> Baseline::parse(std::string_view text, const std::string& name) {
  const auto failed = [&](std::string cause) {
    return fail(Error{ErrorKind::usage, "reading the baseline", name, std::move(cause),
                      "write a new one with --write-baseline"});
  };
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded()) return failed("not valid JSON");
  if (!json.is_object() || json.value("baseline_version", 0) != 1) return failed("no baseline of version 1");
  const auto entries = json.find("findings");
  if (entries == json.end() || !entries->is_array()) return failed("the list 'findings' is missing");
  Baseline baseline;
  for (const auto& entry : *entries) {
    const bool usable = entry.is_object() && entry.contains("fingerprint") && entry["fingerprint"].is_string();
    if (!usable) return failed("an entry has no fingerprint");
    baseline.m_fingerprints.push_back(entry["fingerprint"].get<std::string>());
  }
  std::sort(baseline.m_fingerprints.begin(), baseline.m_fingerprints.end());
  return baseline;
}

std::string Baseline::write(const std::vector<Finding>& findings) {
  std::set<std::string> lines;
  for (const Finding& finding : findings) {
    if (finding.status() == "suppressed") continue;
    nlohmann::ordered_json entry;
    entry["path"] = valid_utf8(finding.path);
    entry["rule_id"] = finding.rule_id;
    entry["fingerprint"] = finding.fingerprint;
    lines.insert(dump(entry));
  }
  std::string text = "{\"baseline_version\": 1, \"findings\": [";
  const char* separator = "\n";
  for (const auto& line : lines) {
    text += separator + line;
    separator = ",\n";
  }
  return text + "\n]}\n";
}

void Baseline::apply(std::vector<Finding>& findings, std::vector<Notice>& notices) const {
  std::set<std::string_view> met;
  for (Finding& finding : findings) {
    if (!std::binary_search(m_fingerprints.begin(), m_fingerprints.end(), finding.fingerprint)) continue;
    met.insert(finding.fingerprint);
    if (!finding.suppression) finding.suppression = Suppression{Suppression::Kind::baseline, "in the baseline"};
  }
  const std::size_t stale = m_fingerprints.size() - std::min(m_fingerprints.size(), met.size());
  if (stale == 0) return;
  notices.push_back({NoticeKind::suppression, "", "",
                     std::to_string(stale) + " baseline entries no longer exist; shrink it with --write-baseline"});
}

}  // namespace codelake
