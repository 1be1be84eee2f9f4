// SPDX-License-Identifier: Apache-2.0
// uv.lock: [[package]] with a source {registry = …}, {git = …}, {url = …}, {path|directory|editable|virtual =
// …}. A package that is editable or virtual is the project or a member of its workspace; what it asks for is
// direct, in the groups "dependencies" (prod), "optional-dependencies" (optional) and "dev-dependencies"
// (dev).
#include "core/toml.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::uv {

namespace {

using yaml::Node;

PackageSource source_of(const Node& node) {
  const Node* source = node.find("source");
  if (source == nullptr) return PackageSource::unknown;
  if (source->find("registry") != nullptr) return PackageSource::registry;
  if (source->find("git") != nullptr) return PackageSource::git;
  if (source->find("url") != nullptr) return PackageSource::url;
  if (source->find("editable") != nullptr || source->find("virtual") != nullptr)
    return PackageSource::workspace;
  return PackageSource::path;
}

void add_hash(Package& package, const Node& file) {
  if (const auto hash = file.text_of("hash"); !hash.empty()) package.hashes.emplace_back(hash);
}

Package& add(LockfileBuilder& builder, const Node& node) {
  const Node* name = node.find("name");
  Package& package =
      builder.add(node.text_of("name"), node.text_of("version"), name == nullptr ? node.line : name->line);
  package.source = source_of(node);
  package.direct_known = true;
  if (const Node* sdist = node.find("sdist")) add_hash(package, *sdist);
  if (const Node* wheels = node.find("wheels")) {
    for (const Node& wheel : wheels->items) add_hash(package, wheel);
  }
  return package;
}

// A package of the lockfile and the edges out of it, each in a group of direct dependencies.
class Connector {
 public:
  Connector(Package& from, const PackagesByName& by_name) : m_from(from), m_by_name(by_name) {}

  void add_list(const Node* list, const std::string& group) {
    if (list == nullptr) return;
    for (const Node& item : list->items) {
      const auto targets = m_by_name.find(item.text_of("name"), item.text_of("version"));
      connect(m_from, targets);
      if (m_from.source != PackageSource::workspace) continue;
      for (Package* target : targets) {
        if (target->source == PackageSource::workspace) continue;
        target->direct = true;
        target->groups.push_back(group);
      }
    }
  }

  void add_lists(const Node* table, const std::string& group) {
    if (table == nullptr) return;
    for (const auto& [name, list] : table->entries) add_list(&list, group);
  }

 private:
  Package& m_from;
  const PackagesByName& m_by_name;
};

struct Entry {
  const Node* node = nullptr;
  Package* package = nullptr;
};

class UvParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "uv.lock"; }
  std::string_view ecosystem() const override { return "PyPI"; }
  bool takes(std::string_view path) const override { return file_name(path) == "uv.lock"; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    std::vector<Entry> entries;
    if (const Node* packages = root->find("package")) {
      for (const Node& node : packages->items) entries.push_back({&node, &add(builder, node)});
    }
    PackagesByName by_name(ecosystem());
    for (const Entry& entry : entries) by_name.add(*entry.package);
    for (const Entry& entry : entries) {
      Connector connector(*entry.package, by_name);
      connector.add_list(entry.node->find("dependencies"), "prod");
      connector.add_lists(entry.node->find("optional-dependencies"), "optional");
      connector.add_lists(entry.node->find("dev-dependencies"), "dev");
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<UvParser>();
}

}  // namespace codelake::sca::uv
