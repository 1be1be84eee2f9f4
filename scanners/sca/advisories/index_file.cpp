// SPDX-License-Identifier: Apache-2.0
// A look-up finds the package by binary search, evaluates its entries, and only for those that match reads
// the record: the rest of the file is never touched, so that it costs a few pages of memory and microseconds.
#include "scanners/sca/advisories/index_file.h"

#include "core/hash.h"
#include "scanners/sca/advisories/intervals.h"

#include <algorithm>
#include <map>

namespace codelake::sca {

using namespace index_format;

namespace {

// Far above what a look-up in a file of ours takes: the most versions and intervals of one package are
// thousands.
constexpr std::uint32_t k_steps_max = 20'000'000;
constexpr std::size_t k_references_max = 16;

Failure unusable(const std::string& name, std::string cause) {
  return fail({ErrorKind::advisories, "opening the advisory index", name, std::move(cause),
               "run 'codelake db update' or 'codelake db import PATH' again"});
}

}  // namespace

// One look-up in a file. Reads outside of a table give 0 or an empty text and are remembered in `damaged`.
class Lookup {
 public:
  Lookup(const IndexFile& file, std::string_view version, const VersionOrdering* ordering)
      : m_file(file),
        m_version(version),
        m_ordering(ordering),
        m_valid(ordering && ordering->valid(version)) {}

  std::vector<AdvisoryHit> find(std::string_view name, std::optional<std::string_view> suffix) {
    std::vector<Match> matches;
    const std::uint32_t count = rows(Section::packages);
    for (std::uint32_t row = lower_bound(name); row < count && intact(); ++row) {
      if (text(Section::packages, row, package_row::name) != name) break;
      if (suffix && text(Section::packages, row, package_row::suffix) != *suffix) continue;
      collect(row, matches);
    }
    return hits(matches);
  }
  bool intact() const { return !m_damaged; }

 private:
  struct Match {
    std::uint32_t entry;
    std::uint32_t record;
  };

  const IndexFile::Part& part(Section section) const {
    return m_file.m_parts[static_cast<std::size_t>(section)];
  }
  std::uint32_t rows(Section section) const { return part(section).rows; }

  std::uint32_t cell(Section section, std::uint32_t row, std::uint32_t column) {
    if (row >= rows(section) || ++m_steps > k_steps_max) {
      m_damaged = true;
      return 0;
    }
    const std::size_t words = k_row_words[static_cast<std::size_t>(section)];
    return load_word(part(section).bytes.data() + 4 * (row * words + column));
  }

  std::string_view text(Section section, std::uint32_t row, std::uint32_t column) {
    const std::size_t offset = cell(section, row, column);
    const std::size_t length = cell(section, row, column + 1);
    const std::string_view texts = part(Section::texts).bytes;
    m_steps += static_cast<std::uint32_t>(length / 64);
    if (offset <= texts.size() && length <= texts.size() - offset && m_steps <= k_steps_max) {
      return texts.substr(offset, length);
    }
    m_damaged = true;
    return {};
  }

  // Calls `each` with the rows first … first + count - 1 of a section, until it returns false.
  template <class Function>
  void for_rows(Section section, std::uint32_t first, std::uint32_t count, const Function& each) {
    if (first > rows(section) || count > rows(section) - first) {
      m_damaged = true;
      return;
    }
    for (std::uint32_t row = first; row < first + count && intact(); ++row) {
      if (!each(row)) return;
    }
  }

  // The first package whose name is not below `name`.
  std::uint32_t lower_bound(std::string_view name) {
    std::uint32_t low = 0;
    std::uint32_t high = rows(Section::packages);
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (text(Section::packages, middle, package_row::name) < name)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }

  void collect(std::uint32_t package, std::vector<Match>& matches) {
    for_rows(Section::entries, cell(Section::packages, package, package_row::first_entry),
             cell(Section::packages, package, package_row::entry_count), [&](std::uint32_t entry) {
               if (affects(entry, m_version, m_valid)) {
                 matches.push_back({entry, cell(Section::entries, entry, entry_row::record)});
               }
               return true;
             });
  }

  Interval interval(std::uint32_t row) {
    Interval result;
    result.low = text(Section::intervals, row, interval_row::low);
    result.high = text(Section::intervals, row, interval_row::high);
    const std::uint32_t end = cell(Section::intervals, row, interval_row::end);
    if (end > static_cast<std::uint32_t>(IntervalEnd::inclusive))
      m_damaged = true;
    else
      result.end = static_cast<IntervalEnd>(end);
    return result;
  }

  // Listed as it is, or as another spelling of the same version, or in an interval.
  bool affects(std::uint32_t entry, std::string_view version, bool valid) {
    bool found = false;
    for_rows(Section::exact, cell(Section::entries, entry, entry_row::first_exact),
             cell(Section::entries, entry, entry_row::exact_count), [&](std::uint32_t row) {
               const std::string_view listed = text(Section::exact, row, 0);
               found = listed == version ||
                       (valid && m_ordering->valid(listed) && m_ordering->compare(listed, version) == 0);
               return !found;
             });
    if (found || !valid) return found;
    for_rows(Section::intervals, cell(Section::entries, entry, entry_row::first_interval),
             cell(Section::entries, entry, entry_row::interval_count), [&](std::uint32_t row) {
               const Interval candidate = interval(row);
               found = contains(candidate, version, *m_ordering);
               return !found;
             });
    return found;
  }

  // One hit per alias group; records of a group share their ids.
  std::vector<AdvisoryHit> hits(const std::vector<Match>& matches) {
    std::map<std::uint32_t, std::vector<Match>> groups;
    for (const Match& match : matches) {
      groups[cell(Section::records, match.record, record_row::first_id)].push_back(match);
    }
    std::vector<AdvisoryHit> result;
    for (const auto& [first_id, members] : groups) {
      if (intact()) result.push_back(hit(members));
    }
    return result;
  }

  AdvisoryHit hit(const std::vector<Match>& members) {
    AdvisoryHit result;
    const std::uint32_t first = members.front().record;
    for_rows(Section::groups, cell(Section::records, first, record_row::first_id),
             cell(Section::records, first, record_row::id_count), [&](std::uint32_t row) {
               result.ids.emplace_back(text(Section::groups, row, 0));
               return true;
             });
    std::uint32_t score = 0;
    result.severity = Severity::info;
    for (const Match& member : by_preference(members, result.ids)) {
      score = std::max(score, cell(Section::entries, member.entry, entry_row::score));
      rate(member.entry, result);
      describe(member.record, result);
    }
    if (score > 0) result.score = static_cast<double>(score - 1) / 10;
    std::sort(result.cwe.begin(), result.cwe.end());
    result.cwe.erase(std::unique(result.cwe.begin(), result.cwe.end()), result.cwe.end());
    result.fixed_versions = fixed_versions(members);
    return result;
  }

  // The record whose id is preferred tells the summary.
  std::vector<Match> by_preference(std::vector<Match> members, const std::vector<std::string>& ids) {
    std::map<std::string_view, std::size_t> places;
    for (std::size_t place = 0; place < ids.size(); ++place) places.emplace(ids[place], place);
    const auto place_of = [&](const Match& match) {
      const auto found = places.find(text(Section::records, match.record, record_row::id));
      return found == places.end() ? ids.size() : found->second;
    };
    std::stable_sort(members.begin(), members.end(),
                     [&](const Match& a, const Match& b) { return place_of(a) < place_of(b); });
    return members;
  }

  void rate(std::uint32_t entry, AdvisoryHit& result) {
    const std::uint32_t severity = cell(Section::entries, entry, entry_row::severity);
    if (severity > static_cast<std::uint32_t>(Severity::critical))
      m_damaged = true;
    else
      result.severity = std::max(result.severity, static_cast<Severity>(severity));
  }

  void describe(std::uint32_t record, AdvisoryHit& result) {
    if (result.summary.empty()) result.summary = text(Section::records, record, record_row::summary);
    const std::uint32_t flags = cell(Section::records, record, record_row::flags);
    result.malicious = result.malicious || (flags & k_flag_malicious) != 0;
    for_rows(Section::numbers, cell(Section::records, record, record_row::first_number),
             cell(Section::records, record, record_row::number_count), [&](std::uint32_t row) {
               result.cwe.push_back(static_cast<int>(cell(Section::numbers, row, 0)));
               return true;
             });
    for_rows(Section::links, cell(Section::records, record, record_row::first_link),
             cell(Section::records, record, record_row::link_count), [&](std::uint32_t row) {
               const std::string_view link = text(Section::links, row, 0);
               auto& known = result.references;
               if (std::find(known.begin(), known.end(), link) == known.end()) known.emplace_back(link);
               return known.size() < k_references_max;
             });
  }

  // Fixes above the version that no record of the group calls affected again.
  std::vector<std::string> fixed_versions(const std::vector<Match>& members) {
    std::vector<std::string> fixed;
    if (!m_valid) return fixed;
    for (const Match& member : members) {
      for_rows(Section::intervals, cell(Section::entries, member.entry, entry_row::first_interval),
               cell(Section::entries, member.entry, entry_row::interval_count), [&](std::uint32_t row) {
                 const Interval candidate = interval(row);
                 const bool above = candidate.end == IntervalEnd::fixed &&
                                    m_ordering->compare(candidate.high, m_version) > 0;
                 if (above) fixed.emplace_back(candidate.high);
                 return true;
               });
    }
    std::erase_if(fixed, [&](const std::string& version) {
      return std::any_of(members.begin(), members.end(),
                         [&](const Match& member) { return affects(member.entry, version, true); });
    });
    std::sort(fixed.begin(), fixed.end(), [&](const std::string& a, const std::string& b) {
      const auto order = m_ordering->compare(a, b);
      return order != 0 ? order < 0 : a < b;
    });
    fixed.erase(std::unique(fixed.begin(), fixed.end()), fixed.end());
    return fixed;
  }

  const IndexFile& m_file;
  std::string_view m_version;
  const VersionOrdering* m_ordering;
  bool m_valid;
  bool m_damaged = false;
  std::uint32_t m_steps = 0;
};

Result<IndexFile> IndexFile::open(std::string_view bytes, std::string name) {
  IndexFile file;
  file.m_name = std::move(name);
  if (bytes.substr(0, k_magic.size()) != k_magic) return unusable(file.m_name, "not an advisory index");
  if (bytes.size() < k_header_bytes) return unusable(file.m_name, "truncated");
  const std::uint32_t version = load_word(bytes.data() + k_magic.size());
  if (version != k_version) {
    return unusable(file.m_name, "format " + std::to_string(version) + ", this program reads " +
                                     std::to_string(k_version));
  }
  const std::string_view header = bytes.substr(k_header_start, 4 * k_header_words);
  const auto word = [&](std::size_t index) { return load_word(header.data() + 4 * index); };
  const std::uint64_t hash = load_word(bytes.data() + 16) | std::uint64_t{load_word(bytes.data() + 20)}
                                                                << 32U;
  if (hash != fast_hash(header)) return unusable(file.m_name, "its header is damaged");
  if (word(header_word::file_bytes) != bytes.size()) return unusable(file.m_name, "truncated");
  for (std::size_t section = 0; section < k_section_count; ++section) {
    const std::uint64_t offset = word(header_word::sections + 2 * section);
    const std::uint64_t rows = word(header_word::sections + 2 * section + 1);
    const std::uint64_t row_bytes = k_row_words[section] == 0 ? 1 : 4 * std::uint64_t{k_row_words[section]};
    if (offset > bytes.size() || rows * row_bytes > bytes.size() - offset) {
      return unusable(file.m_name, "its header is damaged");
    }
    file.m_parts[section] = {bytes.substr(offset, rows * row_bytes), static_cast<std::uint32_t>(rows)};
  }
  const std::string_view texts = file.m_parts[static_cast<std::size_t>(Section::texts)].bytes;
  const auto text = [&](std::size_t index) {
    const std::size_t start = std::min<std::size_t>(word(index), texts.size());
    return std::string(texts.substr(start, word(index + 1)));
  };
  file.m_coverage = {text(header_word::ecosystem), word(header_word::advisories),
                     file.m_parts[static_cast<std::size_t>(Section::packages)].rows,
                     text(header_word::newest_modified)};
  return file;
}

Result<std::vector<AdvisoryHit>> IndexFile::find(std::string_view name,
                                                 std::optional<std::string_view> suffix,
                                                 std::string_view version,
                                                 const VersionOrdering* ordering) const {
  if (version.empty()) return std::vector<AdvisoryHit>{};
  Lookup lookup(*this, version, ordering);
  std::vector<AdvisoryHit> hits = lookup.find(name, suffix);
  if (lookup.intact()) return hits;
  return fail({ErrorKind::advisories, "looking up advisories", m_name, "the file is damaged",
               "run 'codelake db update' or 'codelake db import PATH' again"});
}

}  // namespace codelake::sca
