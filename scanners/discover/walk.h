// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git.h"
#include "scanners/discover/discover.h"

#include <string>
#include <vector>

namespace codelake::discover {

// Walks the folders below found.root and adds their files, notices and counts to `found`.
void walk(Discovered& found, const Config& config);

// Adds one file to `found` unless the configuration leaves it out or it is too large; says so then.
void add_file(Discovered& found, const Config& config, FileInfo file);

}  // namespace codelake::discover
