// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/dependency_paths.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <unordered_map>

namespace codelake::sca {

namespace {

constexpr std::size_t k_none = std::numeric_limits<std::size_t>::max();

std::string key_of(const Package& package) {
  std::string key;
  key.reserve(package.name.size() + package.version.size() + 1);
  key += package.name;
  if (!package.version.empty()) (key += '@') += package.version;
  return key;
}

using Edges = std::vector<std::vector<std::size_t>>;

Edges edges_of(const std::vector<Package>& packages) {
  std::vector<std::string> keys;
  keys.reserve(packages.size());
  for (const Package& package : packages) keys.push_back(key_of(package));
  std::unordered_map<std::string_view, std::size_t> by_key;
  by_key.reserve(packages.size());
  for (std::size_t i = 0; i < packages.size(); ++i) by_key.emplace(keys[i], i);
  Edges edges(packages.size());
  for (std::size_t i = 0; i < packages.size(); ++i) {
    edges[i].reserve(packages[i].dependencies.size());
    for (const std::string& dependency : packages[i].dependencies) {
      const auto target = by_key.find(dependency);
      if (target != by_key.end() && target->second != i) edges[i].push_back(target->second);
    }
  }
  return edges;
}

std::vector<std::size_t> roots_of(const std::vector<Package>& packages, const Edges& edges) {
  const bool told =
      std::any_of(packages.begin(), packages.end(), [](const Package& p) { return p.direct_known; });
  std::vector<bool> needed(packages.size(), false);
  for (const auto& targets : edges) {
    for (const std::size_t target : targets) needed[target] = true;
  }
  std::vector<std::size_t> roots;
  for (std::size_t i = 0; i < packages.size(); ++i) {
    if (told ? packages[i].direct : !needed[i]) roots.push_back(i);
  }
  return roots;
}

}  // namespace

DependencyPaths::DependencyPaths(const std::vector<Package>& packages)
    : m_packages(packages), m_before(packages.size(), k_none) {
  const Edges edges = edges_of(packages);
  const bool no_edges =
      std::all_of(edges.begin(), edges.end(), [](const auto& targets) { return targets.empty(); });
  const bool told =
      std::any_of(packages.begin(), packages.end(), [](const Package& p) { return p.direct_known; });
  if (no_edges && !told) return;  // a plain list says nothing about ways
  std::vector<std::size_t> open = roots_of(packages, edges);
  for (const std::size_t root : open) m_before[root] = root;
  for (std::size_t next = 0; next < open.size(); ++next) {
    for (const std::size_t target : edges[open[next]]) {
      if (m_before[target] != k_none) continue;
      m_before[target] = open[next];
      open.push_back(target);
    }
  }
}

std::vector<std::string> DependencyPaths::to(std::size_t package) const {
  std::vector<std::string> path;
  for (std::size_t at = package; m_before[at] != k_none; at = m_before[at]) {
    path.push_back(key_of(m_packages[at]));
    if (m_before[at] == at) break;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace codelake::sca
