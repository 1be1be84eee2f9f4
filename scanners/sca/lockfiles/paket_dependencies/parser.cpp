// SPDX-License-Identifier: Apache-2.0
// paket.dependencies: "nuget NAME range" and "github owner/name:version", the direct dependencies, when there
// is no paket.lock beside. "= 1.2.3" pins; "1.2.3" alone does so too.
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/lockfiles/paket_lines.h"
#include "scanners/sca/lockfiles/project_files.h"
#include "scanners/sca/lockfiles/requirement_map.h"

namespace codelake::sca::paket_dependencies {

namespace {

void add(LockfileBuilder& builder, const PaketDependency& dependency) {
  const std::string& range = dependency.wanted.requirement;
  const std::string_view version = dependency.github ? std::string_view{} : pinned_when_plain(range);
  Package& package = builder.add(dependency.wanted.name, version, dependency.line);
  if (version.empty()) package.requirement = range.empty() ? "*" : range;
  package.direct = true;
  package.direct_known = true;
  package.groups.push_back(dependency.wanted.group);
  if (dependency.github) package.source = PackageSource::git;
}

class PaketDependenciesParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "paket.dependencies"; }
  std::string_view ecosystem() const override { return "NuGet"; }
  FileNames names() const override { return {"paket.dependencies"}; }
  FileNames kept_names() const override { return names(); }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    for (const PaketDependency& dependency : paket_dependencies_in(file.text())) add(builder, dependency);
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    const auto lock = path_from(folder_of(path), "paket.lock");
    if (lock && files.has(*lock)) supersede(lockfile);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PaketDependenciesParser>();
}

}  // namespace codelake::sca::paket_dependencies
