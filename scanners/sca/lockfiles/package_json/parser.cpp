// SPDX-License-Identifier: Apache-2.0
// package.json of npm, Yarn, pnpm and Bun: the direct dependencies, when no lockfile says more. A range is
// reported as a requirement, never as a version.
#include "core/json.h"
#include "scanners/sca/lockfiles/node_project.h"

namespace codelake::sca::package_json {

namespace {

class PackageJsonParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "package.json"; }
  std::string_view ecosystem() const override { return "npm"; }
  FileNames names() const override { return {"package.json"}; }
  FileNames kept_names() const override { return {"package.json", "pnpm-workspace.yaml"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    for (const NodeDependency& dependency : dependencies_of_package_json(*root)) {
      add_node_requirement(builder, dependency.wanted, dependency.line);
    }
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    if (package_json_is_locked(path, files)) supersede(lockfile);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PackageJsonParser>();
}

}  // namespace codelake::sca::package_json
