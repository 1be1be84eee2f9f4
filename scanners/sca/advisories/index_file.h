// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "scanners/sca/advisories/index.h"
#include "scanners/sca/advisories/index_format.h"
#include "scanners/sca/versions/ordering.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// One ecosystem's index, read from bytes that nobody vouches for: every offset is checked, and the steps of a
// look-up are counted, so that a damaged file ends in an error. A value that looks into the bytes, which must
// outlive it.
class IndexFile {
 public:
  // Checks the header only. `name` stands in error messages.
  static Result<IndexFile> open(std::string_view bytes, std::string name);

  const AdvisoryCoverage& coverage() const { return m_coverage; }

  // What AdvisoryIndex::find gives. `name` is normalised; without `suffix` all suffixes of the ecosystem are
  // asked; `ordering` is null when the ecosystem has none, and then a version matches where it is listed.
  Result<std::vector<AdvisoryHit>> find(std::string_view name, std::optional<std::string_view> suffix,
                                        std::string_view version, const VersionOrdering* ordering) const;

 private:
  friend class Lookup;
  struct Part {
    std::string_view bytes;
    std::uint32_t rows = 0;
  };

  std::string m_name;
  std::array<Part, index_format::k_section_count> m_parts;
  AdvisoryCoverage m_coverage;
};

}  // namespace codelake::sca
