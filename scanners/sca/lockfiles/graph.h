// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/lockfiles/parser.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// What a manifest asks for.
struct Wanted {
  std::string name;
  std::string requirement;  // the range as written; may be empty
  std::string group;        // "prod", "dev" …; may be empty
};

// Gives the group of each root, a package by its edge text ("name@version"), to all that can be reached from
// it; "prod" takes the place of the other groups. Does nothing when the lockfile tells groups itself.
void spread_groups(Lockfile& lockfile, const std::vector<std::pair<std::string, std::string>>& roots);

// Marks what a manifest asks for as direct and all else as transitive, and spreads the groups.
void mark_direct(Lockfile& lockfile, const std::vector<Wanted>& wanted);

}  // namespace codelake::sca
