// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/advisories/index_format.h"
#include "scanners/sca/advisories/intervals.h"
#include "scanners/sca/advisories/packed.h"

#include <cstdint>
#include <string_view>

namespace codelake::sca {

// A CompiledInterval as it lies in an index.
struct IntervalView {
  bool has_low = false;
  std::string_view low;
  std::string_view high;
  std::string_view fixed;
  IntervalEnd end = IntervalEnd::never;
};

// The front of an entry; intervals and listed versions follow.
struct EntryView {
  std::uint64_t place = 0;  // of the record
  std::uint64_t group = 0;
  std::uint64_t severity = 0;
  std::uint64_t score = 0;
};

inline EntryView read_entry(PackedReader& reader) {
  EntryView entry;
  entry.place = reader.number();
  entry.group = reader.number();
  entry.severity = reader.number();
  entry.score = reader.number();
  return entry;
}

inline IntervalView read_interval(PackedReader& reader) {
  IntervalView interval;
  const std::uint64_t bits = reader.number();
  interval.end = static_cast<IntervalEnd>(bits & index_format::interval_bit::end_mask);
  interval.has_low = (bits & index_format::interval_bit::has_low) != 0;
  if (interval.has_low) interval.low = reader.text();
  if (interval.end != IntervalEnd::never) interval.high = reader.text();
  if (interval.end == IntervalEnd::fixed) interval.fixed = reader.text();
  return interval;
}

}  // namespace codelake::sca
