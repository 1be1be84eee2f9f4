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
  // Versions listed beside ranges that are all readable: those that the ranges contain, and those that they
  // do not.
  std::uint64_t versions_inside = 0;
  std::uint64_t versions_outside = 0;
  std::uint64_t versions_invalid = 0;   // listed versions that the ecosystem would not take
  std::uint64_t ranges_unreadable = 0;  // left out: an event has such a version

  CompileCounts& operator+=(const CompileCounts& other);
};

// An Interval by the keys of its bounds (VersionOrdering::key).
struct CompiledInterval {
  bool has_low = false;  // false: from the beginning
  std::string low;
  std::string high;
  std::string fixed;  // the version of `high` as text, when it is a fix
  IntervalEnd end = IntervalEnd::never;
  bool operator==(const CompiledInterval&) const = default;
};

CompiledInterval keyed(const Interval& interval, const VersionOrdering& ordering);

// Whether the version of that key lies in the interval.
bool contains(const CompiledInterval& interval, std::string_view key, const VersionOrdering& ordering);

// A package of one ecosystem, in the order of the index.
struct PackageKey {
  std::string name;    // normalised
  std::string suffix;  // of the ecosystem
  auto operator<=>(const PackageKey&) const = default;
};

// What a record says of one package: every `affected` entry of that package together.
struct CompiledEntry {
  std::vector<CompiledInterval> intervals;
  // Listed versions that no interval contains, each as k_listed_key and its key, or as k_listed_text and its
  // text when the ecosystem would not take it; sorted.
  std::vector<std::string> exact;
  Severity severity = Severity::medium;
  std::uint32_t score = 0;  // CVSS base score in tenths, plus one; 0: none
};

// An OSV record cut down to what an index file keeps of it.
struct CompiledRecord {
  std::uint32_t modified = 0;  // seconds since 1970; 0 when unknown
  std::uint64_t content_hash = 0;
  bool withdrawn = false;  // then nothing below is filled
  bool malicious = false;
  Informational informational = Informational::none;
  std::string summary;
  std::vector<std::string> aliases;
  std::vector<int> cwe;              // ascending
  std::vector<std::string> links;    // the most telling first, capped
  std::vector<std::string> symbols;  // sorted, see OsvRecord
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
  std::string listed(std::string_view version) const;

  std::string m_ecosystem;
  const VersionOrdering* m_ordering;         // null when the ecosystem has none
  const VersionOrdering* m_semver_ordering;  // null when there is none at all
};

}  // namespace codelake::sca
