// SPDX-License-Identifier: Apache-2.0
// pdm.lock: [[package]] with `groups` (from lock_version 4.4 on), dependencies as requirements after PEP 508,
// and `files`, which before 4.3 stood under [metadata.files]."name version". One that comes from elsewhere
// has `git` and `revision`, `url` or `path`. Which are direct stands in pyproject.toml only.
#include "core/toml.h"
#include "scanners/sca/lockfiles/entries.h"
#include "scanners/sca/lockfiles/python_project.h"
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

void add_old_hashes(const Node& root, const PackagesByName& by_name) {
  const Node* metadata = root.find("metadata");
  const Node* lists = metadata == nullptr ? nullptr : metadata->find("files");
  if (lists == nullptr) return;
  for (const auto& [key, files] : lists->entries) {
    const auto space = key.text.find(' ');
    const std::string version = space == std::string::npos ? "" : key.text.substr(space + 1);
    for (Package* package : by_name.find(key.text.substr(0, space), version))
      add_file_hashes(*package, &files);
  }
}

class PdmParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "pdm.lock"; }
  std::string_view ecosystem() const override { return "PyPI"; }
  bool takes(std::string_view path) const override { return file_name(path) == "pdm.lock"; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    Entries entries(builder, ecosystem());
    entries.add(root->find("package"), fill);
    entries.connect({"dependencies"});
    add_old_hashes(*root, entries.by_name());
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    mark_direct_by_pyproject(lockfile, path, files);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PdmParser>();
}

}  // namespace codelake::sca::pdm
