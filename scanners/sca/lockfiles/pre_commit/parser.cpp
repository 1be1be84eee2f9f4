// SPDX-License-Identifier: Apache-2.0
// .pre-commit-config.yaml: "repos" is a list of {repo: address, rev: tag or commit, hooks}. A hook is run
// from the repository, not from a registry. What hooks ask for besides, in "additional_dependencies", is of a
// language that is not told; it is counted.
#include "core/yaml.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::pre_commit {

namespace {

using yaml::Node;

std::size_t additional_dependencies(const Node& repo) {
  const Node* hooks = repo.find("hooks");
  std::size_t count = 0;
  if (hooks == nullptr) return 0;
  for (const Node& hook : hooks->items) {
    if (const Node* list = hook.find("additional_dependencies")) count += list->items.size();
  }
  return count;
}

void add(LockfileBuilder& builder, const Node& repo) {
  const Node* address = repo.find("repo");
  if (address == nullptr) return builder.odd_line(repo.line, "a repository expected");
  if (address->text == "local" || address->text == "meta") return;
  const std::string_view text = address->text;
  const auto scheme = text.find("://");
  const std::string_view reference = repo.text_of("rev");
  Package& package = builder.add(scheme == std::string_view::npos ? text : text.substr(scheme + 3), reference,
                                 address->line);
  package.source = PackageSource::git;
  package.origin = text;
  const bool commit =
      reference.size() == 40 && reference.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  if (commit) package.commit = reference;
  package.direct = true;
  package.direct_known = true;
  package.groups.emplace_back("dev");
}

class PreCommitParser final : public LockfileParser {
 public:
  std::string_view format() const override { return ".pre-commit-config.yaml"; }
  std::string_view ecosystem() const override { return "pre-commit"; }
  FileNames names() const override { return {".pre-commit-config.yaml", ".pre-commit-config.yml"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = yaml::parse(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    const Node* repos = root->find("repos");
    std::size_t additional = 0;
    for (const Node& repo : (repos == nullptr ? *root : *repos).items) {
      add(builder, repo);
      additional += additional_dependencies(repo);
    }
    if (additional != 0) {
      builder.note(NoticeKind::partly_parsed,
                   std::to_string(additional) + " additional dependencies of hooks are not read");
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PreCommitParser>();
}

}  // namespace codelake::sca::pre_commit
