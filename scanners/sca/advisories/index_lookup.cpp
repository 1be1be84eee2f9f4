// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/index_lookup.h"

#include <algorithm>
#include <map>

namespace codelake::sca {

using namespace index_format;

namespace {

// Far above what a look-up in a file of ours takes: the most versions and intervals of one package are
// thousands.
constexpr std::uint64_t k_steps_max = 20'000'000;

}  // namespace

IndexLookup::IndexLookup(const IndexFile& file, std::string_view version, const VersionOrdering* ordering)
    : m_file(file), m_version(version), m_ordering(ordering) {}

// Only when a package is there: most of those asked for are not.
void IndexLookup::read_version() {
  if (m_read) return;
  m_read = true;
  m_valid = m_ordering != nullptr && m_ordering->valid(m_version);
  if (m_valid) m_key = m_ordering->key(m_version);
}

std::vector<AdvisoryMatch> IndexLookup::find(std::string_view name, std::optional<std::string_view> suffix) {
  std::vector<Member> members;
  for (std::uint32_t row = lower_bound(name); row < m_file.package_count(); ++row) {
    const std::string_view whole = m_file.package_name(row);
    const auto zero = whole.find('\0');
    if (whole.substr(0, zero) != name) break;
    const std::string_view own = zero == std::string_view::npos ? std::string_view{} : whole.substr(zero + 1);
    if (!suffix || own == *suffix) collect(m_file.package_matches(row), members);
  }
  std::map<std::uint64_t, std::vector<Member>> groups;
  for (const Member& member : members) groups[member.front.group].push_back(member);
  std::vector<AdvisoryMatch> result;
  for (const auto& [number, group] : groups) {
    if (m_intact) result.push_back(merged(group));
  }
  return result;
}

// The first package whose name is not below `name`.
std::uint32_t IndexLookup::lower_bound(std::string_view name) const {
  std::uint32_t low = 0;
  std::uint32_t high = m_file.package_count();
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (m_file.package_name(middle) < name)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void IndexLookup::collect(std::string_view matches, std::vector<Member>& members) {
  read_version();
  PackedReader reader(matches);
  for (auto count = reader.count(); count > 0 && reader.intact(); --count) {
    Member member{read_entry(reader), matches, reader.place()};
    if (affects(reader, m_key)) members.push_back(member);
  }
  m_intact = m_intact && reader.intact();
}

bool IndexLookup::contains(const IntervalView& interval, std::string_view key) {
  if (++m_steps > k_steps_max) m_intact = false;
  if (interval.has_low && m_ordering->compare_keys(key, interval.low) < 0) return false;
  if (interval.end == IntervalEnd::never) return true;
  const auto order = m_ordering->compare_keys(key, interval.high);
  return interval.end == IntervalEnd::inclusive ? order <= 0 : order < 0;
}

// Whether the entry whose intervals come next affects the version of that key; moves the reader behind the
// entry. A version that the ecosystem would not take is affected where it is listed as it is.
bool IndexLookup::affects(PackedReader& reader, std::string_view key) {
  bool found = false;
  for (auto count = reader.count(); count > 0 && reader.intact(); --count) {
    const IntervalView interval = read_interval(reader);
    found = found || (m_valid && m_intact && contains(interval, key));
  }
  for (auto count = reader.count(); count > 0 && reader.intact(); --count) {
    const std::string_view listed = reader.text();
    if (found || listed.empty()) continue;
    const bool as_key = listed.front() == k_listed_key;
    if (as_key)
      found = m_valid && m_ordering->compare_keys(listed.substr(1), key) == 0;
    else
      found = !m_valid && listed.substr(1) == m_version;
  }
  m_steps += reader.place() / 64;
  if (m_steps > k_steps_max) m_intact = false;
  return found;
}

AdvisoryMatch IndexLookup::merged(const std::vector<Member>& members) {
  AdvisoryMatch match;
  std::uint64_t severity = 0;
  std::uint64_t score = 0;
  for (const Member& member : members) {
    severity = std::max(severity, member.front.severity);
    score = std::max(score, member.front.score);
    match.places.push_back(member.front.place);
  }
  std::sort(match.places.begin(), match.places.end());
  match.places.erase(std::unique(match.places.begin(), match.places.end()), match.places.end());
  if (severity > static_cast<std::uint64_t>(Severity::critical) || score > 101) m_intact = false;
  match.severity = static_cast<Severity>(std::min(severity, static_cast<std::uint64_t>(Severity::critical)));
  if (score > 0) match.score = static_cast<double>(score - 1) / 10;
  match.fixed_versions = fixed_versions(members);
  return match;
}

bool IndexLookup::any_affects(const std::vector<Member>& members, std::string_view key) {
  return std::any_of(members.begin(), members.end(), [&](const Member& member) {
    PackedReader reader(member.matches.substr(member.place));
    return m_intact && affects(reader, key);
  });
}

// Fixes above the version that no record of the group calls affected again.
std::vector<std::string> IndexLookup::fixed_versions(const std::vector<Member>& members) {
  std::vector<Fix> fixes;
  if (!m_valid) return {};
  for (const Member& member : members) {
    PackedReader reader(member.matches.substr(member.place));
    for (auto count = reader.count(); count > 0 && reader.intact(); --count) {
      const IntervalView interval = read_interval(reader);
      if (interval.end == IntervalEnd::fixed && m_ordering->compare_keys(interval.high, m_key) > 0)
        fixes.push_back({interval.high, interval.fixed});
    }
  }
  // Not std::sort: the orders of some tools contradict themselves.
  std::stable_sort(fixes.begin(), fixes.end(), [&](const Fix& a, const Fix& b) {
    const auto order = m_ordering->compare_keys(a.key, b.key);
    return order != 0 ? order < 0 : a.text < b.text;
  });
  std::vector<std::string> fixed;
  for (const Fix& fix : fixes) {
    const bool known = std::find(fixed.begin(), fixed.end(), fix.text) != fixed.end();
    if (!known && !any_affects(members, fix.key)) fixed.emplace_back(fix.text);
  }
  return fixed;
}

}  // namespace codelake::sca
