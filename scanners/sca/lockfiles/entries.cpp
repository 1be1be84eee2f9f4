// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/entries.h"

#include "scanners/sca/versions/characters.h"

namespace codelake::sca {

namespace {

// "name", "name version", "name version (source)"; in Python lists also "name[extra]>=1; marker".
NamedEdge edge_of(std::string_view text) {
  const auto end = std::min(text.find_first_of(" [<>=!~;("), text.size());
  NamedEdge edge{text.substr(0, end), {}};
  std::string_view rest = trimmed(text.substr(end));
  rest = rest.substr(0, rest.find(' '));
  if (!rest.empty() && (is_digit(rest.front()) || rest.front() == 'v')) edge.version = rest;
  return edge;
}

}  // namespace

std::vector<NamedEdge> edges_in(const yaml::Node* list) {
  std::vector<NamedEdge> edges;
  if (list == nullptr) return edges;
  for (const auto& [name, range] : list->entries) edges.push_back({name.text, {}});
  for (const yaml::Node& item : list->items) {
    edges.push_back(item.is_mapping() ? NamedEdge{item.text_of("name"), item.text_of("version")}
                                      : edge_of(item.text));
  }
  return edges;
}

void Entries::add(const yaml::Node* list, const Fill& fill) {
  if (list == nullptr) return;
  for (const yaml::Node& node : list->items) add_one(node, fill);
}

void Entries::add_one(const yaml::Node& node, const Fill& fill) {
  const yaml::Node* name = node.find("name");
  if (name == nullptr || name->text.empty()) return m_builder.odd_line(node.line, "a package without a name");
  Package& package = m_builder.add(name->text, node.text_of("version"), name->line);
  fill(package, node);
  m_entries.push_back({&node, &package});
  m_by_name.add(package);
}

void Entries::connect(const std::vector<std::string_view>& keys,
                      const std::function<void(Package&, Package&)>& seen) {
  for (const Entry& entry : m_entries) {
    for (const std::string_view key : keys) {
      for (const NamedEdge& edge : edges_in(entry.node->find(key))) {
        const auto targets = m_by_name.find(edge.name, edge.version);
        sca::connect(*entry.package, targets);
        if (!seen) continue;
        for (Package* target : targets) seen(*entry.package, *target);
      }
    }
  }
}

void add_file_hashes(Package& package, const yaml::Node* files) {
  if (files == nullptr) return;
  for (const yaml::Node& file : files->items) {
    if (const auto hash = file.text_of("hash"); !hash.empty()) package.hashes.emplace_back(hash);
  }
}

}  // namespace codelake::sca
