// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/lockfiles/graph.h"
#include "scanners/sca/lockfiles/project_files.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// What a dependency of npm asks for: a range of a registry, or a place.
struct NodeRequirement {
  std::string_view name;     // the real name behind "npm:name@range"; else empty
  std::string_view version;  // when only this one will do
  PackageSource source = PackageSource::registry;
  std::string_view commit;  // after '#' of a repository
};
NodeRequirement parse_node_requirement(std::string_view requirement);

// Whether an address is a repository's: "git+…", "github:owner/name", "git@host:name".
bool is_git_address(std::string_view address);

// Adds what "name": "requirement" asks for.
Package& add_node_requirement(LockfileBuilder& builder, const Wanted& wanted, std::uint32_t line);

// The dependencies of a package.json, or of a mapping that holds the same keys.
struct NodeDependency {
  Wanted wanted;
  std::uint32_t line = 1;
};
std::vector<NodeDependency> dependencies_of_package_json(const yaml::Node& root);

// Marks what the package.json beside the lockfile at `path`, and those of its workspaces, ask for as direct;
// nothing when there is none.
void mark_direct_by_package_json(Lockfile& lockfile, std::string_view path, const ProjectFiles& files);

// Whether a lockfile beside the package.json at `path` says what it asks for: in the same folder, or in one
// above it whose project counts it among its workspaces.
bool package_json_is_locked(std::string_view path, const ProjectFiles& files);

}  // namespace codelake::sca
