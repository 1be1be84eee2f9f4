// SPDX-License-Identifier: Apache-2.0
// gleam.toml: [dependencies] and [dev-dependencies] (also [dev_dependencies]), when there is no manifest.toml
// beside it.
#include "core/toml.h"
#include "scanners/sca/lockfiles/project_files.h"
#include "scanners/sca/lockfiles/requirement_map.h"

namespace codelake::sca::gleam_toml {

namespace {

class GleamTomlParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "gleam.toml"; }
  std::string_view ecosystem() const override { return "Hex"; }
  FileNames names() const override { return {"gleam.toml"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    add_requirement_map(builder, root->find("dependencies"), "prod", pinned_when_plain);
    for (const std::string_view key : {"dev-dependencies", "dev_dependencies"}) {
      add_requirement_map(builder, root->find(key), "dev", pinned_when_plain);
    }
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    const auto lock = path_from(folder_of(path), "manifest.toml");
    if (lock && files.has(*lock)) supersede(lockfile);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<GleamTomlParser>();
}

}  // namespace codelake::sca::gleam_toml
