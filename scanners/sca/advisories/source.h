// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/archive.h"
#include "core/result.h"
#include "scanners/sca/advisories/index_builder.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// Which of the ecosystems that a source names it is the export of.
enum class SourceScope {
  strict,   // the hinted one alone
  guessed,  // the hinted one if it is there; else those that every record names; else all
};

// What was read and could not be used.
struct SourceCounts {
  std::uint64_t records = 0;
  std::uint64_t without_package = 0;  // they name commits only
  std::uint64_t malformed = 0;
  std::string first_malformed;  // "<file>: <why>"; empty when none is
};

// Collects OSV records from exports, by ecosystem. A source stands for all of its ecosystems' advisories; a
// record that also names another ecosystem does not stand for that one.
class AdvisorySource {
 public:
  // `orderings` must outlive the source.
  explicit AdvisorySource(const std::vector<std::unique_ptr<VersionOrdering>>& orderings)
      : m_orderings(orderings) {}

  // A folder of <ecosystem>/all.zip; a folder of zips or of JSON files at any depth; a zip, tar, tar.gz or
  // tar.zst of any of these; one JSON file. Fails when something cannot be read or no record is in it. The archives of a
  // folder are read on so many threads.
  Result<void> add_path(const std::string& path, std::size_t threads = 1);
  // One export archive, of the ecosystem `hint` (see SourceScope).
  Result<void> add_archive(const std::string& path, const std::string& hint, SourceScope scope);

  std::map<std::string, IndexBuilder>& builders() { return m_builders; }
  const SourceCounts& counts() const { return m_counts; }

 private:
  class Unit;
  Result<void> add_folder(const std::string& path, std::size_t threads);
  Result<void> add_json_files(const std::vector<std::string>& files, const std::string& hint);
  Result<std::vector<Unit>> units_of(const std::string& path, const std::string& hint, SourceScope scope) const;
  void take(std::vector<Unit> units);

  const std::vector<std::unique_ptr<VersionOrdering>>& m_orderings;
  std::map<std::string, IndexBuilder> m_builders;
  SourceCounts m_counts;
};

}  // namespace codelake::sca
