// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/advisories/database.h"

#include <string>
#include <vector>

namespace codelake::cli::db {

// The report of `db status` for a reader: a line per ecosystem, then the databases with their licences.
std::string status_text(const std::vector<sca::InstalledEcosystem>& installed);

// The same as JSON: {"database_id", "ecosystems": [...], "sources": [...]}, with a line break at the end.
std::string status_json(const std::vector<sca::InstalledEcosystem>& installed);

}  // namespace codelake::cli::db
