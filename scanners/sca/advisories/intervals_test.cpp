// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/intervals.h"

#include "scanners/sca/advisories/compiled_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace codelake::sca {
namespace {

using Kind = OsvEventKind;

class Intervals : public ::testing::Test {
 protected:
  bool affected(const OsvRange& range, std::string_view version) const {
    const auto intervals = compile_range(range, *m_ordering);
    const std::string key = m_ordering->key(version);
    return std::any_of(intervals.begin(), intervals.end(), [&](const Interval& interval) {
      return contains(keyed(interval, *m_ordering), key, *m_ordering);
    });
  }
  static OsvRange range(std::vector<OsvEvent> events) { return {OsvRangeType::semver, std::move(events)}; }

  std::vector<std::unique_ptr<VersionOrdering>> m_orderings = all_orderings();
  const VersionOrdering* m_ordering = ordering_for(m_orderings, "npm");
};

TEST_F(Intervals, StartWithIntroducedAndEndBeforeFixed) {
  const OsvRange events = range({{Kind::introduced, "1.0.0"}, {Kind::fixed, "2.0.0"}});
  EXPECT_FALSE(affected(events, "0.9.9"));
  EXPECT_TRUE(affected(events, "1.0.0"));
  EXPECT_TRUE(affected(events, "1.99.0"));
  EXPECT_FALSE(affected(events, "2.0.0"));
}

TEST_F(Intervals, IncludeTheLastAffectedVersion) {
  const OsvRange events = range({{Kind::introduced, "0"}, {Kind::last_affected, "2.0.0"}});
  EXPECT_TRUE(affected(events, "0.0.0-alpha"));
  EXPECT_TRUE(affected(events, "2.0.0"));
  EXPECT_FALSE(affected(events, "2.0.1"));
}

TEST_F(Intervals, ComeOfEventsInAnyOrder) {
  const OsvRange events = range({{Kind::fixed, "3.1.0"},
                                 {Kind::introduced, "3.0.0"},
                                 {Kind::fixed, "1.2.0"},
                                 {Kind::introduced, "0"},
                                 {Kind::last_affected, "2.5.0"},
                                 {Kind::introduced, "2.0.0"}});
  for (const char* version : {"1.1.0", "2.0.0", "2.5.0", "3.0.9"})
    EXPECT_TRUE(affected(events, version)) << version;
  for (const char* version : {"1.2.0", "2.5.1", "3.1.0"}) EXPECT_FALSE(affected(events, version)) << version;
}

TEST_F(Intervals, EndAtTheGreatestLimit) {
  const OsvRange limited = range({{Kind::introduced, "0"}, {Kind::limit, "1.0.0"}, {Kind::limit, "2.0.0"}});
  EXPECT_TRUE(affected(limited, "1.5.0"));
  EXPECT_FALSE(affected(limited, "2.0.0"));
  const OsvRange unlimited = range({{Kind::introduced, "0"}, {Kind::limit, "1.0.0"}, {Kind::limit, "*"}});
  EXPECT_TRUE(affected(unlimited, "2.0.0"));
}

TEST_F(Intervals, AreNoneWithoutIntroducedOrWithABoundThatIsNoVersion) {
  EXPECT_TRUE(compile_range(range({{Kind::fixed, "1.0.0"}}), *m_ordering).empty());
  EXPECT_TRUE(compile_range(range({{Kind::introduced, "0"}, {Kind::fixed, "unknown"}}), *m_ordering).empty());
  EXPECT_TRUE(compile_range(range({}), *m_ordering).empty());
}

// The walk of the OSV schema's "Evaluation", word for word, as the second opinion.
bool by_the_schema(const OsvRange& range, std::string_view version, const VersionOrdering& ordering) {
  bool limited = false;
  bool below = false;
  std::vector<OsvEvent> events;
  for (const OsvEvent& event : range.events) {
    if (event.kind != Kind::limit) {
      events.push_back(event);
      continue;
    }
    limited = true;
    below = below || event.version == "*" || ordering.compare(version, event.version) < 0;
  }
  if (limited && !below) return false;
  std::stable_sort(events.begin(), events.end(), [&](const OsvEvent& a, const OsvEvent& b) {
    if (a.version == "0" || b.version == "0") return a.version == "0" && b.version != "0";
    return ordering.compare(a.version, b.version) < 0;
  });
  bool affected = false;
  for (const OsvEvent& event : events) {
    const auto order =
        event.version == "0" ? std::strong_ordering::greater : ordering.compare(version, event.version);
    if (event.kind == Kind::introduced && order >= 0) affected = true;
    if (event.kind == Kind::fixed && order >= 0) affected = false;
    if (event.kind == Kind::last_affected && order > 0) affected = false;
  }
  return affected;
}

TEST_F(Intervals, AgreeWithTheWalkOfTheSchemaOnRandomRanges) {
  std::mt19937 random(20240101);
  const auto pick = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
  int affected_count = 0;
  for (int round = 0; round < 1000; ++round) {
    // Distinct versions: at equal ones the schema leaves the order of the events open.
    std::vector<std::string> versions;
    for (int i = 0; i < 6; ++i) versions.push_back(std::to_string(i) + "." + std::to_string(pick(3)) + ".0");
    std::shuffle(versions.begin(), versions.end(), random);
    OsvRange events = range({});
    if (pick(2) == 0) events.events.push_back({Kind::introduced, "0"});
    const Kind end = pick(2) == 0 ? Kind::fixed : Kind::last_affected;
    for (const std::string& version : versions) {
      const int choice = pick(8);
      const Kind kind = choice == 0 ? Kind::limit : choice < 4 ? Kind::introduced : end;
      events.events.push_back({kind, version});
    }
    for (int major = 0; major < 6; ++major) {
      for (int minor = 0; minor < 3; ++minor) {
        const std::string version = std::to_string(major) + "." + std::to_string(minor) + ".0";
        const bool expected = by_the_schema(events, version, *m_ordering);
        ASSERT_EQ(affected(events, version), expected) << version << " in round " << round;
        affected_count += expected ? 1 : 0;
      }
    }
  }
  EXPECT_GT(affected_count, 3000);
}

}  // namespace
}  // namespace codelake::sca
