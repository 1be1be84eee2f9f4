// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/reach.h"
#include "scanners/sast/taint_file.h"

#include <span>
#include <vector>

namespace codelake::sast {

// What the taint rules of a project found.
struct TaintReport {
  std::vector<Finding> findings;          // with their traces; without what the scan itself fills in
  std::vector<const Rule*> limits_hit;    // rules whose search was given up
  bool imports_limit_hit = false;         // calls of modules that are far away were not entered
};

// Follows data from the sources of every rule to its sinks, through all files; they must be in the order of their paths.
// `roots` say what folders are imported as. The report does not depend on how many threads help.
TaintReport follow_taint(std::span<const TaintFile* const> files, std::size_t threads = 1, flow::ReachOptions options = {},
                         std::span<const flow::ModuleRoot> roots = {});

}  // namespace codelake::sast
