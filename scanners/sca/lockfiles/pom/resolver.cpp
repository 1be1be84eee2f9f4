// SPDX-License-Identifier: Apache-2.0
// A project inherits properties and managed versions from its parent, the parent's parent and so on; what is
// nearer wins. An import (scope "import", type "pom") brings the managed versions of another project; what
// stands before it wins. Parents are looked for where <relativePath> says, then by their coordinates among
// all poms of the scan:
//
//   parent:  <properties><v>1.0</v></properties>  managed: g:a ${v}
//   child:   <properties><v>2.0</v></properties>  dependency: g:a          →  g:a 2.0
#include "scanners/sca/lockfiles/pom/resolver.h"

namespace codelake::sca::pom {

namespace {

constexpr std::size_t k_parents_max = 32;
constexpr int k_imports_max = 16;  // imports of imports

void add_built_in(Properties& properties, const std::string& name, const std::string& value) {
  if (value.empty()) return;
  for (const std::string_view prefix : {"project.", "pom.", ""})
    properties.emplace(std::string(prefix) + name, value);
}

// What Maven defines itself; `project` is the one whose build it is, whichever pom a text stands in.
void add_built_ins(Properties& properties, const Model& project) {
  add_built_in(properties, "groupId", project.coordinates.group);
  add_built_in(properties, "artifactId", project.coordinates.artifact);
  add_built_in(properties, "version", project.coordinates.version);
  if (project.parent.artifact.empty()) return;
  add_built_in(properties, "parent.groupId", project.parent.group);
  add_built_in(properties, "parent.artifactId", project.parent.artifact);
  add_built_in(properties, "parent.version", project.parent.version);
}

}  // namespace

std::string management_key(const Dependency& dependency, const Properties& properties) {
  const std::string type = dependency.type.empty() ? "jar" : dependency.type;
  return interpolated(dependency.coordinates.module() + ":" + type + ":" + dependency.classifier, properties);
}

Resolver::Resolver(const ProjectFiles& files) {
  for (const std::string& path : files.below("", "pom.xml")) {
    const xml::Element* root = files.xml(path);
    if (root != nullptr) m_by_path.emplace(path, Found{path, read_model(*root)});
  }
  for (const auto& [path, found] : m_by_path) m_by_module.emplace(found.model.coordinates.module(), &found);
}

const Resolver::Found* Resolver::find(const Coordinates& coordinates, const Properties& properties) const {
  const auto found = m_by_module.find(interpolated(coordinates.module(), properties));
  if (found == m_by_module.end()) return nullptr;
  // A project of the same name in another version says other things; "${revision}" and the like cannot be
  // compared.
  const std::string wanted = interpolated(coordinates.version, properties);
  const std::string& there = found->second->model.coordinates.version;
  const bool comparable = wanted.find("${") == std::string::npos && there.find("${") == std::string::npos;
  return comparable && wanted != there ? nullptr : found->second;
}

const Resolver::Found* Resolver::parent_of(const std::string& path, const Model& model) const {
  auto there = path_from(folder_of(path), model.parent_path);
  if (there && !model.parent_path.empty()) {
    auto found = m_by_path.find(*there);
    if (found == m_by_path.end()) found = m_by_path.find(*there + "/pom.xml");
    const bool same =
        found != m_by_path.end() && found->second.model.coordinates.artifact == model.parent.artifact;
    if (same) return &found->second;
  }
  return find(model.parent, model.properties);
}

std::vector<const Model*> Resolver::lineage(const std::string& path, const Model& model,
                                            Effective& effective) const {
  std::vector<const Model*> models{&model};
  std::set<std::string> seen{path};
  std::string at = path;
  while (!models.back()->parent.artifact.empty() && models.size() < k_parents_max) {
    const Coordinates& wanted = models.back()->parent;
    const Found* parent = parent_of(at, *models.back());
    if (parent == nullptr) effective.missing.insert(wanted.module() + ":" + wanted.version);
    if (parent == nullptr || !seen.insert(parent->path).second) break;
    models.push_back(&parent->model);
    at = parent->path;
  }
  return models;
}

void Resolver::import(const Dependency& bom, Effective& effective, int depth) const {
  const Found* found = depth < k_imports_max ? find(bom.coordinates, effective.properties) : nullptr;
  if (found == nullptr) {
    effective.missing.insert(
        interpolated(bom.coordinates.module() + ":" + bom.coordinates.version, effective.properties));
    return;
  }
  if (!effective.imported.insert(found->path).second) return;
  Effective imported;
  imported.imported = std::move(effective.imported);
  const std::vector<const Model*> models = lineage(found->path, found->model, imported);
  for (const Model* each : models)
    imported.properties.insert(each->properties.begin(), each->properties.end());
  add_built_ins(imported.properties, found->model);
  for (const Model* each : models) manage(*each, imported, depth + 1);
  effective.imported = std::move(imported.imported);
  // Its versions hold with its own properties, not with those of who imports it.
  for (auto& [key, dependency] : imported.managed) {
    dependency.coordinates.version = interpolated(dependency.coordinates.version, imported.properties);
    effective.managed.emplace(key, dependency);
  }
  effective.missing.insert(imported.missing.begin(), imported.missing.end());
}

void Resolver::manage(const Model& model, Effective& effective, int depth) const {
  std::vector<const Dependency*> imports;
  for (const Dependency& dependency : model.managed) {
    if (dependency.scope == "import")
      imports.push_back(&dependency);
    else
      effective.managed.emplace(management_key(dependency, effective.properties), dependency);
  }
  for (const Dependency* bom : imports) import(*bom, effective, depth);
}

Effective Resolver::resolve(const std::string& path, const Model& model) const {
  Effective effective;
  const std::vector<const Model*> models = lineage(path, model, effective);
  for (const Model* each : models)
    effective.properties.insert(each->properties.begin(), each->properties.end());
  add_built_ins(effective.properties, model);
  for (const Model* each : models) manage(*each, effective, 0);
  return effective;
}

}  // namespace codelake::sca::pom
