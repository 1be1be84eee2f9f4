// SPDX-License-Identifier: Apache-2.0
// renv.lock: "Packages" maps names to {Package, Version, Source, Repository, Requirements, Hash, Remote…}.
// "Source" is Repository (CRAN), Bioconductor, or a host of repositories.
#include "core/json.h"
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/lockfiles/entries.h"

namespace codelake::sca::renv {

namespace {

using yaml::Node;

Package& add(LockfileBuilder& builder, const Node& key, const Node& node) {
  const std::string_view name = node.text_of("Package");
  Package& package = builder.add(name.empty() ? key.text : name, node.text_of("Version"), key.line);
  const std::string_view source = node.text_of("Source");
  if (source == "Bioconductor") package.ecosystem = "Bioconductor";
  if (source == "Local" || source == "unknown") package.source = PackageSource::path;
  if (source == "URL") package.source = PackageSource::url;
  if (source == "GitHub" || source == "GitLab" || source == "Bitbucket" || source == "Git") {
    package.source = PackageSource::git;
    package.commit = node.text_of("RemoteSha");
    package.origin = node.text_of("RemoteUrl");
    if (package.origin.empty())
      package.origin =
          std::string(node.text_of("RemoteUsername")) + "/" + std::string(node.text_of("RemoteRepo"));
  }
  if (const auto hash = node.text_of("Hash"); !hash.empty())
    package.hashes.push_back("md5:" + std::string(hash));
  return package;
}

class RenvParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "renv.lock"; }
  std::string_view ecosystem() const override { return "CRAN"; }
  FileNames names() const override { return {"renv.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    const Node* packages = root->find("Packages");
    if (packages == nullptr) return builder.finish();
    PackagesByName by_name(ecosystem());
    std::vector<std::pair<Package*, const Node*>> all;
    for (const auto& [key, node] : packages->entries) {
      all.emplace_back(&add(builder, key, node), &node);
      by_name.add(*all.back().first);
    }
    for (const auto& [package, node] : all) {
      for (const NamedEdge& edge : edges_in(node->find("Requirements")))
        connect(*package, by_name.find(edge.name));
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<RenvParser>();
}

}  // namespace codelake::sca::renv
