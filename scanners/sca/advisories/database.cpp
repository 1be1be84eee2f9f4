// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/database.h"

#include "core/hash.h"
#include "core/thread_pool.h"
#include "scanners/sca/advisories/index.h"
#include "scanners/sca/advisories/installed.h"
#include "scanners/sca/advisories/mapped_file.h"

#include <filesystem>
#include <utility>

namespace codelake::sca {

namespace {

Result<std::optional<ExploitImport>> exploitation_at(const std::string& directory, const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::optional<ExploitImport>{};
  const DatabaseLock lock = TRY(DatabaseLock::take(directory));
  return import_exploitation(directory, path);
}

}  // namespace

Result<ImportSummary> import_advisories(const std::string& directory, const std::string& path,
                                        const std::string& now, std::size_t threads) {
  ImportSummary summary;
  if (const auto data = TRY(exploitation_at(directory, path))) {
    summary.exploitation.push_back(*data);
    return summary;
  }
  const auto orderings = all_orderings();
  AdvisorySource source(orderings);
  TRY(source.add_path(path, threads));
  const DatabaseLock lock = TRY(DatabaseLock::take(directory));
  summary.counts = source.counts();
  std::vector<std::pair<InstalledEcosystem, IndexBuilder*>> building;
  for (auto& [ecosystem, builder] : source.builders()) {
    InstalledEcosystem about;
    about.ecosystem = ecosystem;
    about.imported_at = now;
    about.origin = path;
    building.emplace_back(std::move(about), &builder);
  }
  std::vector<Result<PreparedEcosystem>> prepared(building.size());
  run_in_parallel(building.size(), threads, [&](std::size_t i) {
    auto& [about, builder] = building[i];
    prepared[i] = prepare(std::move(about), *builder);
  });
  for (auto& one : prepared) summary.installed.push_back(TRY(install(directory, TRY(std::move(one)))));
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
