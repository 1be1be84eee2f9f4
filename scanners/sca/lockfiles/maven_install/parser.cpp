// SPDX-License-Identifier: Apache-2.0
// maven_install.json of Bazel's rules_jvm_external. Version 2 and 3: "artifacts" maps "group:name" to
// {version, shasums}, "dependencies" the same to lists. Version 1: "dependency_tree" with a list of {coord:
// "group:name:version", directDependencies, sha256}. A packaging or classifier may stand in between:
// "group:name:jar:sources:version".
#include "core/json.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::maven_install {

namespace {

using yaml::Node;

// "group:name" of "group:name[:packaging[:classifier]]".
std::string_view module_of(std::string_view coordinates) {
  const auto colon = coordinates.find(':');
  return coordinates.substr(0, colon == std::string_view::npos ? colon : coordinates.find(':', colon + 1));
}

class InstallReader {
 public:
  InstallReader(const Node& root, LockfileBuilder& builder) : m_root(root), m_builder(builder) {}

  void read() {
    const Node* tree = m_root.find("dependency_tree");
    const Node* list = tree == nullptr ? nullptr : tree->find("dependencies");
    if (list != nullptr) return read_tree(*list);
    if (const Node* artifacts = m_root.find("artifacts")) {
      for (const auto& [key, artifact] : artifacts->entries) add_artifact(key, artifact);
    }
    const Node* dependencies = m_root.find("dependencies");
    if (dependencies == nullptr) return;
    for (const auto& [key, targets] : dependencies->entries) link(key.text, targets);
  }

 private:
  void add_artifact(const Node& key, const Node& artifact) {
    if (module_of(key.text).find(':') == std::string_view::npos)
      return m_builder.odd_line(key.line, "group:name expected");
    Package& package = m_builder.add(module_of(key.text), artifact.text_of("version"), key.line);
    if (const Node* sums = artifact.find("shasums")) {
      for (const auto& [kind, sum] : sums->entries) {
        if (!sum.text.empty() && kind.text != "sources" && kind.text != "javadoc")
          package.hashes.push_back("sha256:" + sum.text);
      }
    }
    m_by_module.try_emplace(package.name, &package);
  }

  void link(std::string_view from, const Node& targets) {
    const auto package = m_by_module.find(std::string(module_of(from)));
    if (package == m_by_module.end()) return;
    for (const Node& target : targets.items) {
      const auto found = m_by_module.find(std::string(module_of(target.text)));
      if (found != m_by_module.end()) connect(*package->second, {found->second});
    }
  }

  void read_tree(const Node& list) {
    for (const Node& node : list.items) {
      const Node* coord = node.find("coord");
      if (coord == nullptr) continue;
      const std::string_view text = coord->text;
      if (text.find(":sources:") != std::string_view::npos ||
          text.find(":javadoc:") != std::string_view::npos)
        continue;
      const auto last = text.rfind(':');
      if (last == std::string_view::npos || module_of(text).size() > last) {
        m_builder.odd_line(coord->line, "group:name:version expected");
        continue;
      }
      Package& package = m_builder.add(module_of(text), text.substr(last + 1), coord->line);
      if (const auto sum = node.text_of("sha256"); !sum.empty())
        package.hashes.push_back("sha256:" + std::string(sum));
      m_by_module.try_emplace(package.name, &package);
    }
    for (const Node& node : list.items) {
      if (const Node* targets = node.find("directDependencies")) link(node.text_of("coord"), *targets);
    }
  }

  const Node& m_root;
  LockfileBuilder& m_builder;
  std::unordered_map<std::string, Package*> m_by_module;
};

class MavenInstallParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "maven_install.json"; }
  std::string_view ecosystem() const override { return "Maven"; }
  FileNames names() const override { return {"maven_install.json", "*maven_install.json"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    InstallReader(*root, builder).read();
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<MavenInstallParser>();
}

}  // namespace codelake::sca::maven_install
