// SPDX-License-Identifier: Apache-2.0
// composer.lock: "packages" and "packages-dev" are lists; "require" of a package names what it needs,
// platform packages
// ("php", "ext-json") among them. Which are direct stands in composer.json only. A branch ("dev-main",
// "2.x-dev") is a commit of a repository, not a release.
#include "core/json.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::composer {

namespace {

using yaml::Node;

PackageSource source_of(const Node& node) {
  const Node* dist = node.find("dist");
  if (dist != nullptr && dist->text_of("type") == "path") return PackageSource::path;
  const std::string_view version = node.text_of("version");
  return version.starts_with("dev-") || version.ends_with("-dev") ? PackageSource::git
                                                                  : PackageSource::registry;
}

std::string licenses_of(const Node& node) {
  std::string text;
  if (const Node* licenses = node.find("license")) {
    for (const Node& license : licenses->items) text += (text.empty() ? "" : " OR ") + license.text;
  }
  return text;
}

struct Entry {
  const Node* node = nullptr;
  Package* package = nullptr;
};

void add_all(LockfileBuilder& builder, const Node* list, std::string_view group,
             std::vector<Entry>& entries) {
  if (list == nullptr) return;
  for (const Node& node : list->items) {
    const Node* name = node.find("name");
    if (name == nullptr || name->text.empty()) {
      builder.odd_line(node.line, "a package without a name");
      continue;
    }
    Package& package = builder.add(name->text, node.text_of("version"), name->line);
    package.source = source_of(node);
    package.groups.emplace_back(group);
    package.license = licenses_of(node);
    const Node* dist = node.find("dist");
    if (dist != nullptr && !dist->text_of("shasum").empty()) {
      package.hashes.push_back("sha1:" + std::string(dist->text_of("shasum")));
    }
    entries.push_back({&node, &package});
  }
}

class ComposerParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "composer.lock"; }
  std::string_view ecosystem() const override { return "Packagist"; }
  bool takes(std::string_view path) const override { return file_name(path) == "composer.lock"; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    std::vector<Entry> entries;
    add_all(builder, root->find("packages"), "prod", entries);
    add_all(builder, root->find("packages-dev"), "dev", entries);
    PackagesByName by_name(ecosystem());
    for (const Entry& entry : entries) by_name.add(*entry.package);
    for (const Entry& entry : entries) {
      const Node* wanted = entry.node->find("require");
      if (wanted == nullptr) continue;
      for (const auto& [name, requirement] : wanted->entries)
        connect(*entry.package, by_name.find(name.text));
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<ComposerParser>();
}

}  // namespace codelake::sca::composer
