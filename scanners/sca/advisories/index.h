// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/severity.h"
#include "scanners/sca/advisories/osv_record.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// What affects a package version, as far as it can be said without a look at the details.
struct AdvisoryMatch {
  Severity severity = Severity::medium;
  std::optional<double> score;  // CVSS base score, 0–10; absent when no vector was published
  std::vector<std::string>
      fixed_versions;                 // above the asked version and free of this vulnerability, ascending
  std::vector<std::uint64_t> places;  // where the details stand in the index
};

// One vulnerability (or malicious package) of a package version: a whole group of records that are aliases.
struct AdvisoryHit {
  std::vector<std::string>
      ids;              // the alias group, the preferred id (CVE, then GHSA, then the database's own) first
  std::string summary;  // one line; never empty
  Severity severity = Severity::medium;
  std::optional<double> score;  // CVSS base score, 0–10; absent when no vector was published
  std::vector<int> cwe;         // ascending
  std::vector<std::string>
      fixed_versions;      // above the asked version and free of this vulnerability, ascending
  bool malicious = false;  // the package itself is the attack; severity is critical
  // Not `none`: no vulnerability but a word of warning, whose severity is info.
  Informational informational = Informational::none;
  std::vector<std::string> references;  // URLs, advisories and fixes first, capped
  std::vector<std::string> symbols;  // what of the package is affected (OsvRecord::symbols); empty: not told
};

// What an installed ecosystem holds.
struct AdvisoryCoverage {
  std::string ecosystem;  // base name: "npm", "PyPI"
  std::uint64_t advisories = 0;
  std::uint64_t packages = 0;
  std::string newest_modified;  // RFC 3339, of the newest record; empty when no record tells
};

// The local advisory database: one file "<ecosystem>.idx" per ecosystem in one folder, mapped, read by binary
// search. Const and safe for all threads; a file replaced while it is open stays readable as it was.
class AdvisoryIndex {
 public:
  // Maps every ecosystem of the folder; costs well below a millisecond. Fails with `advisories` when there is
  // none, and when a file is foreign, truncated, damaged in its header or of another format version.
  static Result<AdvisoryIndex> open(const std::string& directory);
  AdvisoryIndex(AdvisoryIndex&&) noexcept;
  AdvisoryIndex& operator=(AdvisoryIndex&&) noexcept;
  ~AdvisoryIndex();

  // Whether advisories of that ecosystem (a ":suffix" is ignored) are installed and its versions can be
  // ordered; false means: not assessed, though find() may still know versions that are listed by name.
  bool covers(std::string_view ecosystem) const;

  // What affects that version, one match per alias group, in no order that matters. The name is normalised as
  // the ecosystem does (PEP 503, lower case …); an ecosystem without ":suffix" asks for all its suffixes. An
  // empty version is never affected; one that the ecosystem would not take is affected only when a record
  // lists it. Only versions from the ecosystem's registry may be asked for. Fails when the file is damaged.
  Result<std::vector<AdvisoryMatch>> match(std::string_view ecosystem, std::string_view name,
                                           std::string_view version) const;

  // The whole of that: one hit per alias group, in the order of their preferred ids.
  Result<std::vector<AdvisoryHit>> find(std::string_view ecosystem, std::string_view name,
                                        std::string_view version) const;

  // What is installed, in the order of the ecosystems' names.
  std::vector<AdvisoryCoverage> coverage() const;

 private:
  struct State;
  explicit AdvisoryIndex(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace codelake::sca
