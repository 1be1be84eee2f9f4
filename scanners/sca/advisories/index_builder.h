// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/advisories/compiled_record.h"
#include "scanners/sca/advisories/index_file.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace codelake::sca {

// What the records of an ecosystem came to.
struct BuildCounts {
  std::uint64_t advisories = 0;  // that a look-up can find
  std::uint64_t packages = 0;
  std::uint64_t withdrawn = 0;
  std::uint64_t without_versions = 0;  // neither versions nor ranges that can be evaluated (commits only)
  std::string newest_modified;         // of the findable ones
  CompileCounts compiled;
};

// Makes the index file of one ecosystem of OSV records. The bytes depend on the set of records alone: not on
// their order, nor on how often one is added.
class IndexBuilder {
 public:
  // `ecosystem` is a base name; `orderings` must outlive the builder.
  IndexBuilder(std::string ecosystem, const std::vector<std::unique_ptr<VersionOrdering>>& orderings);

  // Takes what the record says of this ecosystem's packages. Of two records with one id the one modified
  // later stays.
  void add(const OsvRecord& record);
  // Takes the record in the place of whatever stands under its id.
  void replace(const OsvRecord& record);
  // Takes all that an index file of this ecosystem was written from. Fails when the file is damaged.
  Result<void> add_installed(const IndexFile& file);
  // Takes all of another builder of the same ecosystem.
  void merge(IndexBuilder&& other);

  // What finish() writes.
  BuildCounts counts() const;
  // How many advisories come from each database, by the prefix of their ids ("GHSA", "PYSEC").
  std::map<std::string, std::uint64_t> sources() const;
  // The file; the builder is of no use afterwards. Fails when it would exceed the format's 4 GiB.
  Result<std::string> finish();

 private:
  void keep_newer(const std::string& id, CompiledRecord&& record);

  std::string m_ecosystem;
  RecordCompiler m_compiler;
  std::map<std::string, CompiledRecord> m_records;  // by id
};

}  // namespace codelake::sca
