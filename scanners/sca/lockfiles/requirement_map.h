// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/lockfiles/graph.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// Which ranges of an ecosystem allow just one version, and which version that is; empty for the others.
using PinnedVersion = std::string_view (*)(std::string_view range);

// "=1.2.3" and "==1.2.3".
std::string_view pinned_by_equals(std::string_view range);
// "1.2.3" alone, with or without "=": nothing but digits, dots and what may follow a version.
std::string_view pinned_when_plain(std::string_view range);

// Adds the dependencies of a manifest that maps names to ranges, or to mappings with "version" and maybe
// "git", "path", "url" or "hosted": what Cargo.toml, pubspec.yaml, composer.json and gleam.toml share. `map`
// may be nullptr.
void add_requirement_map(LockfileBuilder& builder, const yaml::Node* map, const std::string& group,
                         PinnedVersion pinned);

// The names of the same, for mark_direct().
void append_wanted(std::vector<Wanted>& wanted, const yaml::Node* map, const std::string& group);

}  // namespace codelake::sca
