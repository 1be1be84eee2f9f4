// SPDX-License-Identifier: Apache-2.0
// obj/project.assets.json, what NuGet's restore writes: all libraries, and under "project" what the project
// asks for in each framework.
#include "core/json.h"
#include "scanners/sca/lockfiles/dotnet_libraries.h"

namespace codelake::sca::nuget_assets {

namespace {

using yaml::Node;

class AssetsParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "project.assets.json"; }
  std::string_view ecosystem() const override { return "NuGet"; }
  FileNames names() const override { return {"project.assets.json"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    DotnetLibraries libraries(*root, builder);
    libraries.read();
    const Node* project = root->find("project");
    const Node* frameworks = project == nullptr ? nullptr : project->find("frameworks");
    if (frameworks != nullptr) {
      for (const auto& [name, framework] : frameworks->entries)
        mark(libraries, framework.find("dependencies"));
    }
    return builder.finish();
  }

 private:
  static void mark(DotnetLibraries& libraries, const Node* dependencies) {
    if (dependencies == nullptr) return;
    for (const auto& [name, dependency] : dependencies->entries) libraries.mark_direct(name.text);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<AssetsParser>();
}

}  // namespace codelake::sca::nuget_assets
