// SPDX-License-Identifier: Apache-2.0
// packages.lock.json of NuGet: "dependencies" maps each framework to its packages, of "type" Direct,
// Transitive, CentralTransitive or Project, with "resolved", "contentHash" and "dependencies". Within one
// framework there is one package of a name, so an edge's range need not be read.
#include "core/json.h"
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/lockfiles/entries.h"
#include "scanners/sca/versions/characters.h"

namespace codelake::sca::nuget_lock {

namespace {

using yaml::Node;

Package& add(LockfileBuilder& builder, const Node& name, const Node& node) {
  Package& package = builder.add(name.text, node.text_of("resolved"), name.line);
  const std::string_view type = node.text_of("type");
  package.direct = type == "Direct";
  package.direct_known = true;
  if (type == "Project") package.source = PackageSource::workspace;
  if (const auto hash = node.text_of("contentHash"); !hash.empty()) {
    package.hashes.push_back("sha512:" + std::string(hash));
  }
  return package;
}

void read_framework(LockfileBuilder& builder, const Node& framework) {
  std::unordered_map<std::string, Package*> by_name;
  for (const auto& [name, node] : framework.entries)
    by_name.emplace(lower(name.text), &add(builder, name, node));
  for (const auto& [name, node] : framework.entries) {
    Package& from = *by_name.at(lower(name.text));
    for (const NamedEdge& edge : edges_in(node.find("dependencies"))) {
      const auto target = by_name.find(lower(edge.name));
      if (target != by_name.end()) connect(from, {target->second});
    }
  }
}

class PackagesLockParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "packages.lock.json"; }
  std::string_view ecosystem() const override { return "NuGet"; }
  FileNames names() const override { return {"packages.lock.json", "packages.*.lock.json"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    if (const Node* frameworks = root->find("dependencies")) {
      for (const auto& [name, framework] : frameworks->entries) read_framework(builder, framework);
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PackagesLockParser>();
}

}  // namespace codelake::sca::nuget_lock
