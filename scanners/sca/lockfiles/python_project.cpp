// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/python_project.h"

#include "scanners/sca/lockfiles/python_requirement.h"

namespace codelake::sca {

namespace {

using yaml::Node;

const Node* at(const Node* node, const std::vector<std::string_view>& keys) {
  for (const std::string_view key : keys) {
    if (node == nullptr) return nullptr;
    node = node->find(key);
  }
  return node;
}

class ProjectReader {
 public:
  std::vector<ProjectDependency> read(const Node& root) {
    list(at(&root, {"project", "dependencies"}), "prod");
    lists(at(&root, {"project", "optional-dependencies"}), "optional");
    lists(root.find("dependency-groups"), "dev");
    lists(at(&root, {"tool", "pdm", "dev-dependencies"}), "dev");
    list(at(&root, {"tool", "uv", "dev-dependencies"}), "dev");
    const Node* poetry = at(&root, {"tool", "poetry"});
    mapping(at(poetry, {"dependencies"}), "prod");
    mapping(at(poetry, {"dev-dependencies"}), "dev");
    if (const Node* groups = at(poetry, {"group"})) {
      for (const auto& [name, group] : groups->entries) {
        mapping(group.find("dependencies"), name.text == "main" ? "prod" : named_group(name.text));
      }
    }
    return std::move(m_found);
  }

 private:
  static std::string named_group(std::string_view name) {
    return python_group_of(name) == "test" ? "test" : "dev";
  }

  void list(const Node* node, const std::string& group) {
    if (node == nullptr) return;
    for (const Node& item : node->items) {
      if (!item.is_scalar()) continue;  // {include-group = …}
      const PythonRequirement requirement = parse_python_requirement(item.text);
      if (requirement.name.empty()) continue;
      m_found.push_back({{std::string(requirement.name), {}, group}, item.text, nullptr, item.line});
    }
  }

  void lists(const Node* node, const std::string& group) {
    if (node == nullptr) return;
    for (const auto& [name, items] : node->entries)
      list(&items, group == "dev" ? named_group(name.text) : group);
  }

  void mapping(const Node* node, const std::string& group) {
    if (node == nullptr) return;
    for (const auto& [name, value] : node->entries) {
      if (name.text == "python") continue;
      const bool optional = value.text_of("optional") == "true";
      const std::string range(value.is_mapping() ? value.text_of("version") : std::string_view(value.text));
      m_found.push_back({{name.text, range, optional ? "optional" : group}, {}, &value, name.line});
    }
  }

  std::vector<ProjectDependency> m_found;
};

}  // namespace

std::vector<ProjectDependency> dependencies_of_pyproject(const Node& root) {
  return ProjectReader().read(root);
}

void mark_direct_by_pyproject(Lockfile& lockfile, std::string_view path, const ProjectFiles& files) {
  const auto manifest = path_from(folder_of(path), "pyproject.toml");
  const Node* root = manifest ? files.document(*manifest) : nullptr;
  if (root == nullptr) return;
  std::vector<Wanted> wanted;
  for (ProjectDependency& dependency : dependencies_of_pyproject(*root)) wanted.push_back(dependency.wanted);
  mark_direct(lockfile, wanted);
}

bool python_manifest_is_locked(std::string_view path, const ProjectFiles& files) {
  for (const std::string_view lock : {"poetry.lock", "uv.lock", "pdm.lock", "pylock.toml", "Pipfile.lock"}) {
    const auto beside = path_from(folder_of(path), lock);
    if (beside && files.has(*beside)) return true;
  }
  return !nearest(files, path, {"uv.lock"}).empty();
}

}  // namespace codelake::sca
