// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git.h"
#include "scanners/discover/discover.h"

#include <string>
#include <vector>

namespace codelake::discover {

// What git tracks, or why that cannot be told.
using Index = Result<std::vector<git::IndexEntry>>;

// Walks the folders below found.root and adds their files, notices and counts to `found`. `index` is that of
// found.repository, empty when there is none; gives its entries that were not met in the state it tells of.
std::vector<git::IndexEntry> walk(Discovered& found, const Config& config, Index index);

// Adds one file to `found` unless the configuration leaves it out or it is too large; says so then.
void add_file(Discovered& found, const Config& config, FileInfo file);

}  // namespace codelake::discover
