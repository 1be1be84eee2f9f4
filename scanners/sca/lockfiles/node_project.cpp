// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/node_project.h"

#include "core/glob.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <array>

namespace codelake::sca {

namespace {

using yaml::Node;

constexpr std::array<std::string_view, 7> k_locks = {
    "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml",
    "bun.lock",          "bun.lockb",           "deno.lock"};

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

// "1.2.3", "=1.2.3", "v1.2.3-beta.1+build": three numbers and nothing that could be a range.
std::string_view exact_version(std::string_view range) {
  range = trimmed(range);
  if (range.starts_with('=')) range = trimmed(range.substr(1));
  if (range.starts_with('v')) range.remove_prefix(1);
  const std::string_view core = range.substr(0, range.find_first_of("-+"));
  const bool digits = std::all_of(core.begin(), core.end(), [](char c) { return is_digit(c) || c == '.'; });
  const bool three =
      std::count(core.begin(), core.end(), '.') == 2 && !core.starts_with('.') && !core.ends_with('.');
  const bool one = range.find_first_of(" |<>*,") == std::string_view::npos;
  return digits && three && one ? range : std::string_view{};
}

// "owner/name#branch" is short for a repository of the usual host.
bool is_short_repository(std::string_view text) {
  const auto slash = text.find('/');
  return slash != std::string_view::npos && slash > 0 && !text.starts_with('@') && !text.starts_with('.') &&
         text.substr(0, text.find('#')).find('/', slash + 1) == std::string_view::npos &&
         text.find(':') == std::string_view::npos && text.find(' ') == std::string_view::npos;
}

// The folders, as patterns, that a project counts as its own.
std::vector<std::string> workspaces_of(const std::string& folder, const ProjectFiles& files) {
  std::vector<std::string> patterns;
  const auto add = [&](const Node* list) {
    if (list == nullptr) return;
    for (const Node& item : list->items) patterns.push_back(item.text);
  };
  const std::string prefix = folder.empty() ? "" : folder + "/";
  if (const Node* root = files.document(prefix + "package.json")) {
    const Node* workspaces = root->find("workspaces");
    add(workspaces);
    if (workspaces != nullptr) add(workspaces->find("packages"));
  }
  if (const Node* root = files.document(prefix + "pnpm-workspace.yaml")) add(root->find("packages"));
  return patterns;
}

// Whether `folder`, relative to the project, fits one of the patterns and none that begins with '!'.
bool is_workspace(std::string_view folder, const std::vector<std::string>& patterns) {
  bool in = false;
  for (std::string_view pattern : patterns) {
    const bool excludes = pattern.starts_with('!');
    if (excludes) pattern.remove_prefix(1);
    if (pattern.starts_with("./")) pattern.remove_prefix(2);
    while (pattern.ends_with('/')) pattern.remove_suffix(1);
    if (Glob("/" + std::string(pattern)).matches_entry(folder, true)) in = !excludes;
  }
  return in;
}

}  // namespace

bool is_git_address(std::string_view address) {
  return starts_with_any(address,
                         {"git+", "git:", "git@", "ssh:", "github:", "gitlab:", "bitbucket:", "gist:"});
}

NodeRequirement parse_node_requirement(std::string_view requirement) {
  const auto hash = requirement.find('#');
  const std::string_view commit =
      hash == std::string_view::npos ? std::string_view{} : requirement.substr(hash + 1);
  if (requirement.starts_with("npm:")) {
    const std::string_view target = requirement.substr(4);
    const auto at = target.find('@', 1);
    if (at == std::string_view::npos) return {target, {}, PackageSource::registry, {}};
    return {target.substr(0, at), exact_version(target.substr(at + 1)), PackageSource::registry, {}};
  }
  if (requirement.starts_with("workspace:")) return {{}, {}, PackageSource::workspace, {}};
  if (is_git_address(requirement) || is_short_repository(requirement) ||
      requirement.substr(0, hash).ends_with(".git"))
    return {{}, {}, PackageSource::git, commit};
  if (starts_with_any(requirement, {"file:", "link:", "portal:", "./", "../", "/", "~/"}))
    return {{}, {}, PackageSource::path, {}};
  if (starts_with_any(requirement, {"http:", "https:"})) return {{}, {}, PackageSource::url, {}};
  return {{}, exact_version(requirement), PackageSource::registry, {}};
}

Package& add_node_requirement(LockfileBuilder& builder, const Wanted& wanted, std::uint32_t line) {
  const NodeRequirement parsed = parse_node_requirement(wanted.requirement);
  Package& package = builder.add(parsed.name.empty() ? wanted.name : parsed.name, parsed.version, line);
  package.source = parsed.source;
  package.commit = parsed.commit;
  if (parsed.source != PackageSource::registry) package.origin = wanted.requirement;
  if (parsed.version.empty()) package.requirement = wanted.requirement.empty() ? "*" : wanted.requirement;
  package.direct = true;
  package.direct_known = true;
  package.groups.push_back(wanted.group);
  return package;
}

std::vector<NodeDependency> dependencies_of_package_json(const Node& root) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kinds = {
      {{"dependencies", "prod"},
       {"devDependencies", "dev"},
       {"optionalDependencies", "optional"},
       {"peerDependencies", "peer"}}};
  std::vector<NodeDependency> found;
  for (const auto& [key, group] : kinds) {
    const Node* wanted = root.find(key);
    if (wanted == nullptr) continue;
    for (const auto& [name, requirement] : wanted->entries) {
      found.push_back({{name.text, requirement.text, std::string(group)}, name.line});
    }
  }
  return found;
}

void mark_direct_by_package_json(Lockfile& lockfile, std::string_view path, const ProjectFiles& files) {
  const std::string folder(folder_of(path));
  const std::string prefix = folder.empty() ? "" : folder + "/";
  const Node* own = files.document(prefix + "package.json");
  if (own == nullptr) return;
  std::vector<Wanted> wanted;
  const auto add = [&](const Node& manifest) {
    for (NodeDependency& dependency : dependencies_of_package_json(manifest)) {
      wanted.push_back(std::move(dependency.wanted));
    }
  };
  add(*own);
  const auto patterns = workspaces_of(folder, files);
  for (const std::string& other :
       patterns.empty() ? std::vector<std::string>{} : files.below(folder, "package.json")) {
    const std::string_view inner = folder_of(std::string_view(other).substr(prefix.size()));
    const Node* manifest = inner.empty() || !is_workspace(inner, patterns) ? nullptr : files.document(other);
    if (manifest != nullptr) add(*manifest);
  }
  mark_direct(lockfile, wanted);
}

bool package_json_is_locked(std::string_view path, const ProjectFiles& files) {
  std::string_view folder = folder_of(path);
  const auto locked = [&](std::string_view at) {
    return std::any_of(k_locks.begin(), k_locks.end(), [&](std::string_view name) {
      return files.has((at.empty() ? "" : std::string(at) + "/") + std::string(name));
    });
  };
  if (locked(folder)) return true;
  const std::string_view inner = folder;
  while (!folder.empty()) {
    folder = folder_of(folder);
    const std::string_view relative = folder.empty() ? inner : inner.substr(folder.size() + 1);
    if (locked(folder) && is_workspace(relative, workspaces_of(std::string(folder), files))) return true;
  }
  return false;
}

}  // namespace codelake::sca
