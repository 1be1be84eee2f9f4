// SPDX-License-Identifier: Apache-2.0
// vcpkg.json: "dependencies" are names or {name, "version>="}, "overrides" pin: [{name, version}]. Without an
// override the version is what the baseline, a commit of vcpkg, holds, and that is not known here.
#include "core/json.h"
#include "scanners/sca/lockfiles/builder.h"

#include <array>

namespace codelake::sca::vcpkg {

namespace {

using yaml::Node;

std::string_view version_of(const Node& node) {
  constexpr std::array<std::string_view, 4> keys = {"version", "version-semver", "version-date",
                                                    "version-string"};
  for (const std::string_view key : keys) {
    if (const auto text = node.text_of(key); !text.empty()) return text.substr(0, text.find('#'));
  }
  return {};
}

class VcpkgParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "vcpkg.json"; }
  std::string_view ecosystem() const override { return "vcpkg"; }
  FileNames names() const override { return {"vcpkg.json"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_jsonc(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    std::unordered_map<std::string_view, std::string_view> pinned;
    if (const Node* overrides = root->find("overrides")) {
      for (const Node& node : overrides->items) pinned.emplace(node.text_of("name"), version_of(node));
    }
    const Node* dependencies = root->find("dependencies");
    if (dependencies == nullptr) return builder.finish();
    for (const Node& node : dependencies->items) {
      const Node* name = node.is_mapping() ? node.find("name") : &node;
      if (name == nullptr || name->text.empty()) continue;
      const auto found = pinned.find(name->text);
      Package& package =
          builder.add(name->text, found == pinned.end() ? std::string_view{} : found->second, name->line);
      const std::string_view least = node.text_of("version>=");
      if (package.version.empty()) package.requirement = least.empty() ? "*" : ">=" + std::string(least);
      package.direct = true;
      package.direct_known = true;
      package.groups.emplace_back(node.text_of("host") == "true" ? "dev" : "prod");
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<VcpkgParser>();
}

}  // namespace codelake::sca::vcpkg
