// SPDX-License-Identifier: Apache-2.0
// Tables of 32-bit words are filled in the order of packages, then of records; equal texts are stored once.
// As every container walked here is sorted, the same records give the same bytes.
#include "scanners/sca/advisories/index_writer.h"

#include "core/hash.h"
#include "scanners/sca/advisories/alias_groups.h"
#include "scanners/sca/advisories/index_format.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

namespace codelake::sca {

namespace {

using namespace index_format;

using Table = std::vector<std::uint32_t>;

std::uint32_t word(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

void append_word(std::string& bytes, std::uint64_t value, int count = 4) {
  for (int i = 0; i < count; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

class Writer {
 public:
  Writer(const std::string& ecosystem, const std::map<std::string, CompiledRecord>& records)
      : m_ecosystem(ecosystem), m_records(records), m_groups(group_aliases(records)) {}

  Result<std::string> write() {
    put_packages();
    put_records();
    for (const auto& ids : m_groups.groups) {
      for (const std::string& id : ids) put_text(table(Section::groups), id);
    }
    return file();
  }

 private:
  struct PackageEntry {
    std::uint32_t record;
    const CompiledEntry* entry;
  };

  Table& table(Section section) { return m_tables[static_cast<std::size_t>(section)]; }
  std::uint32_t rows(Section section) {
    return word(table(section).size() / k_row_words[static_cast<std::size_t>(section)]);
  }

  // Appends offset and length of a text.
  void put_text(Table& into, const std::string& text) {
    const auto [place, added] = m_places.try_emplace(text, word(m_texts.size()));
    if (added) m_texts += text;
    into.push_back(place->second);
    into.push_back(word(text.size()));
  }

  void put_entry(const PackageEntry& source) {
    const CompiledEntry& entry = *source.entry;
    const Table row = {source.record,
                       static_cast<std::uint32_t>(entry.severity),
                       entry.score,
                       rows(Section::intervals),
                       word(entry.intervals.size()),
                       rows(Section::exact),
                       word(entry.exact.size())};
    table(Section::entries).insert(table(Section::entries).end(), row.begin(), row.end());
    for (const CompiledInterval& interval : entry.intervals) {
      put_text(table(Section::intervals), interval.low);
      put_text(table(Section::intervals), interval.high);
      table(Section::intervals).push_back(static_cast<std::uint32_t>(interval.end));
    }
    for (const std::string& version : entry.exact) put_text(table(Section::exact), version);
  }

  void put_packages() {
    std::map<PackageKey, std::vector<PackageEntry>> packages;
    std::uint32_t index = 0;
    for (const auto& [id, record] : m_records) {
      for (const auto& [key, entry] : record.entries) packages[key].push_back({index, &entry});
      ++index;
    }
    for (const auto& [key, entries] : packages) {
      put_text(table(Section::packages), key.name);
      put_text(table(Section::packages), key.suffix);
      table(Section::packages).push_back(rows(Section::entries));
      table(Section::packages).push_back(word(entries.size()));
      for (const PackageEntry& entry : entries) put_entry(entry);
    }
  }

  void put_records() {
    std::vector<std::uint32_t> first_ids;
    std::size_t next = 0;
    for (const auto& ids : m_groups.groups) {
      first_ids.push_back(word(next));
      next += ids.size();
    }
    Table& row = table(Section::records);
    for (const auto& [id, record] : m_records) {
      const std::size_t group = m_groups.group_of.at(id);
      put_text(row, id);
      put_text(row, record.summary);
      row.insert(row.end(), {first_ids[group], word(m_groups.groups[group].size()),
                             record.malicious ? k_flag_malicious : 0, rows(Section::numbers),
                             word(record.cwe.size()), rows(Section::links), word(record.links.size())});
      for (const int number : record.cwe)
        table(Section::numbers).push_back(static_cast<std::uint32_t>(number));
      for (const std::string& link : record.links) put_text(table(Section::links), link);
      m_newest = std::max(m_newest, record.modified);
    }
  }

  Result<std::string> file() {
    Table header = {0};
    put_text(header, m_ecosystem);
    put_text(header, m_newest);
    header.push_back(word(m_records.size()));
    std::size_t offset = k_header_bytes;
    std::uint64_t bytes = k_header_bytes + m_texts.size();
    for (const Table& part : m_tables) bytes += part.size() * 4;
    if (bytes > std::numeric_limits<std::uint32_t>::max()) {
      return fail(ErrorKind::environment, "writing the advisory index", m_ecosystem,
                  "more than 4 GiB of advisories");
    }
    header[header_word::file_bytes] = word(bytes);
    for (std::size_t section = 0; section < k_section_count; ++section) {
      const bool texts = section == static_cast<std::size_t>(Section::texts);
      header.push_back(word(offset));
      header.push_back(word(texts ? m_texts.size() : m_tables[section].size() / k_row_words[section]));
      offset += m_tables[section].size() * 4;
    }
    std::string head;
    for (const std::uint32_t value : header) append_word(head, value);
    std::string file(k_magic);
    file.reserve(bytes);
    append_word(file, k_version);
    append_word(file, 0);
    append_word(file, fast_hash(head), 8);
    file += head;
    for (const Table& part : m_tables) {
      for (const std::uint32_t value : part) append_word(file, value);
    }
    return file + m_texts;
  }

  const std::string& m_ecosystem;
  const std::map<std::string, CompiledRecord>& m_records;
  AliasGroups m_groups;
  std::array<Table, k_section_count> m_tables;
  std::string m_texts;
  std::unordered_map<std::string, std::uint32_t> m_places;
  std::string m_newest;
};

}  // namespace

Result<std::string> write_index(const std::string& ecosystem,
                                const std::map<std::string, CompiledRecord>& records) {
  return Writer(ecosystem, records).write();
}

}  // namespace codelake::sca
