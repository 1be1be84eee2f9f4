// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/advisories/database.h"

#include <string>
#include <vector>

namespace codelake::cli::db {

// The report of `db status` for a reader: a line per ecosystem, then the databases with their licences.
std::string status_text(const std::vector<sca::InstalledEcosystem>& installed,
                        const std::vector<sca::ExploitImport>& exploitation);

// "EPSS: 240000 CVEs, of 2024-05-06T00:00:00Z", with a line break.
std::string exploitation_line(const sca::ExploitImport& data);

// The same as JSON: {"database_id", "ecosystems": [...], "sources": [...], "exploitation": [...], "schema_version"}, with a line break at the end.
std::string status_json(const std::vector<sca::InstalledEcosystem>& installed,
                        const std::vector<sca::ExploitImport>& exploitation);

}  // namespace codelake::cli::db
