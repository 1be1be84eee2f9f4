// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/lockfiles/graph.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// One "nuget NAME range" or "github owner/name:version" of a paket.dependencies.
struct PaketDependency {
  Wanted wanted;  // the group is "prod", "dev" or "test", by the name of Paket's group
  bool github = false;
  std::uint32_t line = 1;
};

std::vector<PaketDependency> paket_dependencies_in(std::string_view text);

// "dev", "test" or "prod", by the name of a group.
std::string paket_group_of(std::string_view name);

}  // namespace codelake::sca
