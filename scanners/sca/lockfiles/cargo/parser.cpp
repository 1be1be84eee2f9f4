// SPDX-License-Identifier: Apache-2.0
// Cargo.lock, versions 1 to 4. A [[package]] without `source` is a member of the workspace or a folder; its
// dependencies are the direct ones. A dependency is "name", "name version" when the name is ambiguous, or
// "name version (source)".
#include "core/toml.h"
#include "scanners/sca/lockfiles/entries.h"

namespace codelake::sca::cargo {

namespace {

using yaml::Node;

// "registry+…", "sparse+…", "git+https://example.com/a.git?branch=b#commit"; nothing for a member.
void read_source(Package& package, std::string_view source) {
  package.source = PackageSource::registry;
  if (source.empty()) package.source = PackageSource::workspace;
  if (source.starts_with("path+")) package.source = PackageSource::path;
  if (!source.starts_with("git+")) return;
  package.source = PackageSource::git;
  const auto hash = source.find('#');
  package.origin = source.substr(4, source.substr(0, hash).find('?') - 4);
  if (hash != std::string_view::npos) package.commit = source.substr(hash + 1);
}

void fill(Package& package, const Node& node) {
  read_source(package, node.text_of("source"));
  package.direct_known = true;
  if (const auto checksum = node.text_of("checksum"); !checksum.empty()) {
    package.hashes.push_back("sha256:" + std::string(checksum));
  }
}

// Version 1 keeps checksums in a table of their own: "checksum name version (source)" = "hex".
void add_old_checksums(const Node& root, const Entries& entries) {
  const Node* metadata = root.find("metadata");
  if (metadata == nullptr) return;
  std::unordered_map<std::string, std::string> checksums;
  for (const auto& [key, value] : metadata->entries) checksums.emplace(key.text, value.text);
  for (const Entries::Entry& entry : entries.all()) {
    const auto found = checksums.find("checksum " + entry.package->name + " " + entry.package->version +
                                      " (" + std::string(entry.node->text_of("source")) + ")");
    if (found != checksums.end()) entry.package->hashes.push_back("sha256:" + found->second);
  }
}

class CargoParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "Cargo.lock"; }
  std::string_view ecosystem() const override { return "crates.io"; }
  FileNames names() const override { return {"Cargo.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    Entries entries(builder, ecosystem());
    entries.add(root->find("package"), fill);
    if (const Node* project = root->find("root")) entries.add_one(*project, fill);
    entries.connect({"dependencies"}, [](Package& from, Package& target) {
      const bool member = from.source == PackageSource::workspace;
      if (member && target.source != PackageSource::workspace) target.direct = true;
    });
    add_old_checksums(*root, entries);
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<CargoParser>();
}

}  // namespace codelake::sca::cargo
