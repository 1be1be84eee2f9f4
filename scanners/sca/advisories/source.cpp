// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/source.h"

#include "core/file.h"
#include "core/thread_pool.h"
#include "scanners/sca/advisories/package_name.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

namespace codelake::sca {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t k_record_bytes_max = 16U << 20U;
constexpr std::uint64_t k_nested_zip_bytes_max = 1U << 30U;
constexpr int k_folder_depth_max = 16;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string folder_name(const std::string& path) {
  return fs::path(path).parent_path().filename().string();
}

// Regular files below `folder` whose name ends so, sorted; links are not followed.
Result<std::vector<std::string>> files_below(const std::string& folder, std::string_view end, int depth_max) {
  std::vector<std::string> paths;
  std::error_code error;
  fs::recursive_directory_iterator item(folder, error);
  while (!error && item != fs::recursive_directory_iterator()) {
    std::error_code ignored;
    if (item.depth() >= depth_max) item.disable_recursion_pending();
    const bool regular = fs::is_regular_file(item->symlink_status(ignored));
    if (regular && ends_with(item->path().filename().string(), end)) paths.push_back(item->path().string());
    item.increment(error);
  }
  if (error) return fail(ErrorKind::environment, "reading a folder", folder, error.message());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

// The records of one export.
class AdvisorySource::Unit {
 public:
  Unit(const std::vector<std::unique_ptr<VersionOrdering>>& orderings, std::string hint, SourceScope scope)
      : m_orderings(orderings), m_hint(std::move(hint)), m_scope(scope) {}

  void add(OsvReader& reader, const std::string& name, std::string_view json) {
    const Result<OsvRecord> record = reader.parse(json);
    if (!record) {
      if (m_counts.malformed++ == 0) m_counts.first_malformed = name + ": " + record.error().cause;
      return;
    }
    ++m_counts.records;
    std::set<std::string> ecosystems;
    for (const OsvAffected& affected : record->affected) {
      const std::string_view base = split_ecosystem(affected.ecosystem).base;
      if (valid_ecosystem(base)) ecosystems.emplace(base);
    }
    m_counts.without_package += ecosystems.empty() ? 1 : 0;
    if (ecosystems.empty()) return;
    for (const std::string& ecosystem : ecosystems) builder(ecosystem).add(*record);
    keep_common(ecosystems);
  }

  const SourceCounts& counts() const { return m_counts; }

  // The builders that stand for an export of their ecosystem.
  std::map<std::string, IndexBuilder> chosen() && {
    std::set<std::string> keep = m_common.value_or(std::set<std::string>{});
    if (m_scope == SourceScope::strict || m_builders.count(m_hint) != 0) keep = {m_hint};
    if (!keep.empty())
      std::erase_if(m_builders, [&](const auto& item) { return keep.count(item.first) == 0; });
    return std::move(m_builders);
  }

 private:
  IndexBuilder& builder(const std::string& ecosystem) {
    return m_builders.try_emplace(ecosystem, ecosystem, m_orderings).first->second;
  }

  void keep_common(const std::set<std::string>& ecosystems) {
    if (!m_common) m_common = ecosystems;
    std::erase_if(*m_common, [&](const std::string& name) { return ecosystems.count(name) == 0; });
  }

  const std::vector<std::unique_ptr<VersionOrdering>>& m_orderings;
  std::string m_hint;
  SourceScope m_scope;
  SourceCounts m_counts;
  std::map<std::string, IndexBuilder> m_builders;
  std::optional<std::set<std::string>> m_common;  // ecosystems that every record names
};

void AdvisorySource::take(std::vector<Unit> units) {
  for (Unit& unit : units) {
    const SourceCounts& counts = unit.counts();
    if (m_counts.malformed == 0) m_counts.first_malformed = counts.first_malformed;
    m_counts.records += counts.records;
    m_counts.without_package += counts.without_package;
    m_counts.malformed += counts.malformed;
    for (auto& [ecosystem, builder] : std::move(unit).chosen()) {
      const auto found = m_builders.find(ecosystem);
      if (found == m_builders.end())
        m_builders.emplace(ecosystem, std::move(builder));
      else
        found->second.merge(std::move(builder));
    }
  }
}

Result<void> AdvisorySource::add_path(const std::string& path, std::size_t threads) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status))
    return fail(ErrorKind::usage, "importing advisories", path, "no such file or folder");
  if (fs::is_directory(status)) {
    TRY(add_folder(path, threads));
  } else if (ends_with(path, ".json")) {
    TRY(add_json_files({path}, {}));
  } else {
    TRY(add_archive(path, folder_name(path), SourceScope::guessed));
  }
  if (m_counts.records > 0) return {};
  return fail(
      {ErrorKind::usage, "importing advisories", path,
       m_counts.malformed > 0 ? "no OSV record in it; " + m_counts.first_malformed : "no OSV record in it",
       "give a folder or archive in the export layout, <ecosystem>/all.zip"});
}

// Archives are read by several threads, the largest first, and taken in the order of their names.
Result<void> AdvisorySource::add_folder(const std::string& path, std::size_t threads) {
  const std::vector<std::string> zips = TRY(files_below(path, ".zip", 1));
  if (zips.empty()) {
    return add_json_files(TRY(files_below(path, ".json", k_folder_depth_max)), fs::path(path).filename().string());
  }
  std::vector<std::pair<std::uintmax_t, std::size_t>> by_size;
  for (std::size_t i = 0; i < zips.size(); ++i) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(zips[i], error);
    by_size.emplace_back(error ? 0 : size, i);
  }
  std::sort(by_size.rbegin(), by_size.rend());
  std::vector<Result<std::vector<Unit>>> read(zips.size());
  run_in_parallel(zips.size(), threads, [&](std::size_t i) {
    const std::size_t index = by_size[i].second;
    const fs::path zip = zips[index];
    const bool layout = zip.filename() == "all.zip" && zip.parent_path() != fs::path(path);
    read[index] = units_of(zips[index], folder_name(zips[index]), layout ? SourceScope::strict : SourceScope::guessed);
  });
  for (auto& units : read) take(TRY(std::move(units)));
  return {};
}

Result<void> AdvisorySource::add_json_files(const std::vector<std::string>& files, const std::string& hint) {
  std::vector<Unit> units;
  Unit& unit = units.emplace_back(m_orderings, hint, SourceScope::guessed);
  OsvReader records;
  for (const std::string& file : files) unit.add(records, file, TRY(read_file(file, k_record_bytes_max)));
  take(std::move(units));
  return {};
}

Result<void> AdvisorySource::add_archive(const std::string& path, const std::string& hint, SourceScope scope) {
  take(TRY(units_of(path, hint, scope)));
  return {};
}

// Records of the archive itself are one unit; a zip inside is an export of its own. Zips inside that one are not looked
// at.
Result<std::vector<AdvisorySource::Unit>> AdvisorySource::units_of(const std::string& path, const std::string& hint,
                                                                   SourceScope scope) const {
  ArchiveReader reader = TRY(ArchiveReader::open(path, ArchiveLimits{}));
  OsvReader records;
  std::vector<Unit> units;
  Unit loose(m_orderings, hint, scope);
  while (TRY(reader.next())) {
    const std::string name = reader.entry_path();
    if (ends_with(name, ".json")) loose.add(records, name, TRY(reader.read(k_record_bytes_max)));
    if (!ends_with(name, ".zip")) continue;
    const std::string bytes = TRY(reader.read(k_nested_zip_bytes_max));
    ArchiveReader inner = TRY(ArchiveReader::open_memory(bytes, name, ArchiveLimits{}));
    const bool layout = fs::path(name).filename() == "all.zip" && !folder_name(name).empty();
    Unit& unit = units.emplace_back(m_orderings, folder_name(name), layout ? SourceScope::strict : SourceScope::guessed);
    while (TRY(inner.next())) {
      if (ends_with(inner.entry_path(), ".json"))
        unit.add(records, inner.entry_path(), TRY(inner.read(k_record_bytes_max)));
    }
  }
  units.push_back(std::move(loose));
  return units;
}

}  // namespace codelake::sca
