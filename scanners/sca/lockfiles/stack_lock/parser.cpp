// SPDX-License-Identifier: Apache-2.0
// stack.yaml.lock: "packages" is a list of {completed: {hackage: "name-1.0@sha256:…,size"} | {name, version,
// git, commit} | {name, version, url}}. These are the ones beside the snapshot, which is a file elsewhere.
#include "core/yaml.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::stack_lock {

namespace {

using yaml::Node;

// "name-1.0@sha256:hash,size" or "name-1.0@rev:1"; the version follows the last hyphen.
void add_hackage(LockfileBuilder& builder, const Node& node) {
  const std::string_view text = node.text;
  const auto at = text.find('@');
  const std::string_view identity = text.substr(0, at);
  const auto hyphen = identity.rfind('-');
  if (hyphen == std::string_view::npos) return builder.odd_line(node.line, "name-version expected");
  Package& package = builder.add(identity.substr(0, hyphen), identity.substr(hyphen + 1), node.line);
  const std::string_view hash = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
  if (hash.starts_with("sha256:")) package.hashes.emplace_back(hash.substr(0, hash.find(',')));
}

void add_elsewhere(LockfileBuilder& builder, const Node& completed) {
  const Node* name = completed.find("name");
  if (name == nullptr) return builder.odd_line(completed.line, "a package without a name");
  Package& package = builder.add(name->text, completed.text_of("version"), name->line);
  const bool git = !completed.text_of("git").empty();
  package.source = git ? PackageSource::git : PackageSource::url;
  package.origin = completed.text_of(git ? "git" : "url");
  package.commit = completed.text_of("commit");
}

class StackParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "stack.yaml.lock"; }
  std::string_view ecosystem() const override { return "Hackage"; }
  FileNames names() const override { return {"stack.yaml.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = yaml::parse(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    const Node* packages = root->find("packages");
    if (packages == nullptr) return builder.finish();
    for (const Node& item : packages->items) {
      const Node* completed = item.find("completed");
      if (completed == nullptr) continue;
      if (const Node* hackage = completed->find("hackage"))
        add_hackage(builder, *hackage);
      else
        add_elsewhere(builder, *completed);
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<StackParser>();
}

}  // namespace codelake::sca::stack_lock
