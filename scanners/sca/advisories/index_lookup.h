// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/advisories/index_file.h"
#include "scanners/sca/advisories/match_reader.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// One look-up in a file. Finds the package by binary search and walks through its entries once; the rest of
// the file is never touched, so that it costs a few pages of memory and microseconds.
class IndexLookup {
 public:
  // All must outlive it; `ordering` may be null.
  IndexLookup(const IndexFile& file, std::string_view version, const VersionOrdering* ordering);

  // One match for each alias group.
  std::vector<AdvisoryMatch> find(std::string_view name, std::optional<std::string_view> suffix);

  // False: the file is damaged and what find() gave is worth nothing.
  bool intact() const { return m_intact; }

 private:
  // An entry that affects the version.
  struct Member {
    EntryView front;
    std::string_view matches;  // the package's
    std::size_t place = 0;     // of the entry's intervals in it
  };
  struct Fix {
    std::string_view key;
    std::string_view text;
  };

  void read_version();
  std::uint32_t lower_bound(std::string_view name) const;
  void collect(std::string_view matches, std::vector<Member>& members);
  bool affects(PackedReader& reader, std::string_view key);
  bool contains(const IntervalView& interval, std::string_view key);
  AdvisoryMatch merged(const std::vector<Member>& members);
  std::vector<std::string> fixed_versions(const std::vector<Member>& members);
  bool any_affects(const std::vector<Member>& members, std::string_view key);

  const IndexFile& m_file;
  std::string_view m_version;
  const VersionOrdering* m_ordering;
  bool m_read = false;   // the two below are known
  bool m_valid = false;  // the ecosystem would take the version
  std::string m_key;     // of the version, when it is valid
  bool m_intact = true;
  std::uint64_t m_steps = 0;
};

}  // namespace codelake::sca
