// SPDX-License-Identifier: Apache-2.0
// uv.lock: [[package]] with a source {registry = …}, {git = …}, {url = …}, {path|directory|editable|virtual =
// …}. A package that is editable or virtual is the project or a member of its workspace; what it asks for is
// direct, in the groups "dependencies" (prod), "optional-dependencies" (optional) and "dev-dependencies"
// (dev). The groups spread along the edges.
#include "core/toml.h"
#include "scanners/sca/lockfiles/entries.h"
#include "scanners/sca/lockfiles/graph.h"
#include "scanners/sca/lockfiles/python_requirement.h"

namespace codelake::sca::uv {

namespace {

using yaml::Node;

PackageSource source_of(const Node& source) {
  if (source.find("registry") != nullptr) return PackageSource::registry;
  if (source.find("git") != nullptr) return PackageSource::git;
  if (source.find("url") != nullptr) return PackageSource::url;
  const bool member = source.find("editable") != nullptr || source.find("virtual") != nullptr;
  return member ? PackageSource::workspace : PackageSource::path;
}

void fill(Package& package, const Node& node) {
  const Node* source = node.find("source");
  package.source = source == nullptr ? PackageSource::unknown : source_of(*source);
  package.direct_known = true;
  if (source != nullptr && package.source != PackageSource::registry && !source->entries.empty()) {
    package.origin = source->entries.front().second.text;
    const auto hash = package.origin.find('#');
    if (package.source == PackageSource::git && hash != std::string::npos) {
      package.commit = package.origin.substr(hash + 1);
      package.origin.resize(std::min(hash, package.origin.find('?')));
    }
  }
  if (const Node* sdist = node.find("sdist")) {
    if (const auto hash = sdist->text_of("hash"); !hash.empty()) package.hashes.emplace_back(hash);
  }
  add_file_hashes(package, node.find("wheels"));
}

class UvReader {
 public:
  UvReader(const Node& root, LockfileBuilder& builder) : m_builder(builder), m_entries(builder, "PyPI") {
    m_entries.add(root.find("package"), fill);
  }

  Lockfile read() {
    for (const Entries::Entry& entry : m_entries.all()) {
      add_list(*entry.package, entry.node->find("dependencies"), "prod");
      for (const std::string_view table : {"optional-dependencies", "dev-dependencies"}) {
        const Node* lists = entry.node->find(table);
        if (lists == nullptr) continue;
        for (const auto& [name, list] : lists->entries)
          add_list(*entry.package, &list, group_of(table, name.text));
      }
    }
    Lockfile lockfile = m_builder.finish();
    spread_groups(lockfile, m_roots);
    return lockfile;
  }

 private:
  static std::string group_of(std::string_view table, std::string_view name) {
    if (table == "optional-dependencies") return "optional";
    return python_group_of(name) == "test" ? "test" : "dev";
  }

  void add_list(Package& from, const Node* list, const std::string& group) {
    for (const NamedEdge& edge : edges_in(list)) {
      const auto targets = m_entries.by_name().find(edge.name, edge.version);
      connect(from, targets);
      if (from.source != PackageSource::workspace) continue;
      for (Package* target : targets) {
        if (target->source == PackageSource::workspace) continue;
        target->direct = true;
        m_roots.emplace_back(edge_to(*target), group);
      }
    }
  }

  LockfileBuilder& m_builder;
  Entries m_entries;
  std::vector<std::pair<std::string, std::string>> m_roots;
};

class UvParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "uv.lock"; }
  std::string_view ecosystem() const override { return "PyPI"; }
  FileNames names() const override { return {"uv.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    return UvReader(*root, builder).read();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<UvParser>();
}

}  // namespace codelake::sca::uv
