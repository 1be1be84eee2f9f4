// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/inspect.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace codelake::secrets {

// The rules of an inspection as caches name them: by number, and by a digest of what they are made of. The inspection
// must outlive the table.
class RuleTable {
 public:
  explicit RuleTable(const Inspection& inspection);

  const Inspection& inspection() const { return m_inspection; }
  const std::vector<const Rule*>& rules() const { return m_rules; }
  const std::vector<std::uint64_t>& digests() const { return m_digests; }  // of each rule
  // Requires a rule of the inspection.
  std::uint64_t number_of(const Rule* rule) const { return m_numbers.at(rule); }

 private:
  const Inspection& m_inspection;
  std::vector<const Rule*> m_rules;
  std::vector<std::uint64_t> m_digests;
  std::unordered_map<const Rule*, std::uint64_t> m_numbers;
};

// What became of the rules of an earlier scan.
struct RuleChange {
  std::vector<const Rule*> kept;      // for each earlier rule, by its number then: the same rule now, or null
  std::vector<const Rule*> added;     // rules that were not there, or not the same
  std::unique_ptr<Inspection> fresh;  // looks for the added ones alone; null when there are none

  bool any() const { return fresh != nullptr || gone; }
  bool gone = false;  // an earlier rule is not there any more
};

// `before` are the digests of the earlier rules. std::nullopt when so much is new that looking for all of it again is no
// more work, or when what is new cannot be looked for alone.
std::optional<RuleChange> compare_rules(std::span<const std::uint64_t> before, const RuleTable& now);

// What a look at a file depends on besides its rules and itself.
std::string settings_key(const Inspection& inspection);

}  // namespace codelake::secrets
