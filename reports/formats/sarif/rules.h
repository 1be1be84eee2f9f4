// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <vector>

namespace codelake::reports::sarif {

// "error", "warning" or "note".
std::string_view level_of(Severity severity);

// The reporting descriptors of the rules that the given findings name, sorted by id.
class Rules {
 public:
  Rules(const ScanReport& report, const std::vector<const Finding*>& findings);

  std::size_t index_of(const std::string& rule_id) const { return m_index.at(rule_id); }
  nlohmann::ordered_json descriptors() const;

 private:
  // What GitHub shows for a rule, taken from its worst finding.
  struct Entry {
    RuleInfo rule;
    double score = 0;
  };

  std::map<std::string, std::size_t> m_index;
  std::vector<Entry> m_entries;
};

}  // namespace codelake::reports::sarif
