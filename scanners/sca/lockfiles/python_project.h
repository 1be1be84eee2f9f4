// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"
#include "scanners/sca/lockfiles/graph.h"
#include "scanners/sca/lockfiles/project_files.h"

#include <cstdint>
#include <string>
#include <vector>

namespace codelake::sca {

// One dependency of a pyproject.toml.
struct ProjectDependency {
  Wanted wanted;     // the name, the range as Poetry writes it, the group
  std::string text;  // the whole requirement after PEP 508; empty when Poetry's notation was used
  const yaml::Node* value =
      nullptr;  // in Poetry's notation: a range, or a mapping with "version", "git", "path", "url"
  std::uint32_t line = 1;
};

// All that a pyproject.toml asks for: [project], [dependency-groups] (PEP 735), [tool.poetry], [tool.pdm] and
// [tool.uv]; never what its build needs.
std::vector<ProjectDependency> dependencies_of_pyproject(const yaml::Node& root);

// Marks what the pyproject.toml beside the lockfile at `path` asks for as direct; nothing when there is none.
void mark_direct_by_pyproject(Lockfile& lockfile, std::string_view path, const ProjectFiles& files);

// Whether a lockfile stands beside the Python manifest at `path`, or uv's, which holds whole workspaces,
// above it.
bool python_manifest_is_locked(std::string_view path, const ProjectFiles& files);

}  // namespace codelake::sca
