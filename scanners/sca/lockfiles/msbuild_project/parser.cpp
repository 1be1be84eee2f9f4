// SPDX-License-Identifier: Apache-2.0
// *.csproj, *.fsproj and *.vbproj: <PackageReference Include="name" Version="…"/>, the direct dependencies,
// when NuGet has written no lockfile beside. Versions and properties may stand in the nearest
// Directory.Packages.props and Directory.Build.props above.
#include "scanners/sca/lockfiles/msbuild.h"
#include "scanners/sca/lockfiles/project_files.h"
#include "scanners/sca/versions/characters.h"

namespace codelake::sca::msbuild_project {

namespace {

constexpr std::string_view k_central = "Directory.Packages.props";
constexpr std::string_view k_build = "Directory.Build.props";

// The nearest file of that name; nothing in it when there is none.
MsbuildFile nearest_file(const ProjectFiles& files, const std::string& path, std::string_view name) {
  const std::string found = nearest(files, path, {name});
  const xml::Element* root = found.empty() ? nullptr : files.xml(found);
  return root == nullptr ? MsbuildFile{} : read_msbuild(*root);
}

Lockfile read(const SourceFile& file, const xml::Element& root, const MsbuildFile& build,
              const MsbuildFile& central) {
  MsbuildFile project = read_msbuild(root);
  // The nearer file wins: insert() keeps what is there.
  project.properties.insert(central.properties.begin(), central.properties.end());
  project.properties.insert(build.properties.begin(), build.properties.end());
  std::map<std::string, std::string> versions;
  for (const MsbuildItem& item : central.items) {
    if (item.kind == "PackageVersion") versions.emplace(lower(item.name), item.version);
  }
  LockfileBuilder builder(file, "NuGet");
  for (const MsbuildItem& item : project.items) {
    if (item.kind == "PackageVersion") continue;
    const auto elsewhere = versions.find(lower(item.name));
    const bool here = !item.version.empty() || elsewhere == versions.end();
    add_msbuild_package(builder, item,
                        with_properties(here ? item.version : elsewhere->second, project.properties));
  }
  return builder.finish();
}

class ProjectParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "csproj"; }
  std::string_view ecosystem() const override { return "NuGet"; }
  FileNames names() const override { return {"*.csproj", "*.fsproj", "*.vbproj"}; }
  FileNames kept_names() const override { return {"*.csproj", "*.fsproj", "*.vbproj", k_central, k_build}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = xml::parse(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    return read(file, *root, {}, {});
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    for (const std::string_view lock : {"packages.lock.json", "obj/project.assets.json"}) {
      const auto beside = path_from(folder_of(path), lock);
      if (beside && files.has(*beside)) return supersede(lockfile);
    }
    const SourceFile* file = files.source(path);
    const xml::Element* root = files.xml(path);
    if (file == nullptr || root == nullptr) return;
    lockfile = read(*file, *root, nearest_file(files, path, k_build), nearest_file(files, path, k_central));
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<ProjectParser>();
}

}  // namespace codelake::sca::msbuild_project
