// SPDX-License-Identifier: Apache-2.0
// .github/workflows/*.yml and action.yml of GitHub: every "uses". "owner/name/folder@v4.1.0" names a release;
// "@v4" or
// "@main" moves and is a requirement, a commit is a commit. "./folder" is a part of the repository itself.
#include "core/yaml.h"
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>

namespace codelake::sca::github_workflow {

namespace {

using yaml::Node;

bool is_commit(std::string_view reference) {
  return reference.size() == 40 && reference.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// "v1.2.3", "1.2.3": tags of three numbers are of one release, shorter ones are moved along.
bool is_release(std::string_view reference) {
  if (reference.starts_with('v')) reference.remove_prefix(1);
  return !reference.empty() && is_digit(reference.front()) &&
         std::count(reference.begin(), reference.end(), '.') >= 2;
}

void add(LockfileBuilder& builder, const Node& uses) {
  const std::string_view text = uses.text;
  const auto at = text.rfind('@');
  if (text.starts_with("./") || text.starts_with("docker://")) return;
  if (at == std::string_view::npos || text.find('/') > at)
    return builder.odd_line(uses.line, "owner/name@reference expected");
  const auto slash = text.find('/', text.find('/') + 1);
  const std::string_view reference = text.substr(at + 1);
  Package& package = builder.add(text.substr(0, std::min(slash, at)),
                                 is_release(reference) ? reference : std::string_view{}, uses.line);
  if (is_commit(reference)) package.commit = reference;
  if (package.version.empty()) package.requirement = reference;
  package.direct = true;
  package.direct_known = true;
}

void walk(LockfileBuilder& builder, const Node& node) {
  for (const Node& item : node.items) walk(builder, item);
  for (const auto& [key, value] : node.entries) {
    if (key.text == "uses" && value.is_scalar())
      add(builder, value);
    else
      walk(builder, value);
  }
}

class WorkflowParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "workflow"; }
  std::string_view ecosystem() const override { return "GitHub Actions"; }
  FileNames names() const override { return {"*.yml", "*.yaml"}; }
  bool takes(std::string_view path) const override {
    const std::string_view name = file_name(path);
    const std::string_view folder = path.substr(0, path.size() - name.size());
    return folder == ".github/workflows/" || folder.ends_with("/.github/workflows/") ||
           name == "action.yml" || name == "action.yaml";
  }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = yaml::parse(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    for (const std::string_view key : {"jobs", "runs"}) {
      if (const Node* part = root->find(key)) walk(builder, *part);
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<WorkflowParser>();
}

}  // namespace codelake::sca::github_workflow
