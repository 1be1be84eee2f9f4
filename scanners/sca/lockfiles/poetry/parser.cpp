// SPDX-License-Identifier: Apache-2.0
// poetry.lock, all versions: [[package]] with its groups ("category" before 1.5, "groups" from 2.0 on), files
// with hashes (before 1.5 under [metadata.files]) and dependencies by name. Which are direct, and between 1.5
// and 2.0 also the groups, stand in pyproject.toml only.
#include "scanners/sca/lockfiles/python_lock.h"

namespace codelake::sca::poetry {

namespace {

using yaml::Node;

void read_source(Package& package, const Node& source) {
  const std::string_view type = source.text_of("type");
  if (type == "git") package.source = PackageSource::git;
  if (type == "url") package.source = PackageSource::url;
  if (type == "directory" || type == "file") package.source = PackageSource::path;
  if (package.source == PackageSource::registry) return;
  package.origin = source.text_of("url");
  package.commit = source.text_of("resolved_reference");
}

std::string group_of(std::string_view name) {
  if (name == "main" || name == "default") return "prod";
  return name.starts_with("test") ? "test" : "dev";
}

void fill(Package& package, const Node& node) {
  if (const Node* source = node.find("source")) read_source(package, *source);
  if (const auto category = node.text_of("category"); !category.empty())
    package.groups.push_back(group_of(category));
  if (const Node* groups = node.find("groups")) {
    for (const Node& group : groups->items) package.groups.push_back(group_of(group.text));
  }
  if (node.text_of("optional") == "true") package.groups.emplace_back("optional");
  add_file_hashes(package, node.find("files"));
}

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return make_python_lock_parser({"poetry.lock", "package", {"poetry.lock"}, fill});
}

}  // namespace codelake::sca::poetry
