// SPDX-License-Identifier: Apache-2.0
// Manifest.toml of Julia: [[deps.Name]] (before format 2 [[Name]]) with "version", "uuid", "git-tree-sha1"
// and "deps", a list of names or a table of them. One without a version is part of Julia; "repo-url" is a
// repository, "path" a folder. Direct ones stand in Project.toml.
#include "core/toml.h"
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/lockfiles/entries.h"
#include "scanners/sca/lockfiles/project_files.h"
#include "scanners/sca/lockfiles/requirement_map.h"

namespace codelake::sca::julia {

namespace {

using yaml::Node;

Package& add(LockfileBuilder& builder, const Node& name, const Node& node) {
  Package& package = builder.add(name.text, node.text_of("version"), node.line);
  const std::string_view tree = node.text_of("git-tree-sha1");
  if (!tree.empty()) package.hashes.push_back("git-tree-sha1:" + std::string(tree));
  if (const auto url = node.text_of("repo-url"); !url.empty()) {
    package.source = PackageSource::git;
    package.origin = url;
  } else if (const auto path = node.text_of("path"); !path.empty()) {
    package.source = PackageSource::path;
    package.origin = path;
  } else if (package.version.empty() || tree.empty()) {
    package.source = PackageSource::unknown;  // of the standard library: what Julia itself is
  }
  return package;
}

class JuliaParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "Manifest.toml"; }
  std::string_view ecosystem() const override { return "Julia"; }
  FileNames names() const override { return {"Manifest.toml"}; }
  FileNames kept_names() const override { return {"Project.toml"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    const Node* deps = root->find("deps");
    std::vector<std::pair<Package*, const Node*>> all;
    PackagesByName by_name(ecosystem());
    for (const auto& [name, list] : (deps == nullptr ? *root : *deps).entries) {
      for (const Node& node : list.items) {
        all.emplace_back(&add(builder, name, node), &node);
        by_name.add(*all.back().first);
      }
    }
    for (const auto& [package, node] : all) {
      for (const NamedEdge& edge : edges_in(node->find("deps"))) connect(*package, by_name.find(edge.name));
    }
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    const auto manifest = path_from(folder_of(path), "Project.toml");
    const Node* root = manifest ? files.document(*manifest) : nullptr;
    if (root == nullptr) return;
    std::vector<Wanted> wanted;
    append_wanted(wanted, root->find("deps"), {});
    mark_direct(lockfile, wanted);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<JuliaParser>();
}

}  // namespace codelake::sca::julia
