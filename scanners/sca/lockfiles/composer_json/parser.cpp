// SPDX-License-Identifier: Apache-2.0
// composer.json: "require" and "require-dev", when neither composer.lock nor installed.json is there. "1.2.3"
// allows this version only.
#include "core/json.h"
#include "scanners/sca/lockfiles/composer_packages.h"
#include "scanners/sca/lockfiles/requirement_map.h"

namespace codelake::sca::composer_json {

namespace {

class ComposerJsonParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "composer.json"; }
  std::string_view ecosystem() const override { return "Packagist"; }
  FileNames names() const override { return {"composer.json"}; }
  FileNames kept_names() const override { return names(); }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    add_requirement_map(builder, root->find("require"), "prod", pinned_when_plain);
    add_requirement_map(builder, root->find("require-dev"), "dev", pinned_when_plain);
    Lockfile lockfile = builder.finish();
    std::erase_if(lockfile.packages,
                  [](const Package& package) { return is_composer_platform(package.name); });
    return lockfile;
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    for (const std::string_view name : {"composer.lock", "vendor/composer/installed.json"}) {
      const auto lock = path_from(folder_of(path), name);
      if (lock && files.has(*lock)) return supersede(lockfile);
    }
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<ComposerJsonParser>();
}

}  // namespace codelake::sca::composer_json
