// SPDX-License-Identifier: Apache-2.0
#include "compliance/finding_groups.h"

#include <algorithm>
#include <map>

namespace codelake::compliance {

namespace {

// What a finding is about. An advisory's own CWE is a weakness inside the package; for its user it is a component with
// a known vulnerability, or a malicious one.
std::vector<int> cwe_of(const Finding& finding) {
  if (finding.type == FindingType::secrets && finding.cwe.empty()) return {798};
  if (finding.type != FindingType::sca) return finding.cwe;
  bool malicious = std::find(finding.cwe.begin(), finding.cwe.end(), 506) != finding.cwe.end();
  if (finding.package) {
    for (const std::string& id : finding.package->advisory_ids) malicious = malicious || id.starts_with("MAL-");
  }
  return malicious ? std::vector<int>{506, 937, 1035, 1395} : std::vector<int>{937, 1035, 1395};
}

}  // namespace

int Counts::at_or_above(Severity severity) const {
  int count = 0;
  for (auto i = static_cast<std::size_t>(severity); i < by_severity.size(); ++i) count += by_severity.at(i);
  return count;
}

FindingGroups::FindingGroups(const std::vector<Finding>& findings) : m_findings(findings) {
  std::map<std::pair<std::string_view, std::vector<int>>, std::uint32_t> known;
  m_group_of.reserve(findings.size());
  for (const Finding& finding : findings) {
    const auto next = static_cast<std::uint32_t>(m_groups.size());
    const auto [place, added] = known.try_emplace({scanner_of(finding.type), cwe_of(finding)}, next);
    if (added) m_groups.push_back({place->first.first, place->first.second});
    m_group_of.push_back(place->second);
  }
}

bool FindingGroups::Group::bears_on(const Control& control) const {
  const auto by = [&](CheckType type) { return scanner_of(type) == scanner; };
  if (!by(control.check_type) && std::none_of(control.also.begin(), control.also.end(), by)) return false;
  return std::any_of(cwe.begin(), cwe.end(), [&](int number) {
    return std::binary_search(control.cwe.begin(), control.cwe.end(), number);
  });
}

Counts FindingGroups::counts_for(const Control& control) const {
  std::vector<bool> bears(m_groups.size());
  for (std::size_t i = 0; i < m_groups.size(); ++i) bears[i] = m_groups[i].bears_on(control);
  Counts counts;
  for (std::size_t i = 0; i < m_findings.size(); ++i) {
    if (!bears[m_group_of[i]]) continue;
    const Finding& finding = m_findings[i];
    if (finding.suppression) {
      counts.suppressed += 1;
      continue;
    }
    counts.by_severity.at(static_cast<std::size_t>(finding.severity)) += 1;
    if (finding.severity != Severity::info) counts.ids.push_back(finding.id());
  }
  return counts;
}

}  // namespace codelake::compliance
