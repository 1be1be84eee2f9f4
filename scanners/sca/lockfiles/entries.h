// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"
#include "scanners/sca/lockfiles/builder.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// A package that a lockfile names as one it needs.
struct NamedEdge {
  std::string_view name;
  std::string_view version;  // empty when only the name stands there
};

// The edges written in a list or mapping: {name: range …}, ["name", "name version (source)"…],
// [{name: …, version: …}…]. Ranges of a mapping are no versions. `list` may be nullptr.
std::vector<NamedEdge> edges_in(const yaml::Node* list);

// The packages of one lockfile that lists them as mappings with "name" and "version": what Cargo, Poetry, uv,
// PDM, Composer, Gleam and others share.
class Entries {
 public:
  struct Entry {
    const yaml::Node* node = nullptr;
    Package* package = nullptr;
  };
  using Fill = std::function<void(Package&, const yaml::Node&)>;

  // The builder must outlive this.
  Entries(LockfileBuilder& builder, std::string_view ecosystem) : m_builder(builder), m_by_name(ecosystem) {}

  // Adds all of a list (nullptr: none); `fill` reads what a format has besides name and version. One without
  // a name is noted and left out.
  void add(const yaml::Node* list, const Fill& fill);
  // Adds one.
  void add_one(const yaml::Node& node, const Fill& fill);

  // Adds an edge from each package to those found under these keys of its mapping; `seen` is told each.
  void connect(const std::vector<std::string_view>& keys,
               const std::function<void(Package&, Package&)>& seen = {});

  const std::vector<Entry>& all() const { return m_entries; }
  const PackagesByName& by_name() const { return m_by_name; }

 private:
  LockfileBuilder& m_builder;
  PackagesByName m_by_name;
  std::vector<Entry> m_entries;
};

// The text of "hash" or "checksum" of each mapping in a list, as Package::hashes.
void add_file_hashes(Package& package, const yaml::Node* files);

}  // namespace codelake::sca
