// SPDX-License-Identifier: Apache-2.0
// pdm.lock: [[package]] with `groups` (from lock_version 4.4 on), dependencies as requirements after PEP 508,
// and `files`, which before 4.3 stood under [metadata.files]."name version". One that comes from elsewhere
// has `git` and `revision`, `url` or `path`. Which are direct stands in pyproject.toml only.
#include "scanners/sca/lockfiles/python_lock.h"
#include "scanners/sca/lockfiles/python_requirement.h"

namespace codelake::sca::pdm {

namespace {

using yaml::Node;

void fill(Package& package, const Node& node) {
  const std::pair<std::string_view, PackageSource> places[] = {
      {"git", PackageSource::git}, {"url", PackageSource::url}, {"path", PackageSource::path}};
  for (const auto& [key, source] : places) {
    if (node.text_of(key).empty() || package.source != PackageSource::registry) continue;
    package.source = source;
    package.origin = node.text_of(key);
  }
  package.commit = node.text_of("revision");
  if (const Node* groups = node.find("groups")) {
    for (const Node& group : groups->items) {
      const std::string named = python_group_of(group.text);
      package.groups.push_back(group.text == "default" ? "prod" : named == "prod" ? "optional" : named);
    }
  }
  add_file_hashes(package, node.find("files"));
}

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return make_python_lock_parser({"pdm.lock", "package", {"pdm.lock"}, fill});
}

}  // namespace codelake::sca::pdm
