// SPDX-License-Identifier: Apache-2.0
//
// A statement put together from a request is found by the rule that knows of the request, and by the plainer one that
// sees only that it is put together. Both are true and tell one weakness, so the first, which names the second in
// `covers`, is what is reported:
//
//   execute("SELECT …" + request.args["name"])     sql-request covers sql-string: one finding
//   execute("SELECT …" + name)                     sql-string alone
#include "core/covered.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace codelake {

namespace {

bool overlap(const Range& a, const Range& b) { return a.start.offset < b.end.offset && b.start.offset < a.end.offset; }

}  // namespace

void drop_covered(std::vector<Finding>& findings, const std::vector<RuleInfo>& rules) {
  std::map<std::string_view, std::set<std::string_view>> covering;  // rule → the rules that cover it
  for (const RuleInfo& rule : rules) {
    for (const std::string& covered : rule.covers) covering[covered].insert(rule.id);
  }
  if (covering.empty()) return;
  std::map<std::string_view, std::vector<const Finding*>> by_path;
  for (const Finding& finding : findings) {
    if (!finding.suppression) by_path[finding.path].push_back(&finding);
  }
  std::vector<bool> dropped(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    const auto rules_above = covering.find(finding.rule_id);
    if (rules_above == covering.end() || finding.suppression) continue;
    const auto& here = by_path[finding.path];
    dropped[i] = std::any_of(here.begin(), here.end(), [&](const Finding* other) {
      return rules_above->second.count(other->rule_id) > 0 && overlap(other->range, finding.range);
    });
  }
  std::size_t i = 0;
  std::erase_if(findings, [&](const Finding&) { return dropped[i++]; });
}

}  // namespace codelake
