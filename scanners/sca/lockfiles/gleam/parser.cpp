// SPDX-License-Identifier: Apache-2.0
// manifest.toml of Gleam: "packages" is a list of {name, version, requirements: [names], source: hex | git |
// local, outer_checksum}; the table "requirements" names the direct ones.
#include "core/toml.h"
#include "scanners/sca/lockfiles/entries.h"

namespace codelake::sca::gleam {

namespace {

using yaml::Node;

void fill(Package& package, const Node& node) {
  package.direct_known = true;
  const std::string_view source = node.text_of("source");
  if (source == "git") {
    package.source = PackageSource::git;
    package.origin = node.text_of("repo");
    package.commit = node.text_of("commit");
  } else if (source == "local") {
    package.source = PackageSource::path;
    package.origin = node.text_of("path");
  }
  if (const auto sum = node.text_of("outer_checksum"); !sum.empty())
    package.hashes.push_back("sha256:" + std::string(sum));
}

class GleamParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "manifest.toml"; }
  std::string_view ecosystem() const override { return "Hex"; }
  FileNames names() const override { return {"manifest.toml"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    Entries entries(builder, ecosystem());
    entries.add(root->find("packages"), fill);
    entries.connect({"requirements"});
    for (const NamedEdge& direct : edges_in(root->find("requirements"))) {
      for (Package* package : entries.by_name().find(direct.name)) package->direct = true;
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<GleamParser>();
}

}  // namespace codelake::sca::gleam
