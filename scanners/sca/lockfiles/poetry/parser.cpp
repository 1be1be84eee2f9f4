// SPDX-License-Identifier: Apache-2.0
// poetry.lock, all versions: [[package]] with its groups ("category" before 1.5, "groups" from 2.0 on), files
// with hashes (before 1.5 under [metadata.files]) and dependencies by name. Which are direct stands in
// pyproject.toml only.
#include "core/toml.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::poetry {

namespace {

using yaml::Node;

PackageSource source_of(const Node& node) {
  const Node* source = node.find("source");
  if (source == nullptr) return PackageSource::registry;
  const std::string_view type = source->text_of("type");
  if (type == "git") return PackageSource::git;
  if (type == "directory" || type == "file") return PackageSource::path;
  return type == "url" ? PackageSource::url : PackageSource::registry;
}

std::string group_of(std::string_view name) {
  if (name == "main" || name == "default") return "prod";
  return name.starts_with("test") ? "test" : "dev";
}

void add_groups(Package& package, const Node& node) {
  if (const auto category = node.text_of("category"); !category.empty())
    package.groups.push_back(group_of(category));
  if (const Node* groups = node.find("groups")) {
    for (const Node& group : groups->items) package.groups.push_back(group_of(group.text));
  }
  if (node.text_of("optional") == "true") package.groups.emplace_back("optional");
}

void add_hashes(Package& package, const Node* files) {
  if (files == nullptr) return;
  for (const Node& file : files->items) {
    if (const auto hash = file.text_of("hash"); !hash.empty()) package.hashes.emplace_back(hash);
  }
}

struct Entry {
  const Node* node = nullptr;
  Package* package = nullptr;
};

Package& add(LockfileBuilder& builder, const Node& node) {
  const Node* name = node.find("name");
  Package& package =
      builder.add(node.text_of("name"), node.text_of("version"), name == nullptr ? node.line : name->line);
  package.source = source_of(node);
  add_groups(package, node);
  add_hashes(package, node.find("files"));
  return package;
}

void add_old_hashes(const Node& root, const PackagesByName& by_name) {
  const Node* metadata = root.find("metadata");
  const Node* lists = metadata == nullptr ? nullptr : metadata->find("files");
  if (lists == nullptr) return;
  for (const auto& [name, files] : lists->entries) {
    for (Package* package : by_name.find(name.text)) add_hashes(*package, &files);
  }
}

class PoetryParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "poetry.lock"; }
  std::string_view ecosystem() const override { return "PyPI"; }
  bool takes(std::string_view path) const override { return file_name(path) == "poetry.lock"; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    std::vector<Entry> entries;
    if (const Node* packages = root->find("package")) {
      for (const Node& node : packages->items) entries.push_back({&node, &add(builder, node)});
    }
    PackagesByName by_name(ecosystem());
    for (const Entry& entry : entries) by_name.add(*entry.package);
    for (const Entry& entry : entries) {
      const Node* wanted = entry.node->find("dependencies");
      if (wanted == nullptr) continue;
      for (const auto& [name, requirement] : wanted->entries)
        connect(*entry.package, by_name.find(name.text));
    }
    add_old_hashes(*root, by_name);
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PoetryParser>();
}

}  // namespace codelake::sca::poetry
