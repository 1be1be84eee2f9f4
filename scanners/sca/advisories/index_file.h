// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "scanners/sca/advisories/compiled_record.h"
#include "scanners/sca/advisories/index.h"
#include "scanners/sca/advisories/index_format.h"
#include "scanners/sca/advisories/record_text.h"
#include "scanners/sca/versions/ordering.h"

#include <array>
#include <functional>
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

  // What AdvisoryIndex::match gives. `name` is normalised; without `suffix` all suffixes of the ecosystem are
  // asked; `ordering` is null when the ecosystem has none, and then a version matches where it is listed.
  Result<std::vector<AdvisoryMatch>> match(std::string_view name, std::optional<std::string_view> suffix,
                                           std::string_view version, const VersionOrdering* ordering) const;

  // The block that was inflated last; what is found together often lies together.
  struct Block {
    std::uint64_t index = 0;
    std::optional<std::string> bytes;
  };

  // What AdvisoryIndex::describe gives. `block` may come from an earlier call for this file.
  Result<AdvisoryHit> describe(const AdvisoryMatch& match, Block& block) const;

  // Everything that the file was written from, record by record in no order that matters: its text, then each
  // of its entries. Fails when the file is damaged.
  struct Visitor {
    std::function<void(RecordText)> record;
    std::function<void(std::uint64_t place, PackageKey, CompiledEntry)> entry;
    std::function<void(std::uint64_t place, const std::string& id)> place;
  };
  Result<void> visit(const Visitor& visitor) const;

 private:
  friend class IndexLookup;
  std::string_view part(index_format::Section section) const {
    return m_parts[static_cast<std::size_t>(section)];
  }
  // These are what a binary search is made of.
  std::uint32_t word(index_format::Section section, std::size_t index) const {
    const std::string_view bytes = part(section);
    return 4 * index + 4 <= bytes.size() ? index_format::load_word(bytes.data() + 4 * index) : 0;
  }
  std::uint32_t package_count() const {
    const std::size_t rows = part(index_format::Section::packages).size() / index_format::k_row_bytes;
    return static_cast<std::uint32_t>(rows > 0 ? rows - 1 : 0);
  }
  std::string_view package_name(std::uint32_t row) const {
    using index_format::Section;
    const std::string_view names = part(Section::names);
    const std::size_t start = word(Section::packages, 2 * std::size_t{row});
    const std::size_t end = word(Section::packages, 2 * std::size_t{row} + 2);
    return start <= end && end <= names.size() ? names.substr(start, end - start) : std::string_view{};
  }
  std::string_view package_matches(std::uint32_t row) const;
  std::optional<std::string> block(std::uint64_t index) const;
  Failure damaged(std::string doing) const;

  std::string m_name;
  std::array<std::string_view, index_format::k_section_count> m_parts;
  AdvisoryCoverage m_coverage;
};

}  // namespace codelake::sca
