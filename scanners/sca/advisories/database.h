// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http.h"
#include "core/result.h"
#include "scanners/sca/advisories/exploitation.h"
#include "scanners/sca/advisories/index_builder.h"
#include "scanners/sca/advisories/source.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace codelake::sca {

// What is known of an installed ecosystem beside its index: "<ecosystem>.json".
struct InstalledEcosystem {
  std::string ecosystem;
  std::string imported_at;    // RFC 3339, as given by the caller; an update that finds nothing new renews it
  std::string origin;         // the path or URL it came from
  std::string etag;           // of the download; empty when imported
  std::string last_modified;  // of the download, as the server wrote it
  std::string sha256;         // of the index file: the same records give the same
  std::string newest_modified;  // RFC 3339, of the newest record; empty when no record tells
  std::uint64_t index_bytes = 0;
  std::uint64_t advisories = 0;
  std::uint64_t packages = 0;
  std::uint64_t withdrawn = 0;
  std::uint64_t without_versions = 0;            // they name commits only and can never match
  std::uint64_t ranges_unreadable = 0;           // left out: a bound is no version of the ecosystem
  std::map<std::string, std::uint64_t> sources;  // advisories by database: "GHSA", "PYSEC" …
};

struct ImportSummary {
  std::vector<InstalledEcosystem> installed;  // in the order of their names
  std::vector<ExploitImport> exploitation;    // EPSS scores and the catalogue of exploited vulnerabilities
  SourceCounts counts;
};

// Reads `path` (AdvisorySource::add_path; or, by itself, a file that import_exploitation takes) and replaces
// the index of every ecosystem it is an export of; the others stay. When reading fails nothing is changed.
// `now` is RFC 3339. On so many threads, which changes no byte of the result.
Result<ImportSummary> import_advisories(const std::string& directory, const std::string& path,
                                        const std::string& now, std::size_t threads = 1);

struct UpdateOptions {
  std::vector<std::string> base_urls;  // <base_url>/<ecosystem>/all.zip; the next one is a mirror for when one fails
  std::vector<std::string> ecosystems;
  std::string now;
  http::Progress progress;             // may be empty
  std::chrono::seconds stall_max{60};  // a server that sends next to nothing for so long has failed
};

enum class UpdateState { updated, unchanged, failed };

struct UpdateOutcome {
  std::string ecosystem;
  UpdateState state = UpdateState::failed;
  InstalledEcosystem installed;  // unless failed
  SourceCounts counts;           // when updated
  Error error;                   // when failed; the index is as it was
};

// Downloads and installs ecosystem by ecosystem, each on its own: one that fails leaves the others alone. An
// export that has not changed since it was installed from the same URL is not downloaded again; a download
// that breaks off is resumed, at once and by the next update. Fails when the folder cannot be used or another
// import or update is running.
Result<std::vector<UpdateOutcome>> update_advisories(const std::string& directory,
                                                     const UpdateOptions& options);

// What is installed, in the order of the names. Fails like AdvisoryIndex::open, and when a file is damaged
// anywhere.
Result<std::vector<InstalledEcosystem>> installed_ecosystems(const std::string& directory);

// The licence and name of a database by the prefix of its ids; an unknown one is named by its prefix alone.
struct DatabaseCredit {
  std::string_view prefix;
  std::string_view name;
  std::string_view license;
};
DatabaseCredit credit_for(std::string_view prefix);

}  // namespace codelake::sca
