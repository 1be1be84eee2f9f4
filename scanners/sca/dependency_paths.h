// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/package.h"

#include <cstddef>
#include <string>
#include <vector>

namespace codelake::sca {

// Shortest ways through the dependency graph of one lockfile. Direct dependencies are where a way begins;
// when the file does not tell them, the packages that no other one depends on, which nothing but the project
// can have asked for.
class DependencyPaths {
 public:
  // `packages` must outlive this. Linear in packages and edges; among ways of equal length the first package
  // wins.
  explicit DependencyPaths(const std::vector<Package>& packages);

  // "name@version" from a direct dependency to that package, both included; empty when no way is known.
  std::vector<std::string> to(std::size_t package) const;

 private:
  const std::vector<Package>& m_packages;
  std::vector<std::size_t>
      m_before;  // the package one step nearer to a direct one; itself: it is direct; none: npos
};

}  // namespace codelake::sca
