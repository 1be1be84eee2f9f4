// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/composer_packages.h"

#include "scanners/sca/lockfiles/requirement_map.h"

namespace codelake::sca {

namespace {

using yaml::Node;

PackageSource source_of(const Node& node) {
  const Node* dist = node.find("dist");
  if (dist != nullptr && dist->text_of("type") == "path") return PackageSource::path;
  const std::string_view version = node.text_of("version");
  return version.starts_with("dev-") || version.ends_with("-dev") ? PackageSource::git
                                                                  : PackageSource::registry;
}

}  // namespace

void fill_composer_package(Package& package, const Node& node) {
  package.source = source_of(node);
  if (const Node* licenses = node.find("license")) {
    for (const Node& license : licenses->items) {
      package.license += (package.license.empty() ? "" : " OR ") + license.text;
    }
  }
  const Node* dist = node.find("dist");
  if (dist != nullptr && !dist->text_of("shasum").empty()) {
    package.hashes.push_back("sha1:" + std::string(dist->text_of("shasum")));
  }
  const Node* place = package.source == PackageSource::path ? dist : node.find("source");
  if (place == nullptr || package.source == PackageSource::registry) return;
  package.origin = place->text_of("url");
  if (package.source == PackageSource::git) package.commit = place->text_of("reference");
}

bool is_composer_platform(std::string_view name) {
  return name.find('/') == std::string_view::npos;
}

void mark_direct_by_composer_json(Lockfile& lockfile, const ProjectFiles& files,
                                  const std::string& manifest) {
  const Node* root = files.document(manifest);
  if (root == nullptr) return;
  std::vector<Wanted> wanted;
  append_wanted(wanted, root->find("require"), "prod");
  append_wanted(wanted, root->find("require-dev"), "dev");
  mark_direct(lockfile, wanted);
}

}  // namespace codelake::sca
