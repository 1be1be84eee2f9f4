// SPDX-License-Identifier: Apache-2.0
// pyproject.toml: the direct dependencies of a Python project (PEP 621, PEP 735, Poetry, PDM, uv), when no
// lockfile beside it says more. Only "==" pins a version.
#include "core/toml.h"
#include "scanners/sca/lockfiles/python_project.h"
#include "scanners/sca/lockfiles/python_requirement.h"
#include "scanners/sca/lockfiles/python_table.h"

namespace codelake::sca::pyproject {

namespace {

class PyprojectParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "pyproject.toml"; }
  std::string_view ecosystem() const override { return "PyPI"; }
  FileNames names() const override { return {"pyproject.toml"}; }
  FileNames kept_names() const override { return names(); }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    for (const ProjectDependency& dependency : dependencies_of_pyproject(*root)) add(builder, dependency);
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    if (python_manifest_is_locked(path, files)) supersede(lockfile);
  }

 private:
  static void add(LockfileBuilder& builder, const ProjectDependency& dependency) {
    if (dependency.value != nullptr) {
      yaml::Node name;
      name.text = dependency.wanted.name;
      name.line = dependency.line;
      return add_python_table(builder, name, *dependency.value, dependency.wanted.group);
    }
    if (!add_python_requirement(builder, dependency.text, dependency.line, dependency.wanted.group)) return;
    builder.last().direct = true;
    builder.last().direct_known = true;
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PyprojectParser>();
}

}  // namespace codelake::sca::pyproject
