// SPDX-License-Identifier: Apache-2.0
// vendor/composer/installed.json, what Composer has put into the folder: in version 2 {"packages": […],
// "dev-package-names": […]}, in version 1 the list alone. It counts when there is no composer.lock.
#include "core/json.h"
#include "scanners/sca/lockfiles/composer_packages.h"

#include <unordered_set>

namespace codelake::sca::composer_installed {

namespace {

using yaml::Node;

class InstalledParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "installed.json"; }
  std::string_view ecosystem() const override { return "Packagist"; }
  FileNames names() const override { return {"installed.json"}; }
  bool takes(std::string_view path) const override {
    return path == "vendor/composer/installed.json" || path.ends_with("/vendor/composer/installed.json") ||
           path == "installed.json";
  }
  bool takes_vendored() const override { return true; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    std::unordered_set<std::string_view> dev;
    if (const Node* names = root->find("dev-package-names")) {
      for (const Node& name : names->items) dev.insert(name.text);
    }
    const bool told = root->find("dev-package-names") != nullptr;
    Entries entries(builder, ecosystem());
    entries.add(root->is_sequence() ? &*root : root->find("packages"),
                [&](Package& package, const Node& node) {
                  fill_composer_package(package, node);
                  if (told) package.groups.emplace_back(dev.count(package.name) != 0 ? "dev" : "prod");
                });
    entries.connect({"require"});
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    const auto lock = path_from(folder_of(path), "../../composer.lock");
    const auto manifest = path_from(folder_of(path), "../../composer.json");
    if (lock && files.has(*lock)) return supersede(lockfile);
    if (manifest) mark_direct_by_composer_json(lockfile, files, *manifest);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<InstalledParser>();
}

}  // namespace codelake::sca::composer_installed
