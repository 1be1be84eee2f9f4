// SPDX-License-Identifier: Apache-2.0
// Union-find over ids: every alias joins the sets of the record and of the alias. Example: PYSEC-1 ~ CVE-1
// and GHSA-1 ~ CVE-1 end in one set {CVE-1, GHSA-1, PYSEC-1}, although neither record names the other.
#include "scanners/sca/advisories/alias_groups.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

namespace codelake::sca {

namespace {

class Sets {
 public:
  std::size_t add() {
    m_parents.push_back(m_parents.size());
    return m_parents.size() - 1;
  }
  std::size_t root(std::size_t item) {
    while (m_parents[item] != item) item = m_parents[item] = m_parents[m_parents[item]];
    return item;
  }
  void join(std::size_t a, std::size_t b) { m_parents[root(a)] = root(b); }

 private:
  std::vector<std::size_t> m_parents;
};

int rank(const std::string& id, const std::map<std::string, CompiledRecord>& records) {
  if (id.rfind("CVE-", 0) == 0) return 0;
  if (id.rfind("GHSA-", 0) == 0) return 1;
  return records.count(id) != 0 ? 2 : 3;
}

}  // namespace

AliasGroups group_aliases(const std::map<std::string, CompiledRecord>& records) {
  Sets sets;
  std::map<std::string, std::size_t> items;
  const auto item_of = [&](const std::string& id) {
    const auto [place, added] = items.try_emplace(id, 0);
    if (added) place->second = sets.add();
    return place->second;
  };
  for (const auto& [id, record] : records) {
    const std::size_t item = item_of(id);
    for (const std::string& alias : record.aliases) sets.join(item, item_of(alias));
  }
  std::map<std::size_t, std::vector<std::string>> members;
  for (const auto& [id, item] : items) members[sets.root(item)].push_back(id);

  AliasGroups result;
  const auto preferred = [&](const std::string& a, const std::string& b) {
    return std::pair(rank(a, records), std::string_view(a)) <
           std::pair(rank(b, records), std::string_view(b));
  };
  for (auto& [root, ids] : members) {
    std::sort(ids.begin(), ids.end(), preferred);
    result.groups.push_back(std::move(ids));
  }
  std::sort(result.groups.begin(), result.groups.end());
  for (std::size_t group = 0; group < result.groups.size(); ++group) {
    for (const std::string& id : result.groups[group]) {
      if (records.count(id) != 0) result.group_of[id] = group;
    }
  }
  return result;
}

}  // namespace codelake::sca
