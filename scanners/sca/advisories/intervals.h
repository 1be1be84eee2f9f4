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

// What a range of a record says, as intervals. Nothing for a GIT range and for one that never introduces
// anything; events with a version the ecosystem would not take are left out when they end an interval (which
// then lasts longer), and nothing is introduced by them. Text points into the range.
std::vector<Interval> compile_range(const OsvRange& range, const VersionOrdering& ordering);

// Whether a version the ecosystem would take lies in the interval.
bool contains(const Interval& interval, std::string_view version, const VersionOrdering& ordering);

}  // namespace codelake::sca
