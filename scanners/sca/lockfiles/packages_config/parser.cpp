// SPDX-License-Identifier: Apache-2.0
// packages.config, NuGet's older form: <package id version developmentDependency allowedVersions/>. All
// packages are listed, needed by others or not.
#include "core/xml.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::packages_config {

namespace {

class PackagesConfigParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "packages.config"; }
  std::string_view ecosystem() const override { return "NuGet"; }
  FileNames names() const override { return {"packages.config"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = xml::parse(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    for (const xml::Element& element : root->children) {
      if (element.name != "package") continue;
      const std::string_view id = element.attribute("id");
      const std::string_view version = element.attribute("version");
      if (id.empty() || version.empty()) {
        builder.odd_line(element.line, "a package without id and version");
        continue;
      }
      Package& package = builder.add(id, version, element.line);
      package.groups.emplace_back(element.attribute("developmentDependency") == "true" ? "dev" : "prod");
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PackagesConfigParser>();
}

}  // namespace codelake::sca::packages_config
