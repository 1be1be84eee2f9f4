// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/advisories/compiled_record.h"

#include <map>
#include <string>
#include <vector>

namespace codelake::sca {

// The groups of ids that name one vulnerability.
struct AliasGroups {
  std::vector<std::vector<std::string>>
      groups;  // each the preferred id first; in the order of their preferred ids
  std::map<std::string, std::size_t> group_of;  // by id of a record
};

// Groups the records by their aliases, taken as symmetric and transitive. Preferred is a CVE id, then a GHSA
// id, then the id of one of the records, then any other; among these the smallest.
AliasGroups group_aliases(const std::map<std::string, CompiledRecord>& records);

}  // namespace codelake::sca
