// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/index_builder.h"

#include "scanners/sca/advisories/index_writer.h"
#include "scanners/sca/advisories/timestamp.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace codelake::sca {

IndexBuilder::IndexBuilder(std::string ecosystem,
                           const std::vector<std::unique_ptr<VersionOrdering>>& orderings)
    : m_ecosystem(std::move(ecosystem)), m_compiler(m_ecosystem, orderings) {}

void IndexBuilder::add(const OsvRecord& record) {
  keep_newer(std::string(record.id), m_compiler.compile(record));
}

void IndexBuilder::replace(const OsvRecord& record) {
  m_records[std::string(record.id)] = m_compiler.compile(record);
}

Result<void> IndexBuilder::add_installed(const IndexFile& file) {
  std::map<std::uint64_t, std::string> ids;
  std::map<std::string, CompiledRecord> records;
  IndexFile::Visitor visitor;
  visitor.place = [&](std::uint64_t place, const std::string& id) { ids.emplace(place, id); };
  visitor.record = [&](RecordText text) { records[text.id] = std::move(text.record); };
  visitor.entry = [&](std::uint64_t place, PackageKey key, CompiledEntry entry) {
    const auto id = ids.find(place);
    if (id != ids.end()) records[id->second].entries.emplace(std::move(key), std::move(entry));
  };
  TRY(file.visit(visitor));
  for (auto& [id, record] : records) keep_newer(id, std::move(record));
  return {};
}

void IndexBuilder::merge(IndexBuilder&& other) {
  for (auto& [id, record] : other.m_records) keep_newer(id, std::move(record));
}

// Withdrawn records are kept until the end: they outlive an older record of their id that is not withdrawn.
void IndexBuilder::keep_newer(const std::string& id, CompiledRecord&& record) {
  const auto [place, added] = m_records.try_emplace(id);
  CompiledRecord& kept = place->second;
  const bool newer =
      std::tie(record.modified, record.content_hash) > std::tie(kept.modified, kept.content_hash);
  if (added || newer) kept = std::move(record);
}

BuildCounts IndexBuilder::counts() const {
  BuildCounts counts;
  std::set<PackageKey> packages;
  std::uint32_t newest = 0;
  for (const auto& [id, record] : m_records) {
    counts.withdrawn += record.withdrawn ? 1 : 0;
    counts.without_versions += !record.withdrawn && record.entries.empty() ? 1 : 0;
    counts.advisories += record.entries.empty() ? 0 : 1;
    counts.compiled += record.counts;
    if (!record.entries.empty()) newest = std::max(newest, record.modified);
    for (const auto& [key, entry] : record.entries) packages.insert(key);
  }
  counts.packages = packages.size();
  counts.newest_modified = time_text(newest);
  return counts;
}

std::map<std::string, std::uint64_t> IndexBuilder::sources() const {
  std::map<std::string, std::uint64_t> sources;
  for (const auto& [id, record] : m_records) {
    if (!record.entries.empty()) ++sources[id.substr(0, id.find('-'))];
  }
  return sources;
}

Result<std::string> IndexBuilder::finish() {
  return write_index(m_ecosystem, m_records);
}

}  // namespace codelake::sca
