// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/pom/model.h"

namespace codelake::sca::pom {

namespace {

constexpr int k_expansions_max = 32;
constexpr std::size_t k_text_max = 4096;

Coordinates coordinates_of(const xml::Element& element) {
  return {std::string(element.text_of("groupId")), std::string(element.text_of("artifactId")),
          std::string(element.text_of("version"))};
}

void read_dependencies(const xml::Element* list, bool in_profile, std::vector<Dependency>& into) {
  if (list == nullptr) return;
  for (const xml::Element& element : list->children) {
    if (element.name != "dependency") continue;
    Dependency dependency;
    dependency.coordinates = coordinates_of(element);
    dependency.scope = element.text_of("scope");
    dependency.type = element.text_of("type");
    dependency.classifier = element.text_of("classifier");
    dependency.optional = element.text_of("optional") == "true";
    dependency.in_profile = in_profile;
    dependency.line = element.line;
    into.push_back(std::move(dependency));
  }
}

void read_properties(const xml::Element* list, Properties& into) {
  if (list == nullptr) return;
  for (const xml::Element& property : list->children) into[property.name] = property.text;
}

// The parts that a project and a profile share.
void read_parts(const xml::Element& element, bool in_profile, Model& model) {
  read_dependencies(element.find("dependencies"), in_profile, model.dependencies);
  if (in_profile) return;
  read_properties(element.find("properties"), model.properties);
  if (const xml::Element* management = element.find("dependencyManagement"))
    read_dependencies(management->find("dependencies"), false, model.managed);
}

}  // namespace

Model read_model(const xml::Element& project) {
  Model model;
  model.coordinates = coordinates_of(project);
  if (const xml::Element* parent = project.find("parent")) {
    model.parent = coordinates_of(*parent);
    const xml::Element* path = parent->find("relativePath");
    model.parent_path = path == nullptr ? "../pom.xml" : path->text;
    if (model.coordinates.group.empty()) model.coordinates.group = model.parent.group;
    if (model.coordinates.version.empty()) model.coordinates.version = model.parent.version;
  }
  read_parts(project, false, model);
  if (const xml::Element* profiles = project.find("profiles")) {
    for (const xml::Element& profile : profiles->children) {
      const xml::Element* activation = profile.find("activation");
      const bool active = activation != nullptr && activation->text_of("activeByDefault") == "true";
      read_parts(profile, !active, model);
    }
  }
  return model;
}

std::string interpolated(std::string_view text, const Properties& properties) {
  std::string result(text);
  std::size_t from = 0;
  for (int expansions = 0; expansions < k_expansions_max && result.size() < k_text_max; ++expansions) {
    const auto start = result.find("${", from);
    const auto end = start == std::string::npos ? start : result.find('}', start);
    if (end == std::string::npos) break;
    const auto found = properties.find(std::string_view(result).substr(start + 2, end - start - 2));
    if (found == properties.end())
      from = end;
    else
      result.replace(start, end - start + 1, found->second);
  }
  return result;
}

}  // namespace codelake::sca::pom
