// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/lockfiles/builder.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::sca::requirements {

// Reads what pip-compile and uv write below each requirement: who asked for it.
//
//   low==1.0
//       # via
//       #   -r requirements.in        a file or the project itself: direct
//       #   top                       another package: an edge from it
class Origins {
 public:
  // A comment, from its '#' on, that stands in the line of a package or in one after it.
  void comment(Package& package, std::string_view text);
  // The next requirement begins.
  void next() { m_in_list = false; }
  // Adds the edges from the packages that asked.
  void apply(const PackagesByName& by_name) const;

 private:
  void origin(Package& package, std::string_view name);

  std::vector<std::pair<Package*, std::string>> m_asked_by;
  bool m_in_list = false;
};

}  // namespace codelake::sca::requirements
