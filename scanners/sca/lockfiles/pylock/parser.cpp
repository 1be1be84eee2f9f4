// SPDX-License-Identifier: Apache-2.0
// pylock.toml and pylock.<name>.toml (PEP 751): [[packages]] with optional version, `vcs`, `directory`,
// `archive`, `sdist` and `wheels`, each with hashes {algorithm = hex}, and optional `dependencies` = [{name =
// …}].
#include "scanners/sca/lockfiles/python_lock.h"

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
    const bool own = key == "directory" && (package.origin == "." || place->text_of("editable") == "true");
    if (own) package.source = PackageSource::workspace;  // the project itself, or a part of it
    package.commit = place->text_of("commit-id");
    add_hashes(package, place);
  }
  add_hashes(package, node.find("sdist"));
  if (const Node* wheels = node.find("wheels")) {
    for (const Node& wheel : wheels->items) add_hashes(package, &wheel);
  }
}

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return make_python_lock_parser({"pylock.toml", "packages", {"pylock.toml", "pylock.*.toml"}, fill});
}

}  // namespace codelake::sca::pylock
