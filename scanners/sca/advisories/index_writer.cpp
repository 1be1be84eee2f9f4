// SPDX-License-Identifier: Apache-2.0
// First the records are laid out in blocks, in the order of their first packages, so that what is found
// together lies together; then the packages, whose entries point at them. As every container walked here is
// sorted, the same records give the same bytes.
#include "scanners/sca/advisories/index_writer.h"

#include "core/deflate.h"
#include "core/hash.h"
#include "scanners/sca/advisories/alias_groups.h"
#include "scanners/sca/advisories/index_format.h"
#include "scanners/sca/advisories/record_text.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

namespace codelake::sca {

namespace {

using namespace index_format;

void append_word(std::string& bytes, std::uint64_t value, int count = 4) {
  for (int i = 0; i < count; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

class Writer {
 public:
  Writer(const std::string& ecosystem, const std::map<std::string, CompiledRecord>& records)
      : m_ecosystem(ecosystem), m_records(records), m_groups(group_aliases(records)) {}

  Result<std::string> write() {
    for (const auto& [id, record] : m_records) {
      for (const auto& [key, entry] : record.entries) m_packages[key].push_back({&id, &entry});
    }
    put_records();
    put_packages();
    return file();
  }

 private:
  struct PackageEntry {
    const std::string* id;
    const CompiledEntry* entry;
  };

  std::string& section(Section which) { return m_sections[static_cast<std::size_t>(which)]; }

  void put_records() {
    for (const auto& [key, entries] : m_packages) {
      for (const PackageEntry& entry : entries) put_record(*entry.id);
    }
    // Those that no look-up finds are kept for what is later said of them.
    for (const auto& [id, record] : m_records) put_record(id);
    close_block();
    append_word(section(Section::blocks), section(Section::data).size());
    append_word(section(Section::blocks), 0);
  }

  void put_record(const std::string& id) {
    if (!m_places.try_emplace(id, m_block_count * k_place_block + m_block.size()).second) return;
    const CompiledRecord& record = m_records.at(id);
    RecordText text{id, m_groups.groups[m_groups.group_of.at(id)], record};
    write_record(text, m_block);
    m_newest = std::max(m_newest, record.entries.empty() ? 0 : record.modified);
    m_advisories += record.entries.empty() ? 0 : 1;
    if (m_block.size() >= k_block_bytes) close_block();
  }

  void close_block() {
    if (m_block.size() == 0) return;
    append_word(section(Section::blocks), section(Section::data).size());
    append_word(section(Section::blocks), m_block.size());
    section(Section::data) += deflated(m_block.bytes());
    m_block = {};
    ++m_block_count;
  }

  void put_packages() {
    PackedWriter matches;
    std::string& rows = section(Section::packages);
    std::string& names = section(Section::names);
    const auto put_row = [&] {
      append_word(rows, names.size());
      append_word(rows, matches.size());
    };
    for (const auto& [key, entries] : m_packages) {
      put_row();
      names += key.name;
      if (!key.suffix.empty()) (names += '\0') += key.suffix;
      matches.number(entries.size());
      for (const PackageEntry& entry : entries) put_entry(entry, matches);
    }
    put_row();
    section(Section::matches) = matches.take();
  }

  // Groups are numbered as they come.
  std::uint64_t group_number(const std::string& id) {
    return m_group_numbers.try_emplace(m_groups.group_of.at(id), m_group_numbers.size()).first->second;
  }

  void put_entry(const PackageEntry& source, PackedWriter& matches) {
    const CompiledEntry& entry = *source.entry;
    matches.number(m_places.at(*source.id));
    matches.number(group_number(*source.id));
    matches.number(static_cast<std::uint64_t>(entry.severity));
    matches.number(entry.score);
    matches.number(entry.intervals.size());
    for (const CompiledInterval& interval : entry.intervals) {
      const std::uint64_t low = interval.has_low ? interval_bit::has_low : 0U;
      matches.number(static_cast<std::uint64_t>(interval.end) | low);
      if (interval.has_low) matches.text(interval.low);
      if (interval.end != IntervalEnd::never) matches.text(interval.high);
      if (interval.end == IntervalEnd::fixed) matches.text(interval.fixed);
    }
    matches.number(entry.exact.size());
    for (const std::string& listed : entry.exact) matches.text(listed);
  }

  Result<std::string> file() {
    std::uint64_t bytes = k_header_bytes;
    for (const std::string& part : m_sections) bytes += part.size();
    if (bytes > std::numeric_limits<std::uint32_t>::max() || m_ecosystem.size() > k_ecosystem_bytes_max) {
      return fail(ErrorKind::environment, "writing the advisory index", m_ecosystem,
                  "more than 4 GiB of advisories");
    }
    std::string head;
    for (const std::uint64_t word : {bytes, m_advisories, std::uint64_t{m_newest}, m_ecosystem.size()})
      append_word(head, word);
    std::uint64_t offset = k_header_bytes;
    for (const std::string& part : m_sections) {
      append_word(head, offset);
      append_word(head, part.size());
      offset += part.size();
    }
    head += m_ecosystem + std::string(k_ecosystem_bytes_max - m_ecosystem.size(), '\0');
    std::string file(k_magic);
    file.reserve(bytes);
    append_word(file, k_version);
    append_word(file, 0);
    append_word(file, fast_hash(head), 8);
    file += head;
    for (const std::string& part : m_sections) file += part;
    return file;
  }

  const std::string& m_ecosystem;
  const std::map<std::string, CompiledRecord>& m_records;
  AliasGroups m_groups;
  std::map<PackageKey, std::vector<PackageEntry>> m_packages;
  std::array<std::string, k_section_count> m_sections;
  PackedWriter m_block;
  std::uint64_t m_block_count = 0;
  std::unordered_map<std::string, std::uint64_t> m_places;  // of records
  std::unordered_map<std::size_t, std::uint64_t> m_group_numbers;
  std::uint64_t m_advisories = 0;
  std::uint32_t m_newest = 0;
};

}  // namespace

Result<std::string> write_index(const std::string& ecosystem,
                                const std::map<std::string, CompiledRecord>& records) {
  return Writer(ecosystem, records).write();
}

}  // namespace codelake::sca
