// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/source.h"

#include "core/file.h"
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
  Unit(const std::vector<std::unique_ptr<VersionOrdering>>& orderings, SourceCounts& counts)
      : m_orderings(orderings), m_counts(counts) {}

  void add(const std::string& name, std::string_view json) {
    const Result<OsvRecord> record = m_reader.parse(json);
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

  // The builders that stand for an export of their ecosystem.
  std::map<std::string, IndexBuilder> chosen(const std::string& hint, SourceScope scope) && {
    std::set<std::string> keep = m_common.value_or(std::set<std::string>{});
    if (scope == SourceScope::strict || m_builders.count(hint) != 0) keep = {hint};
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
  SourceCounts& m_counts;
  OsvReader m_reader;
  std::map<std::string, IndexBuilder> m_builders;
  std::optional<std::set<std::string>> m_common;  // ecosystems that every record names
};

void AdvisorySource::take(Unit&& unit, const std::string& hint, SourceScope scope) {
  for (auto& [ecosystem, builder] : std::move(unit).chosen(hint, scope)) {
    const auto found = m_builders.find(ecosystem);
    if (found == m_builders.end())
      m_builders.emplace(ecosystem, std::move(builder));
    else
      found->second.merge(std::move(builder));
  }
}

Result<void> AdvisorySource::add_path(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status))
    return fail(ErrorKind::usage, "importing advisories", path, "no such file or folder");
  if (fs::is_directory(status)) {
    TRY(add_folder(path));
  } else if (ends_with(path, ".json")) {
    Unit unit(m_orderings, m_counts);
    unit.add(path, TRY(read_file(path, k_record_bytes_max)));
    take(std::move(unit), {}, SourceScope::guessed);
  } else {
    TRY(add_archive(path, folder_name(path), SourceScope::guessed));
  }
  if (m_counts.records > 0) return {};
  return fail(
      {ErrorKind::usage, "importing advisories", path,
       m_counts.malformed > 0 ? "no OSV record in it; " + m_counts.first_malformed : "no OSV record in it",
       "give a folder or archive in the export layout, <ecosystem>/all.zip"});
}

Result<void> AdvisorySource::add_folder(const std::string& path) {
  const std::vector<std::string> zips = TRY(files_below(path, ".zip", 1));
  for (const std::string& zip : zips) {
    const bool layout =
        fs::path(zip).filename() == "all.zip" && fs::path(zip).parent_path() != fs::path(path);
    TRY(add_archive(zip, folder_name(zip), layout ? SourceScope::strict : SourceScope::guessed));
  }
  return zips.empty() ? add_json_files(path) : Result<void>{};
}

Result<void> AdvisorySource::add_json_files(const std::string& path) {
  Unit unit(m_orderings, m_counts);
  for (const std::string& file : TRY(files_below(path, ".json", k_folder_depth_max))) {
    unit.add(file, TRY(read_file(file, k_record_bytes_max)));
  }
  take(std::move(unit), fs::path(path).filename().string(), SourceScope::guessed);
  return {};
}

Result<void> AdvisorySource::add_archive(const std::string& path, const std::string& hint,
                                         SourceScope scope) {
  ArchiveReader reader = TRY(ArchiveReader::open(path, ArchiveLimits{}));
  Unit unit(m_orderings, m_counts);
  TRY(add_entries(reader, unit));
  take(std::move(unit), hint, scope);
  return {};
}

// Records go to `loose`; a zip inside is an export of its own. Zips inside that one are not looked at.
Result<void> AdvisorySource::add_entries(ArchiveReader& reader, Unit& loose) {
  while (TRY(reader.next())) {
    const std::string name = reader.entry_path();
    if (ends_with(name, ".json")) loose.add(name, TRY(reader.read(k_record_bytes_max)));
    if (!ends_with(name, ".zip")) continue;
    const std::string bytes = TRY(reader.read(k_nested_zip_bytes_max));
    ArchiveReader inner = TRY(ArchiveReader::open_memory(bytes, name, ArchiveLimits{}));
    Unit unit(m_orderings, m_counts);
    while (TRY(inner.next())) {
      if (ends_with(inner.entry_path(), ".json"))
        unit.add(inner.entry_path(), TRY(inner.read(k_record_bytes_max)));
    }
    const bool layout = fs::path(name).filename() == "all.zip" && !folder_name(name).empty();
    take(std::move(unit), folder_name(name), layout ? SourceScope::strict : SourceScope::guessed);
  }
  return {};
}

}  // namespace codelake::sca
