// SPDX-License-Identifier: Apache-2.0
// Which packages of a lockfile are direct, and to which group each belongs, told by the manifest beside it.
//
//   package.json:  dependencies {a}, devDependencies {t}        yarn.lock:  a → b,  t → b,  t → c
//   direct: a, t                                                groups: a, b prod; t, c dev
#include "scanners/sca/lockfiles/graph.h"

#include "scanners/sca/lockfiles/builder.h"

#include <algorithm>
#include <map>

namespace codelake::sca {

namespace {

using Indices = std::vector<std::size_t>;

class Graph {
 public:
  explicit Graph(std::vector<Package>& packages) : m_packages(packages) {
    for (std::size_t i = 0; i < packages.size(); ++i) m_by_key[edge_to(packages[i])].push_back(i);
  }

  // All that can be reached from there, once each.
  Indices reach(const Indices& from) const {
    std::vector<bool> seen(m_packages.size(), false);
    Indices reached;
    const auto visit = [&](std::size_t index) {
      if (!seen[index]) reached.push_back(index);
      seen[index] = true;
    };
    for (const std::size_t index : from) visit(index);
    for (std::size_t next = 0; next < reached.size(); ++next) {
      for (const std::string& edge : m_packages[reached[next]].dependencies) {
        for (const std::size_t target : at(edge)) visit(target);
      }
    }
    return reached;
  }

  const Indices& at(const std::string& key) const {
    static const Indices none;
    const auto found = m_by_key.find(key);
    return found == m_by_key.end() ? none : found->second;
  }

 private:
  const std::vector<Package>& m_packages;
  std::unordered_map<std::string, Indices> m_by_key;
};

bool tells_groups(const Package& package) {
  return std::any_of(package.groups.begin(), package.groups.end(),
                     [](const std::string& group) { return group != "optional"; });
}

void add_group(Package& package, const std::string& group) {
  auto& groups = package.groups;
  if (group == "prod") groups.clear();
  if (std::find(groups.begin(), groups.end(), group) != groups.end()) return;
  groups.insert(std::upper_bound(groups.begin(), groups.end(), group), group);
}

}  // namespace

void spread_groups(Lockfile& lockfile, const std::vector<std::pair<std::string, std::string>>& roots) {
  if (std::any_of(lockfile.packages.begin(), lockfile.packages.end(), tells_groups)) return;
  const Graph graph(lockfile.packages);
  std::map<std::string, Indices> by_group;
  for (const auto& [key, group] : roots) {
    const Indices& indices = graph.at(key);
    by_group[group].insert(by_group[group].end(), indices.begin(), indices.end());
  }
  // In the order of names "prod" may come before "test": it goes last, to take the place of all others.
  const auto spread = [&](const std::string& group, const Indices& from) {
    for (const std::size_t index : graph.reach(from)) add_group(lockfile.packages[index], group);
  };
  for (const auto& [group, from] : by_group) {
    if (group != "prod" && !group.empty()) spread(group, from);
  }
  if (const auto prod = by_group.find("prod"); prod != by_group.end()) spread("prod", prod->second);
}

void mark_direct(Lockfile& lockfile, const std::vector<Wanted>& wanted) {
  PackagesByName by_name(lockfile.packages.empty() ? "" : lockfile.packages.front().ecosystem);
  for (Package& package : lockfile.packages) {
    package.direct_known = true;
    by_name.add(package);
  }
  std::unordered_map<std::string, std::vector<Package*>> by_edge;
  for (Package& package : lockfile.packages) by_edge[edge_to(package)].push_back(&package);
  std::vector<std::pair<std::string, std::string>> roots;
  for (const Wanted& want : wanted) {
    auto selected = lockfile.selectors.find(want.name + "@" + want.requirement);
    if (selected == lockfile.selectors.end()) selected = lockfile.selectors.find(want.name);
    const bool known = selected != lockfile.selectors.end();
    const auto targets = known ? by_edge[selected->second] : by_name.find(want.name);
    for (Package* target : targets) {
      target->direct = true;
      roots.emplace_back(edge_to(*target), want.group);
    }
  }
  spread_groups(lockfile, roots);
}

}  // namespace codelake::sca
