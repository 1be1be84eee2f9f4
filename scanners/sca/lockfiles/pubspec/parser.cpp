// SPDX-License-Identifier: Apache-2.0
// pubspec.yaml: "dependencies" and "dev_dependencies", when there is no pubspec.lock beside it or above.
// "1.2.3" allows this version only.
#include "core/yaml.h"
#include "scanners/sca/lockfiles/project_files.h"
#include "scanners/sca/lockfiles/requirement_map.h"

namespace codelake::sca::pubspec {

namespace {

class PubspecParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "pubspec.yaml"; }
  std::string_view ecosystem() const override { return "Pub"; }
  FileNames names() const override { return {"pubspec.yaml"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = yaml::parse(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    add_requirement_map(builder, root->find("dependencies"), "prod", pinned_when_plain);
    add_requirement_map(builder, root->find("dev_dependencies"), "dev", pinned_when_plain);
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    if (!nearest(files, path, {"pubspec.lock"}).empty()) supersede(lockfile);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PubspecParser>();
}

}  // namespace codelake::sca::pubspec
