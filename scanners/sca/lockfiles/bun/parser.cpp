// SPDX-License-Identifier: Apache-2.0
// bun.lock, the text form (JSON with last commas). "workspaces" holds what each project asks for; "packages"
// maps a path of names to a package, and a dependency is looked up beside its parent, then beside its
// parent's parent:
//
//   "a":   ["a@1.0.0", "", { "dependencies": { "b": "^2" } }, "sha512-…"]
//   "a/b": ["b@2.0.0", "", {}, "sha512-…"]            the "b" of "a"; another "b" may stand at the top
//
// The older binary bun.lockb cannot be read: a file of that name is noted.
#include "core/json.h"
#include "scanners/sca/lockfiles/entries.h"
#include "scanners/sca/lockfiles/graph.h"
#include "scanners/sca/lockfiles/node_project.h"

#include <array>

namespace codelake::sca::bun {

namespace {

using yaml::Node;

constexpr std::array<std::string_view, 3> k_kinds = {"dependencies", "optionalDependencies",
                                                     "peerDependencies"};

// The mapping of a package's entry that tells what it needs; it is not always the same place.
const Node* info_of(const Node& entry) {
  for (const Node& item : entry.items) {
    if (item.is_mapping()) return &item;
  }
  return nullptr;
}

class BunReader {
 public:
  BunReader(const Node& root, LockfileBuilder& builder) : m_root(root), m_builder(builder) {}

  Lockfile read() {
    const Node* packages = m_root.find("packages");
    if (packages != nullptr) {
      for (const auto& [key, entry] : packages->entries) add(key, entry);
      for (const auto& [key, entry] : packages->entries) connect_entry(key.text, entry);
    }
    std::vector<std::pair<std::string, std::string>> roots;
    if (const Node* workspaces = m_root.find("workspaces")) {
      for (const auto& [folder, project] : workspaces->entries) direct(project, roots);
    }
    Lockfile lockfile = m_builder.finish();
    spread_groups(lockfile, roots);
    return lockfile;
  }

 private:
  void add(const Node& key, const Node& entry) {
    const std::string_view selector =
        entry.items.empty() ? std::string_view{} : std::string_view(entry.items[0].text);
    const auto at = selector.find('@', 1);
    if (at == std::string_view::npos) return m_builder.odd_line(key.line, "a package without a name");
    const std::string_view where = selector.substr(at + 1);
    const NodeRequirement parsed = parse_node_requirement(where);
    const bool registry = parsed.source == PackageSource::registry && !where.starts_with("root:");
    Package& package = m_builder.add(selector.substr(0, at), registry ? where : std::string_view{}, key.line);
    package.source = where.starts_with("root:") ? PackageSource::workspace : parsed.source;
    package.direct_known = true;
    if (!registry) {
      package.origin = where;
      package.commit = parsed.commit;
    }
    const std::string_view last = entry.items.back().text;
    if (registry && entry.items.back().is_scalar()) package.hashes = hashes_of_integrity(last);
    m_by_key.emplace(key.text, &package);
  }

  Package* find(std::string_view from, std::string_view name) const {
    while (true) {
      const std::string key = (from.empty() ? "" : std::string(from) + "/") + std::string(name);
      if (const auto found = m_by_key.find(key); found != m_by_key.end()) return found->second;
      if (from.empty()) return nullptr;
      const auto slash = from.rfind('/');
      from = slash == std::string_view::npos ? std::string_view{} : from.substr(0, slash);
    }
  }

  void connect_entry(const std::string& key, const Node& entry) {
    const auto self = m_by_key.find(key);
    const Node* info = info_of(entry);
    if (self == m_by_key.end() || info == nullptr) return;
    for (const std::string_view kind : k_kinds) {
      for (const NamedEdge& edge : edges_in(info->find(kind))) {
        if (Package* target = find(key, edge.name)) connect(*self->second, {target});
      }
    }
  }

  void direct(const Node& project, std::vector<std::pair<std::string, std::string>>& roots) {
    const std::string own(project.text_of("name"));
    for (const NodeDependency& dependency : dependencies_of_package_json(project)) {
      Package* target = find(own, dependency.wanted.name);
      if (target == nullptr) continue;
      target->direct = true;
      roots.emplace_back(edge_to(*target), dependency.wanted.group);
    }
  }

  const Node& m_root;
  LockfileBuilder& m_builder;
  std::unordered_map<std::string, Package*> m_by_key;
};

class BunParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "bun.lock"; }
  std::string_view ecosystem() const override { return "npm"; }
  FileNames names() const override { return {"bun.lock", "bun.lockb"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_jsonc(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    return BunReader(*root, builder).read();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<BunParser>();
}

}  // namespace codelake::sca::bun
