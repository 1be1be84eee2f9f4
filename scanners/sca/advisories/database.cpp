// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/database.h"

#include "core/hash.h"
#include "scanners/sca/advisories/index.h"
#include "scanners/sca/advisories/installed.h"
#include "scanners/sca/advisories/mapped_file.h"

#include <utility>

namespace codelake::sca {

Result<ImportSummary> import_advisories(const std::string& directory, const std::string& path,
                                        const std::string& now) {
  const auto orderings = all_orderings();
  AdvisorySource source(orderings);
  TRY(source.add_path(path));
  const DatabaseLock lock = TRY(DatabaseLock::take(directory));
  ImportSummary summary;
  summary.counts = source.counts();
  for (auto& [ecosystem, builder] : source.builders()) {
    InstalledEcosystem about;
    about.ecosystem = ecosystem;
    about.imported_at = now;
    about.origin = path;
    summary.installed.push_back(TRY(install(directory, std::move(about), builder)));
  }
  return summary;
}

Result<std::vector<InstalledEcosystem>> installed_ecosystems(const std::string& directory) {
  const AdvisoryIndex index = TRY(AdvisoryIndex::open(directory));
  std::vector<InstalledEcosystem> all;
  for (const AdvisoryCoverage& coverage : index.coverage()) {
    if (auto about = installed(directory, coverage.ecosystem)) {
      all.push_back(std::move(*about));
      continue;
    }
    return fail({ErrorKind::advisories, "checking the advisory database",
                 index_path(directory, coverage.ecosystem), "it is not the file that was installed",
                 "run 'codelake db update' or 'codelake db import PATH' again"});
  }
  return all;
}

}  // namespace codelake::sca
