// SPDX-License-Identifier: Apache-2.0
// pubspec.lock: "packages" maps names to {dependency: "direct main" | "direct dev" | "direct overridden" |
// transitive, source: hosted | git | path | sdk, version, description}. There are no edges.
#include "core/yaml.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::pubspec_lock {

namespace {

using yaml::Node;

void add_source(Package& package, const Node& node) {
  const std::string_view source = node.text_of("source");
  if (source == "git") package.source = PackageSource::git;
  if (source == "path") package.source = PackageSource::path;
  if (source == "sdk") package.source = PackageSource::unknown;
  const Node* description = node.find("description");
  if (description == nullptr) return;
  if (package.source == PackageSource::registry) {
    if (const auto hash = description->text_of("sha256"); !hash.empty())
      package.hashes.push_back("sha256:" + std::string(hash));
    return;
  }
  const bool path = package.source == PackageSource::path;
  package.origin =
      description->is_mapping() ? description->text_of(path ? "path" : "url") : description->text;
  package.commit = description->text_of("resolved-ref");
}

class PubspecLockParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "pubspec.lock"; }
  std::string_view ecosystem() const override { return "Pub"; }
  FileNames names() const override { return {"pubspec.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = yaml::parse(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    const Node* packages = root->find("packages");
    if (packages == nullptr) return builder.finish();
    for (const auto& [name, node] : packages->entries) {
      Package& package = builder.add(name.text, node.text_of("version"), name.line);
      const std::string_view kind = node.text_of("dependency");
      package.direct = kind.starts_with("direct");
      package.direct_known = !kind.empty();
      if (package.direct) package.groups.emplace_back(kind == "direct dev" ? "dev" : "prod");
      add_source(package, node);
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PubspecLockParser>();
}

}  // namespace codelake::sca::pubspec_lock
