// SPDX-License-Identifier: Apache-2.0
// Cargo.toml: the direct dependencies, when there is no Cargo.lock beside it or above. "1.2.3" is a range
// ("^1.2.3"), only "=1.2.3" pins.
#include "core/toml.h"
#include "scanners/sca/lockfiles/project_files.h"
#include "scanners/sca/lockfiles/requirement_map.h"

namespace codelake::sca::cargo_toml {

namespace {

using yaml::Node;

void add_all(LockfileBuilder& builder, const Node& table) {
  add_requirement_map(builder, table.find("dependencies"), "prod", pinned_by_equals);
  add_requirement_map(builder, table.find("dev-dependencies"), "dev", pinned_by_equals);
  add_requirement_map(builder, table.find("build-dependencies"), "dev", pinned_by_equals);
}

class CargoTomlParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "Cargo.toml"; }
  std::string_view ecosystem() const override { return "crates.io"; }
  FileNames names() const override { return {"Cargo.toml"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    add_all(builder, *root);
    if (const Node* workspace = root->find("workspace")) add_all(builder, *workspace);
    if (const Node* targets = root->find("target")) {
      for (const auto& [target, table] : targets->entries) add_all(builder, table);
    }
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    if (!nearest(files, path, {"Cargo.lock"}).empty()) supersede(lockfile);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<CargoTomlParser>();
}

}  // namespace codelake::sca::cargo_toml
