// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/index_file.h"

#include "core/deflate.h"
#include "core/hash.h"
#include "scanners/sca/advisories/index_lookup.h"
#include "scanners/sca/advisories/match_reader.h"
#include "scanners/sca/advisories/timestamp.h"

#include <algorithm>

namespace codelake::sca {

using namespace index_format;

namespace {

constexpr std::size_t k_references_max = 16;

Failure unusable(const std::string& name, std::string cause) {
  return fail({ErrorKind::advisories, "opening the advisory index", name, std::move(cause),
               "run 'codelake db update' or 'codelake db import PATH' again"});
}

// Whether the ids put `a` before `b`.
bool before(const std::vector<std::string>& ids, const RecordText& a, const RecordText& b) {
  const auto place = [&](const RecordText& text) { return std::find(ids.begin(), ids.end(), text.id); };
  return place(a) < place(b);
}

template <class T>
void add_new(const std::vector<T>& from, std::vector<T>& to, std::size_t count_max) {
  for (const T& value : from) {
    if (to.size() < count_max && std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
  }
}

void add_to(AdvisoryHit& hit, const RecordText& text) {
  const CompiledRecord& record = text.record;
  if (hit.summary.empty()) hit.summary = record.summary;
  hit.malicious = hit.malicious || record.malicious;
  add_new(record.cwe, hit.cwe, record.cwe.size() + hit.cwe.size());
  add_new(record.links, hit.references, k_references_max);
  add_new(record.symbols, hit.symbols, record.symbols.size() + hit.symbols.size());
}

}  // namespace

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
  const std::string_view header = bytes.substr(k_header_start, k_header_bytes - k_header_start);
  const auto word = [&](std::size_t index) { return load_word(header.data() + 4 * index); };
  const std::uint64_t hash = load_word(bytes.data() + 16) | std::uint64_t{load_word(bytes.data() + 20)}
                                                                << 32U;
  if (hash != fast_hash(header)) return unusable(file.m_name, "its header is damaged");
  if (word(header_word::file_bytes) != bytes.size()) return unusable(file.m_name, "truncated");
  for (std::size_t section = 0; section < k_section_count; ++section) {
    const std::uint64_t offset = word(header_word::sections + 2 * section);
    const std::uint64_t size = word(header_word::sections + 2 * section + 1);
    if (offset > bytes.size() || size > bytes.size() - offset)
      return unusable(file.m_name, "its header is damaged");
    file.m_parts[section] = bytes.substr(offset, size);
  }
  const std::string_view ecosystem = header.substr(4 * k_header_words);
  file.m_coverage = {std::string(ecosystem.substr(0, word(header_word::ecosystem_bytes))),
                     word(header_word::advisories), file.package_count(),
                     time_text(word(header_word::newest_modified))};
  return file;
}

std::string_view IndexFile::package_matches(std::uint32_t row) const {
  const std::string_view matches = part(Section::matches);
  const std::size_t start = word(Section::packages, 2 * std::size_t{row} + 1);
  const std::size_t end = word(Section::packages, 2 * std::size_t{row} + 3);
  return start <= end && end <= matches.size() ? matches.substr(start, end - start) : std::string_view{};
}

std::optional<std::string> IndexFile::block(std::uint64_t index) const {
  const std::string_view data = part(Section::data);
  if ((index + 2) * k_row_bytes > part(Section::blocks).size()) return std::nullopt;
  const std::size_t start = word(Section::blocks, 2 * index);
  const std::size_t end = word(Section::blocks, 2 * index + 2);
  const std::size_t size = word(Section::blocks, 2 * index + 1);
  if (start > end || end > data.size() || size > k_block_bytes_max) return std::nullopt;
  return inflated(data.substr(start, end - start), size);
}

Failure IndexFile::damaged(std::string doing) const {
  return fail({ErrorKind::advisories, std::move(doing), m_name, "the file is damaged",
               "run 'codelake db update' or 'codelake db import PATH' again"});
}

Result<std::vector<AdvisoryMatch>> IndexFile::match(std::string_view name,
                                                    std::optional<std::string_view> suffix,
                                                    std::string_view version,
                                                    const VersionOrdering* ordering) const {
  if (version.empty()) return std::vector<AdvisoryMatch>{};
  IndexLookup lookup(*this, version, ordering);
  std::vector<AdvisoryMatch> matches = lookup.find(name, suffix);
  if (lookup.intact()) return matches;
  return damaged("looking up advisories");
}

Result<AdvisoryHit> IndexFile::describe(const AdvisoryMatch& match, Block& current) const {
  AdvisoryHit hit;
  std::vector<RecordText> texts;
  for (const std::uint64_t place : match.places) {
    const std::uint64_t index = place / k_place_block;
    if (!current.bytes || index != current.index) current = {index, block(index)};
    std::size_t offset = place % k_place_block;
    auto text = current.bytes ? read_record(*current.bytes, offset) : std::nullopt;
    if (!text || text->group.empty()) return damaged("describing an advisory");
    texts.push_back(std::move(*text));
  }
  if (texts.empty()) return damaged("describing an advisory");
  hit.ids = texts.front().group;
  // The record whose id is preferred tells the summary.
  std::stable_sort(texts.begin(), texts.end(),
                   [&](const RecordText& a, const RecordText& b) { return before(hit.ids, a, b); });
  hit.informational = texts.front().record.informational;
  for (const RecordText& text : texts) {
    add_to(hit, text);
    if (text.record.informational == Informational::none) hit.informational = Informational::none;
  }
  std::sort(hit.cwe.begin(), hit.cwe.end());
  hit.severity = match.severity;
  hit.score = match.score;
  hit.fixed_versions = match.fixed_versions;
  return hit;
}

Result<void> IndexFile::visit(const Visitor& visitor) const {
  const std::size_t blocks = part(Section::blocks).size() / k_row_bytes;
  for (std::uint64_t index = 0; index + 1 < blocks; ++index) {
    const auto bytes = block(index);
    if (!bytes) return damaged("reading the advisory index");
    for (std::size_t offset = 0; offset < bytes->size();) {
      const std::uint64_t place = index * k_place_block + offset;
      auto text = read_record(*bytes, offset);
      if (!text) return damaged("reading the advisory index");
      visitor.place(place, text->id);
      visitor.record(std::move(*text));
    }
  }
  for (std::uint32_t row = 0; row < package_count(); ++row) {
    const std::string_view whole = package_name(row);
    const auto zero = whole.find('\0');
    const PackageKey key{std::string(whole.substr(0, zero)),
                         zero == std::string_view::npos ? "" : std::string(whole.substr(zero + 1))};
    PackedReader reader(package_matches(row));
    for (auto count = reader.count(); count > 0 && reader.intact(); --count) {
      const EntryView front = read_entry(reader);
      CompiledEntry entry;
      entry.severity = static_cast<Severity>(std::min<std::uint64_t>(front.severity, 4));
      entry.score = static_cast<std::uint32_t>(front.score);
      for (auto intervals = reader.count(); intervals > 0 && reader.intact(); --intervals) {
        const IntervalView view = read_interval(reader);
        entry.intervals.push_back(
            {view.has_low, std::string(view.low), std::string(view.high), std::string(view.fixed), view.end});
      }
      for (auto listed = reader.count(); listed > 0 && reader.intact(); --listed)
        entry.exact.emplace_back(reader.text());
      if (reader.intact()) visitor.entry(front.place, key, std::move(entry));
    }
    if (!reader.intact()) return damaged("reading the advisory index");
  }
  return {};
}

}  // namespace codelake::sca
