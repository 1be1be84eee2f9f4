// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/python_lock.h"

#include "core/toml.h"
#include "scanners/sca/lockfiles/python_project.h"

#include <utility>

namespace codelake::sca {

namespace {

using yaml::Node;

void add_old_hashes(const Node& root, const PackagesByName& by_name) {
  const Node* metadata = root.find("metadata");
  const Node* lists = metadata == nullptr ? nullptr : metadata->find("files");
  if (lists == nullptr) return;
  for (const auto& [key, files] : lists->entries) {
    const auto space = key.text.find(' ');
    const std::string version = space == std::string::npos ? "" : key.text.substr(space + 1);
    for (Package* package : by_name.find(key.text.substr(0, space), version)) add_file_hashes(*package, &files);
  }
}

class PythonLockParser final : public LockfileParser {
 public:
  explicit PythonLockParser(PythonLockFormat format) : m_format(std::move(format)) {}

  std::string_view format() const override { return m_format.name; }
  std::string_view ecosystem() const override { return "PyPI"; }
  FileNames names() const override { return m_format.names; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    Entries entries(builder, ecosystem());
    entries.add(root->find(m_format.list), m_format.fill);
    entries.connect({"dependencies"});
    add_old_hashes(*root, entries.by_name());
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    mark_direct_by_pyproject(lockfile, path, files);
  }

 private:
  PythonLockFormat m_format;
};

}  // namespace

std::unique_ptr<LockfileParser> make_python_lock_parser(PythonLockFormat format) {
  return std::make_unique<PythonLockParser>(std::move(format));
}

}  // namespace codelake::sca
