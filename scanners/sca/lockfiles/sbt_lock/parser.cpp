// SPDX-License-Identifier: Apache-2.0
// *.sbt.lock of sbt-dependency-lock: "dependencies" is a list of {org, name, version, artifacts: [{hash}],
// configurations}.
#include "core/json.h"
#include "scanners/sca/lockfiles/builder.h"

#include <algorithm>

namespace codelake::sca::sbt_lock {

namespace {

using yaml::Node;

std::string group_of(const Node* configurations) {
  if (configurations == nullptr || configurations->items.empty()) return "prod";
  const auto& items = configurations->items;
  const bool test = std::all_of(items.begin(), items.end(), [](const Node& item) {
    return item.text.find("test") != std::string::npos || item.text == "it";
  });
  return test ? "test" : "prod";
}

void add(LockfileBuilder& builder, const Node& node) {
  const Node* name = node.find("name");
  if (name == nullptr || node.text_of("org").empty())
    return builder.odd_line(node.line, "org and name expected");
  Package& package =
      builder.add(std::string(node.text_of("org")) + ":" + name->text, node.text_of("version"), name->line);
  package.groups.push_back(group_of(node.find("configurations")));
  if (const Node* artifacts = node.find("artifacts")) {
    for (const Node& artifact : artifacts->items) {
      if (const auto hash = artifact.text_of("hash"); !hash.empty()) package.hashes.emplace_back(hash);
    }
  }
}

class SbtLockParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "build.sbt.lock"; }
  std::string_view ecosystem() const override { return "Maven"; }
  FileNames names() const override { return {"*.sbt.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    if (const Node* dependencies = root->find("dependencies")) {
      for (const Node& node : dependencies->items) add(builder, node);
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<SbtLockParser>();
}

}  // namespace codelake::sca::sbt_lock
