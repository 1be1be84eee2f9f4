// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/severity.h"
#include "scanners/sca/advisories/intervals.h"
#include "scanners/sca/advisories/osv_record.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// What became of the ranges and versions of one record, or of many.
struct CompileCounts {
  std::uint64_t versions_inside = 0;    // listed versions that the ranges beside them contain
  std::uint64_t versions_outside = 0;   // listed versions that the ranges beside them do not contain
  std::uint64_t versions_invalid = 0;   // listed versions that the ecosystem would not take
  std::uint64_t ranges_unreadable = 0;  // left out: an event has such a version

  CompileCounts& operator+=(const CompileCounts& other);
};

// An Interval that owns its text.
struct CompiledInterval {
  std::string low;
  std::string high;
  IntervalEnd end = IntervalEnd::never;
  bool operator==(const CompiledInterval&) const = default;
};

// A package of one ecosystem, in the order of the index.
struct PackageKey {
  std::string name;    // normalised
  std::string suffix;  // of the ecosystem
  auto operator<=>(const PackageKey&) const = default;
};

// What a record says of one package: every `affected` entry of that package together.
struct CompiledEntry {
  std::vector<CompiledInterval> intervals;
  std::vector<std::string> exact;  // listed versions that no interval contains; sorted
  Severity severity = Severity::medium;
  std::uint32_t score = 0;  // CVSS base score in tenths, plus one; 0: none
};

// An OSV record cut down to what an index file keeps of it.
struct CompiledRecord {
  std::string modified;  // RFC 3339 to the second; empty when unknown
  std::uint64_t content_hash = 0;
  bool withdrawn = false;  // then nothing below is filled
  bool malicious = false;
  std::string summary;
  std::vector<std::string> aliases;
  std::vector<int> cwe;            // ascending
  std::vector<std::string> links;  // the most telling first, capped
  std::map<PackageKey, CompiledEntry> entries;
  CompileCounts counts;
};

// Cuts records down to one ecosystem. The ordering is that of the ecosystem; for one without, SEMVER ranges
// are read with Semantic Versioning and ECOSYSTEM ranges are left out, so that only listed versions match.
class RecordCompiler {
 public:
  // `orderings` must outlive the compiler.
  RecordCompiler(std::string ecosystem, const std::vector<std::unique_ptr<VersionOrdering>>& orderings);
  CompiledRecord compile(const OsvRecord& record) const;

 private:
  void add(const OsvAffected& affected, CompiledEntry& entry, CompileCounts& counts) const;
  const VersionOrdering* ordering_of(const OsvRange& range) const;

  std::string m_ecosystem;
  const VersionOrdering* m_ordering;         // null when the ecosystem has none
  const VersionOrdering* m_semver_ordering;  // null when there is none at all
};

}  // namespace codelake::sca
