// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/versions/ordering.h"

#include <algorithm>

namespace codelake::sca {

const VersionOrdering* ordering_for(const std::vector<std::unique_ptr<VersionOrdering>>& orderings,
                                    std::string_view ecosystem) {
  const std::string_view base = ecosystem.substr(0, ecosystem.find(':'));
  for (const auto& ordering : orderings) {
    const auto names = ordering->ecosystems();
    if (std::find(names.begin(), names.end(), base) != names.end()) return ordering.get();
  }
  return nullptr;
}

}  // namespace codelake::sca
