// SPDX-License-Identifier: Apache-2.0
// pylock.toml and pylock.<name>.toml (PEP 751): [[packages]] with optional version, `vcs`, `directory`,
// `archive`, `sdist` and `wheels`, each with hashes {algorithm = hex}, and optional `dependencies` = [{name =
// …}].
#include "core/toml.h"
#include "scanners/sca/lockfiles/entries.h"
#include "scanners/sca/lockfiles/python_project.h"

namespace codelake::sca::pylock {

namespace {

using yaml::Node;

void add_hashes(Package& package, const Node* file) {
  const Node* hashes = file == nullptr ? nullptr : file->find("hashes");
  if (hashes == nullptr) return;
  for (const auto& [algorithm, hash] : hashes->entries)
    package.hashes.push_back(algorithm.text + ":" + hash.text);
}

std::string first_of(const Node& node, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (const auto text = node.text_of(key); !text.empty()) return std::string(text);
  }
  return {};
}

void fill(Package& package, const Node& node) {
  const std::pair<std::string_view, PackageSource> places[] = {
      {"vcs", PackageSource::git}, {"directory", PackageSource::path}, {"archive", PackageSource::url}};
  for (const auto& [key, source] : places) {
    const Node* place = node.find(key);
    if (place == nullptr) continue;
    package.source = source;
    package.origin = first_of(*place, {"url", "path"});
    package.commit = place->text_of("commit-id");
    add_hashes(package, place);
  }
  add_hashes(package, node.find("sdist"));
  if (const Node* wheels = node.find("wheels")) {
    for (const Node& wheel : wheels->items) add_hashes(package, &wheel);
  }
}

class PylockParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "pylock.toml"; }
  std::string_view ecosystem() const override { return "PyPI"; }
  bool takes(std::string_view path) const override {
    const std::string_view name = file_name(path);
    return name.starts_with("pylock.") && name.ends_with(".toml");
  }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    Entries entries(builder, ecosystem());
    entries.add(root->find("packages"), fill);
    entries.connect({"dependencies"});
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    mark_direct_by_pyproject(lockfile, path, files);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PylockParser>();
}

}  // namespace codelake::sca::pylock
