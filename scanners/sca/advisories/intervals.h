// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/advisories/osv_record.h"
#include "scanners/sca/versions/ordering.h"

#include <string_view>
#include <vector>

namespace codelake::sca {

// Where an interval ends.
enum class IntervalEnd {
  never,      // no upper bound
  before,     // below `high`, which is no fix (a "limit")
  fixed,      // below `high`, the first version without the vulnerability
  inclusive,  // up to and with `high`
};

// Consecutive affected versions, by the ordering of their ecosystem.
struct Interval {
  std::string_view low;  // first affected version; empty: from the beginning
  std::string_view high;
  IntervalEnd end = IntervalEnd::never;

  bool operator==(const Interval&) const = default;
};

// Whether the ecosystem would take every version of the range. One that it would not take has no place in the
// order, so nothing can be said of the versions around it.
bool is_readable(const OsvRange& range, const VersionOrdering& ordering);

// What a range of a record says, as intervals; nothing when it is not readable or never introduces anything.
// Text points into the range.
std::vector<Interval> compile_range(const OsvRange& range, const VersionOrdering& ordering);

}  // namespace codelake::sca
