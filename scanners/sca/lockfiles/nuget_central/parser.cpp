// SPDX-License-Identifier: Apache-2.0
// Directory.Packages.props: the versions of all projects below. Where there are such projects they report
// what they take of it; alone it is a list of direct dependencies.
#include "scanners/sca/lockfiles/msbuild.h"
#include "scanners/sca/lockfiles/project_files.h"

namespace codelake::sca::nuget_central {

namespace {

class CentralParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "Directory.Packages.props"; }
  std::string_view ecosystem() const override { return "NuGet"; }
  FileNames names() const override { return {"Directory.Packages.props"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = xml::parse(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    const MsbuildFile central = read_msbuild(*root);
    LockfileBuilder builder(file, ecosystem());
    for (const MsbuildItem& item : central.items) {
      add_msbuild_package(builder, item, with_properties(item.version, central.properties));
    }
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    for (const std::string_view project : {".csproj", ".fsproj", ".vbproj"}) {
      if (!files.below(folder_of(path), project).empty()) return supersede(lockfile);
    }
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<CentralParser>();
}

}  // namespace codelake::sca::nuget_central
