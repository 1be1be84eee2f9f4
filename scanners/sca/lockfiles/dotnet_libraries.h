// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"
#include "scanners/sca/lockfiles/builder.h"

#include <string_view>
#include <unordered_map>

namespace codelake::sca {

// What *.deps.json and project.assets.json share: "libraries" maps "name/version" to {"type", "sha512"},
// "targets" maps a framework to the same names with their "dependencies".
class DotnetLibraries {
 public:
  // Both must outlive this.
  DotnetLibraries(const yaml::Node& root, LockfileBuilder& builder) : m_root(root), m_builder(builder) {}

  // Adds the libraries and the edges. What a project of one's own depends on is direct.
  void read();
  // Marks a library as direct, whatever its version; upper and lower case do not count.
  void mark_direct(std::string_view name);

 private:
  void add(const yaml::Node& key, const yaml::Node& library);
  void connect_target(const yaml::Node& target);
  Package* find(std::string_view key) const;

  const yaml::Node& m_root;
  LockfileBuilder& m_builder;
  std::unordered_map<std::string, Package*> m_by_key;                // "name/version" in lower case
  std::unordered_map<std::string, std::vector<Package*>> m_by_name;  // in lower case
};

}  // namespace codelake::sca
