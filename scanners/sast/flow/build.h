// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/graph.h"
#include "scanners/sast/imports.h"
#include "scanners/sast/settings/settings_files.h"

#include <string>
#include <vector>

namespace codelake::sast::flow {

// What a caller asks of a node of the tree, as bits; what is given is found by Graph::values_of.
enum Wanted : std::uint8_t {
  k_wanted = 1,    // Mark::own
  k_stays = 2,     // Mark::stays
  k_exit = 4,      // Mark::exit; of statements
  k_passed = 8,    // Mark::passed
  k_reached = 16,  // Mark::reached
};

// What is around a file.
struct Surroundings {
  std::string path = {};
  SettingsOf settings = {};
};

// What flows where in a file. `wanted` stands beside the tree's nodes. Never fails: code the builder knows nothing of
// passes every operand on to its result, and what is beyond a limit is left out and said (Graph::limit_hit).
Graph build_graph(const syntax::Tree& tree, const Imports& imports, const std::vector<std::uint8_t>& wanted,
                  Surroundings around);

}  // namespace codelake::sast::flow
