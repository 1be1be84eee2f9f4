// SPDX-License-Identifier: Apache-2.0
// Cargo.lock, versions 1 to 4. A [[package]] without `source` is a member of the workspace or a folder; its
// dependencies are the direct ones. A dependency is "name", "name version" when the name is ambiguous, or
// "name version (source)".
#include "core/toml.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::cargo {

namespace {

using yaml::Node;

PackageSource source_of(std::string_view source) {
  if (source.empty()) return PackageSource::workspace;
  if (source.starts_with("git+")) return PackageSource::git;
  if (source.starts_with("path+")) return PackageSource::path;
  return PackageSource::registry;
}

struct Entry {
  const Node* node = nullptr;
  Package* package = nullptr;
};

void connect_entry(const Entry& entry, const PackagesByName& by_name) {
  const Node* wanted = entry.node->find("dependencies");
  if (wanted == nullptr) return;
  for (const Node& dependency : wanted->items) {
    const std::string_view text = dependency.text;
    const auto space = text.find(' ');
    const std::string_view rest =
        space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
    const auto targets = by_name.find(text.substr(0, space), rest.substr(0, rest.find(' ')));
    connect(*entry.package, targets);
    if (entry.package->source != PackageSource::workspace) continue;
    for (Package* target : targets) target->direct = target->source != PackageSource::workspace;
  }
}

// Version 1 keeps checksums in a table of their own: "checksum name version (source)" = "hex".
void add_old_checksums(const Node& root, std::vector<Entry>& entries) {
  const Node* metadata = root.find("metadata");
  if (metadata == nullptr) return;
  std::unordered_map<std::string, std::string> checksums;
  for (const auto& [key, value] : metadata->entries) checksums.emplace(key.text, value.text);
  for (Entry& entry : entries) {
    const auto found = checksums.find("checksum " + entry.package->name + " " + entry.package->version +
                                      " (" + std::string(entry.node->text_of("source")) + ")");
    if (found != checksums.end()) entry.package->hashes.push_back("sha256:" + found->second);
  }
}

class CargoParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "Cargo.lock"; }
  std::string_view ecosystem() const override { return "crates.io"; }
  bool takes(std::string_view path) const override { return file_name(path) == "Cargo.lock"; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    std::vector<Entry> entries;
    if (const Node* packages = root->find("package")) {
      for (const Node& node : packages->items) entries.push_back({&node, &add(builder, node)});
    }
    if (const Node* project = root->find("root")) entries.push_back({project, &add(builder, *project)});
    PackagesByName by_name(ecosystem());
    for (const Entry& entry : entries) by_name.add(*entry.package);
    for (const Entry& entry : entries) connect_entry(entry, by_name);
    add_old_checksums(*root, entries);
    return builder.finish();
  }

 private:
  static Package& add(LockfileBuilder& builder, const Node& node) {
    const Node* name = node.find("name");
    Package& package =
        builder.add(node.text_of("name"), node.text_of("version"), name == nullptr ? node.line : name->line);
    package.source = source_of(node.text_of("source"));
    package.direct_known = true;
    if (const auto checksum = node.text_of("checksum"); !checksum.empty()) {
      package.hashes.push_back("sha256:" + std::string(checksum));
    }
    return package;
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<CargoParser>();
}

}  // namespace codelake::sca::cargo
