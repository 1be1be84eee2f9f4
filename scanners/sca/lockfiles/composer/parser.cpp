// SPDX-License-Identifier: Apache-2.0
// composer.lock: "packages" and "packages-dev" are lists; "require" of a package names what it needs,
// platform packages
// ("php", "ext-json") among them. Which are direct stands in composer.json only.
#include "core/json.h"
#include "scanners/sca/lockfiles/composer_packages.h"

namespace codelake::sca::composer {

namespace {

using yaml::Node;

Entries::Fill in_group(const char* group) {
  return [group](Package& package, const Node& node) {
    fill_composer_package(package, node);
    package.groups.emplace_back(group);
  };
}

class ComposerParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "composer.lock"; }
  std::string_view ecosystem() const override { return "Packagist"; }
  FileNames names() const override { return {"composer.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    Entries entries(builder, ecosystem());
    entries.add(root->find("packages"), in_group("prod"));
    entries.add(root->find("packages-dev"), in_group("dev"));
    entries.connect({"require"});
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    if (const auto manifest = path_from(folder_of(path), "composer.json"))
      mark_direct_by_composer_json(lockfile, files, *manifest);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<ComposerParser>();
}

}  // namespace codelake::sca::composer
