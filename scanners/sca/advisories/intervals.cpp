// SPDX-License-Identifier: Apache-2.0
// The OSV schema defines a range by walking its events in the order of their versions and switching
// "affected" on and off. Walking once, at import, leaves intervals; a look-up is then two comparisons.
// Example:
//
//   events     introduced 2.0, fixed 1.4, introduced 0, last_affected 2.3
//   sorted     introduced 0, fixed 1.4, introduced 2.0, last_affected 2.3
//   intervals  [beginning, 1.4)  [2.0, 2.3]
//
// "limit" events are not part of the walk: a version must lie below the greatest of them, and "*" lies above
// everything.
#include "scanners/sca/advisories/intervals.h"

#include <algorithm>
#include <optional>

namespace codelake::sca {

namespace {

bool is_beginning(const OsvEvent& event) {
  return event.kind == OsvEventKind::introduced && event.version == "0";
}

// The order of the walk. At one version "last_affected" comes last, as it switches off behind the version;
// other events of one version stay in the order of the record.
bool comes_before(const OsvEvent& a, const OsvEvent& b, const VersionOrdering& ordering) {
  if (is_beginning(a) || is_beginning(b)) return is_beginning(a) && !is_beginning(b);
  const auto order = ordering.compare(a.version, b.version);
  if (order != 0) return order < 0;
  return a.kind != OsvEventKind::last_affected && b.kind == OsvEventKind::last_affected;
}

std::vector<OsvEvent> sorted_events(const OsvRange& range, const VersionOrdering& ordering) {
  std::vector<OsvEvent> events;
  for (const OsvEvent& event : range.events) {
    if (event.kind != OsvEventKind::limit) events.push_back(event);
  }
  std::stable_sort(events.begin(), events.end(),
                   [&](const OsvEvent& a, const OsvEvent& b) { return comes_before(a, b, ordering); });
  return events;
}

// The version below which everything must lie; nothing when there is no limit.
std::optional<std::string_view> greatest_limit(const OsvRange& range, const VersionOrdering& ordering) {
  std::optional<std::string_view> greatest;
  for (const OsvEvent& event : range.events) {
    if (event.kind != OsvEventKind::limit) continue;
    if (event.version == "*") return std::nullopt;
    if (!greatest || ordering.compare(event.version, *greatest) > 0) greatest = event.version;
  }
  return greatest;
}

std::vector<Interval> walk(const std::vector<OsvEvent>& events) {
  std::vector<Interval> intervals;
  bool open = false;
  for (const OsvEvent& event : events) {
    if (event.kind == OsvEventKind::introduced) {
      if (!open)
        intervals.push_back(
            {is_beginning(event) ? std::string_view{} : event.version, {}, IntervalEnd::never});
      open = true;
    } else if (open) {
      intervals.back().high = event.version;
      intervals.back().end = event.kind == OsvEventKind::fixed ? IntervalEnd::fixed : IntervalEnd::inclusive;
      open = false;
    }
  }
  return intervals;
}

// Whether the limit cuts something off the interval.
bool cuts(std::string_view limit, const Interval& interval, const VersionOrdering& ordering) {
  if (interval.end == IntervalEnd::never) return true;
  const auto order = ordering.compare(limit, interval.high);
  return interval.end == IntervalEnd::inclusive ? order <= 0 : order < 0;
}

bool is_empty(const Interval& interval, const VersionOrdering& ordering) {
  if (interval.low.empty() || interval.end == IntervalEnd::never) return false;
  const auto order = ordering.compare(interval.low, interval.high);
  return interval.end == IntervalEnd::inclusive ? order > 0 : order >= 0;
}

}  // namespace

bool is_readable(const OsvRange& range, const VersionOrdering& ordering) {
  return std::all_of(range.events.begin(), range.events.end(), [&](const OsvEvent& event) {
    const bool unlimited = event.kind == OsvEventKind::limit && event.version == "*";
    return unlimited || is_beginning(event) || ordering.valid(event.version);
  });
}

std::vector<Interval> compile_range(const OsvRange& range, const VersionOrdering& ordering) {
  if (!is_readable(range, ordering)) return {};
  std::vector<Interval> intervals = walk(sorted_events(range, ordering));
  if (const auto limit = greatest_limit(range, ordering)) {
    for (Interval& interval : intervals) {
      if (!cuts(*limit, interval, ordering)) continue;
      interval.high = *limit;
      interval.end = IntervalEnd::before;
    }
  }
  std::erase_if(intervals, [&](const Interval& interval) { return is_empty(interval, ordering); });
  return intervals;
}

}  // namespace codelake::sca
