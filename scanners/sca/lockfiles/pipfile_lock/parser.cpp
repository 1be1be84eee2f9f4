// SPDX-License-Identifier: Apache-2.0
// Pipfile.lock: "default", "develop" and any other category map names to {"version": "==1.0", "hashes": […]},
// or to
// {"git": …, "ref": …}, {"path": …}, {"file": …}. There are no edges; which are direct stands in the Pipfile.
#include "core/json.h"
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/lockfiles/graph.h"
#include "scanners/sca/lockfiles/project_files.h"
#include "scanners/sca/lockfiles/python_requirement.h"

namespace codelake::sca::pipfile_lock {

namespace {

using yaml::Node;

std::string group_of(std::string_view category) {
  if (category == "default") return "prod";
  return python_group_of(category) == "test" ? "test" : "dev";
}

void add(LockfileBuilder& builder, const Node& name, const Node& node, const std::string& group) {
  Package& package = builder.add(name.text, pinned_python_version(node.text_of("version")), name.line);
  const std::pair<std::string_view, PackageSource> places[] = {
      {"git", PackageSource::git}, {"file", PackageSource::url}, {"path", PackageSource::path}};
  for (const auto& [key, source] : places) {
    if (node.text_of(key).empty()) continue;
    package.source = source;
    package.origin = node.text_of(key);
    package.commit = node.text_of("ref");
  }
  if (package.version.empty()) package.requirement = node.text_of("version");
  package.groups.push_back(group);
  if (const Node* hashes = node.find("hashes")) {
    for (const Node& hash : hashes->items) package.hashes.push_back(hash.text);
  }
}

class PipfileLockParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "Pipfile.lock"; }
  std::string_view ecosystem() const override { return "PyPI"; }
  FileNames names() const override { return {"Pipfile.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    for (const auto& [category, packages] : root->entries) {
      if (category.text == "_meta") continue;
      for (const auto& [name, node] : packages.entries) add(builder, name, node, group_of(category.text));
    }
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    const auto manifest = path_from(folder_of(path), "Pipfile");
    const Node* root = manifest ? files.document(*manifest) : nullptr;
    if (root == nullptr) return;
    std::vector<Wanted> wanted;
    for (const std::string_view category : {"packages", "dev-packages"}) {
      const Node* names = root->find(category);
      if (names == nullptr) continue;
      for (const auto& [name, requirement] : names->entries) wanted.push_back({name.text, {}, {}});
    }
    mark_direct(lockfile, wanted);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PipfileLockParser>();
}

}  // namespace codelake::sca::pipfile_lock
