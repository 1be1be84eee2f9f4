// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/compiled_record.h"

#include "scanners/sca/advisories/cvss.h"
#include "scanners/sca/advisories/index_format.h"
#include "scanners/sca/advisories/package_name.h"
#include "scanners/sca/advisories/timestamp.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace codelake::sca {

namespace {

constexpr std::size_t k_summary_bytes_max = 200;
constexpr std::size_t k_link_bytes_max = 2000;
constexpr std::size_t k_links_max = 8;

// One line for a terminal: control characters and runs of blanks become one blank.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string shortened(std::string line) {
  if (line.size() <= k_summary_bytes_max) return line;
  std::size_t end = line.rfind(' ', k_summary_bytes_max);
  if (end == std::string::npos || end < k_summary_bytes_max / 2) end = k_summary_bytes_max;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
  return line.substr(0, end) + "…";
}

bool is_prose(std::string_view line) {
  return std::any_of(line.begin(), line.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; });
}

// The first line of the details that says something, for the databases that give no summary: to the end of
// its first sentence, without the marks of a heading.
std::string first_sentence(std::string_view details) {
  while (!details.empty()) {
    const std::size_t end = std::min(details.find('\n'), details.size());
    std::string line = one_line(details.substr(0, end));
    line.erase(0, std::min(line.find_first_not_of("#* "), line.size()));
    if (is_prose(line)) {
      const std::size_t stop = line.find(". ");
      return stop == std::string::npos ? line : line.substr(0, stop + 1);
    }
    details.remove_prefix(std::min(end + 1, details.size()));
  }
  return {};
}

std::string summary_of(const OsvRecord& record) {
  std::string summary = one_line(record.summary);
  if (summary.empty()) summary = first_sentence(record.details);
  return summary.empty() ? std::string(record.id) : shortened(std::move(summary));
}

std::vector<std::string> links_of(const OsvRecord& record) {
  std::vector<std::string> links;
  const auto add = [&](std::string_view type) {
    for (const OsvReference& reference : record.references) {
      const std::string_view url = reference.url;
      if (links.size() == k_links_max) return;
      if (!type.empty() && reference.type != type) continue;
      if (url.substr(0, 8) != "https://" && url.substr(0, 7) != "http://") continue;
      if (url.size() > k_link_bytes_max || one_line(url) != url || url.find(' ') != std::string_view::npos)
        continue;
      if (std::find(links.begin(), links.end(), url) == links.end()) links.emplace_back(url);
    }
  };
  for (const std::string_view type : {"ADVISORY", "FIX", "REPORT", ""}) add(type);
  return links;
}

struct Rating {
  Severity severity = Severity::medium;
  std::optional<double> score;
};

std::optional<Severity> severity_of_word(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower == "moderate" ? Severity::medium : severity_from(lower);
}

// The newest version of CVSS that we can score; without a vector the database's own word.
std::optional<Rating> rating_of(const OsvSeverity& severity) {
  std::optional<std::pair<std::string_view, double>> best;
  for (const std::string_view vector : severity.vectors) {
    const auto score = cvss_base_score(vector);
    if (!score) continue;
    // "CVSS:4.0" > "CVSS:3.1" > "CVSS:3.0" > a version 2 vector, which starts with a metric.
    const std::string_view version =
        vector.substr(0, 5) == "CVSS:" ? vector.substr(0, 8) : std::string_view{};
    if (!best || std::pair(version, *score) > *best) best = std::pair(version, *score);
  }
  if (best) return Rating{severity_of_score(best->second), best->second};
  if (const auto word = severity_of_word(severity.word)) return Rating{*word, std::nullopt};
  return std::nullopt;
}

// The package's own severity, else the record's, else medium; a malicious package is critical and a notice
// that tells of no vulnerability is information, whatever they say.
Rating rating_for(const OsvRecord& record, const OsvAffected& affected) {
  Rating rating = rating_of(affected.severity).value_or(rating_of(record.severity).value_or(Rating{}));
  if (affected.informational != Informational::none) rating.severity = Severity::info;
  if (record.malicious) rating.severity = Severity::critical;
  return rating;
}

void rate(CompiledEntry& entry, const Rating& rating, bool first) {
  const auto score = rating.score ? static_cast<std::uint32_t>(std::lround(*rating.score * 10)) + 1 : 0;
  entry.severity = first ? rating.severity : std::max(entry.severity, rating.severity);
  entry.score = std::max(entry.score, score);
}

// In the index a zero byte parts name and suffix.
bool usable_name(const OsvAffected& affected) {
  return !affected.name.empty() && affected.name.find('\0') == std::string_view::npos &&
         affected.ecosystem.find('\0') == std::string_view::npos;
}

template <class T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

CompileCounts& CompileCounts::operator+=(const CompileCounts& other) {
  versions_inside += other.versions_inside;
  versions_outside += other.versions_outside;
  versions_invalid += other.versions_invalid;
  ranges_unreadable += other.ranges_unreadable;
  return *this;
}

CompiledInterval keyed(const Interval& interval, const VersionOrdering& ordering) {
  CompiledInterval own;
  own.has_low = !interval.low.empty();
  if (own.has_low) own.low = ordering.key(interval.low);
  own.end = interval.end;
  if (interval.end != IntervalEnd::never) own.high = ordering.key(interval.high);
  if (interval.end == IntervalEnd::fixed) own.fixed = interval.high;
  return own;
}

bool contains(const CompiledInterval& interval, std::string_view key, const VersionOrdering& ordering) {
  if (interval.has_low && ordering.compare_keys(key, interval.low) < 0) return false;
  if (interval.end == IntervalEnd::never) return true;
  const auto order = ordering.compare_keys(key, interval.high);
  return interval.end == IntervalEnd::inclusive ? order <= 0 : order < 0;
}

RecordCompiler::RecordCompiler(std::string ecosystem,
                               const std::vector<std::unique_ptr<VersionOrdering>>& orderings)
    : m_ecosystem(std::move(ecosystem)),
      m_ordering(ordering_for(orderings, m_ecosystem)),
      m_semver_ordering(ordering_for(orderings, "npm")) {}

const VersionOrdering* RecordCompiler::ordering_of(const OsvRange& range) const {
  const bool usable = range.type == OsvRangeType::semver || range.type == OsvRangeType::ecosystem;
  if (!usable) return nullptr;
  if (m_ordering != nullptr) return m_ordering;
  return range.type == OsvRangeType::semver ? m_semver_ordering : nullptr;
}

void RecordCompiler::add(const OsvAffected& affected, CompiledEntry& entry, CompileCounts& counts) const {
  std::vector<Interval> intervals;
  const VersionOrdering* ordering = nullptr;
  bool readable = true;
  for (const OsvRange& range : affected.ranges) {
    const VersionOrdering* const own = ordering_of(range);
    if (own == nullptr) continue;
    ordering = own;
    if (!is_readable(range, *own)) {
      readable = false;
      ++counts.ranges_unreadable;
    }
    const std::vector<Interval> compiled = compile_range(range, *own);
    intervals.insert(intervals.end(), compiled.begin(), compiled.end());
  }
  std::vector<CompiledInterval> own_intervals;
  for (const Interval& interval : intervals) {
    CompiledInterval own = keyed(interval, *ordering);
    const bool known =
        std::find(entry.intervals.begin(), entry.intervals.end(), own) != entry.intervals.end();
    if (!known) entry.intervals.push_back(own);
    own_intervals.push_back(std::move(own));
  }
  for (const std::string_view version : affected.versions) {
    const bool valid = ordering != nullptr && ordering->valid(version);
    const std::string key = valid ? ordering->key(version) : std::string();
    const bool inside = valid && std::any_of(own_intervals.begin(), own_intervals.end(),
                                             [&](const auto& own) { return contains(own, key, *ordering); });
    if (ordering != nullptr && !valid) ++counts.versions_invalid;
    if (valid && readable) ++(inside ? counts.versions_inside : counts.versions_outside);
    if (!inside) entry.exact.push_back(listed(version));
  }
  sort_unique(entry.exact);
}

std::string RecordCompiler::listed(std::string_view version) const {
  const VersionOrdering* const ordering = m_ordering != nullptr ? m_ordering : m_semver_ordering;
  const bool valid = ordering != nullptr && ordering->valid(version);
  return valid ? index_format::k_listed_key + ordering->key(version)
               : index_format::k_listed_text + std::string(version);
}

CompiledRecord RecordCompiler::compile(const OsvRecord& source) const {
  CompiledRecord record;
  record.modified = seconds_of(source.modified);
  record.content_hash = source.content_hash & 0xFFFFFFFFU;  // what the index keeps of it
  record.withdrawn = source.withdrawn;
  if (source.withdrawn) return record;
  for (const OsvAffected& affected : source.affected) {
    const EcosystemName ecosystem = split_ecosystem(affected.ecosystem);
    if (ecosystem.base != m_ecosystem || !usable_name(affected)) continue;
    record.informational = std::max(record.informational, affected.informational);
    const PackageKey key{normalised_name(ecosystem.base, affected.name), std::string(ecosystem.suffix)};
    const auto [place, first] = record.entries.try_emplace(key);
    add(affected, place->second, record.counts);
    rate(place->second, rating_for(source, affected), first);
  }
  std::erase_if(record.entries,
                [](const auto& item) { return item.second.intervals.empty() && item.second.exact.empty(); });
  record.malicious = source.malicious;
  record.summary = summary_of(source);
  record.aliases.assign(source.aliases.begin(), source.aliases.end());
  sort_unique(record.aliases);
  record.cwe = source.cwe;
  sort_unique(record.cwe);
  record.links = links_of(source);
  record.symbols = source.symbols;
  sort_unique(record.symbols);
  return record;
}

}  // namespace codelake::sca
