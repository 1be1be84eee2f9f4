// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/dotnet_libraries.h"

#include "scanners/sca/lockfiles/entries.h"
#include "scanners/sca/versions/characters.h"

namespace codelake::sca {

using yaml::Node;

void DotnetLibraries::read() {
  if (const Node* libraries = m_root.find("libraries")) {
    for (const auto& [key, library] : libraries->entries) add(key, library);
  }
  if (const Node* targets = m_root.find("targets")) {
    for (const auto& [framework, target] : targets->entries) connect_target(target);
  }
}

void DotnetLibraries::add(const Node& key, const Node& library) {
  const auto slash = key.text.rfind('/');
  if (slash == std::string::npos) return m_builder.odd_line(key.line, "a library without a version");
  const std::string_view text = key.text;
  Package& package = m_builder.add(text.substr(0, slash), text.substr(slash + 1), key.line);
  const std::string_view type = library.text_of("type");
  if (type == "project") {
    package.source = PackageSource::workspace;
    package.origin = library.text_of("path");
  }
  package.direct_known = true;
  if (const auto hash = library.text_of("sha512"); !hash.empty()) {
    package.hashes.push_back("sha512:" + std::string(hash.starts_with("sha512-") ? hash.substr(7) : hash));
  }
  m_by_key.emplace(lower(text), &package);
  m_by_name[lower(package.name)].push_back(&package);
}

Package* DotnetLibraries::find(std::string_view key) const {
  const auto found = m_by_key.find(lower(key));
  return found == m_by_key.end() ? nullptr : found->second;
}

// A range names no version: within one framework there is one package of a name.
void DotnetLibraries::connect_target(const Node& target) {
  std::unordered_map<std::string, Package*> here;
  for (const auto& [key, node] : target.entries) {
    if (Package* package = find(key.text)) here.emplace(lower(package->name), package);
  }
  for (const auto& [key, node] : target.entries) {
    Package* from = find(key.text);
    for (const NamedEdge& edge : edges_in(from == nullptr ? nullptr : node.find("dependencies"))) {
      const auto found = here.find(lower(edge.name));
      if (found == here.end()) continue;
      connect(*from, {found->second});
      if (from->source == PackageSource::workspace && found->second->source != PackageSource::workspace)
        found->second->direct = true;
    }
  }
}

void DotnetLibraries::mark_direct(std::string_view name) {
  const auto found = m_by_name.find(lower(name));
  if (found == m_by_name.end()) return;
  for (Package* package : found->second) package->direct = true;
}

}  // namespace codelake::sca
