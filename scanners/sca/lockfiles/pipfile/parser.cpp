// SPDX-License-Identifier: Apache-2.0
// Pipfile (TOML): [packages] and [dev-packages] map names to ranges or to {version = …}, {git = …, ref = …},
// {path = …}, {file = …}: the direct dependencies, when there is no Pipfile.lock beside it.
#include "core/toml.h"
#include "scanners/sca/lockfiles/python_project.h"
#include "scanners/sca/lockfiles/python_table.h"

namespace codelake::sca::pipfile {

namespace {

class PipfileParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "Pipfile"; }
  std::string_view ecosystem() const override { return "PyPI"; }
  FileNames names() const override { return {"Pipfile"}; }
  FileNames kept_names() const override { return names(); }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    const std::pair<std::string_view, std::string> categories[] = {{"packages", "prod"},
                                                                   {"dev-packages", "dev"}};
    for (const auto& [category, group] : categories) {
      const yaml::Node* names = root->find(category);
      if (names == nullptr) continue;
      for (const auto& [name, value] : names->entries) add_python_table(builder, name, value, group);
    }
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    if (python_manifest_is_locked(path, files)) supersede(lockfile);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PipfileParser>();
}

}  // namespace codelake::sca::pipfile
