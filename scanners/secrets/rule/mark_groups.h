// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/rule/steps.h"

#include <cstddef>
#include <vector>

namespace codelake::secrets {

// So many groups can be told from each other at once, eight by one table.
constexpr std::size_t k_mark_groups = 32;
constexpr std::size_t k_mark_tables = k_mark_groups / 8;
// By so many of their first bytes.
constexpr std::size_t k_mark_places = 4;

// For each mark the group it is looked for in (mark_search.h), so that as few other texts as possible look like one of
// a group.
std::vector<std::size_t> mark_groups(const std::vector<Mark>& marks);

}  // namespace codelake::secrets
