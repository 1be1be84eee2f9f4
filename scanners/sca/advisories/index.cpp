// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/index.h"

#include "scanners/sca/advisories/index_file.h"
#include "scanners/sca/advisories/mapped_file.h"
#include "scanners/sca/advisories/package_name.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

namespace codelake::sca {

namespace {

struct Ecosystem {
  MappedFile bytes;
  IndexFile file;
  const VersionOrdering* ordering = nullptr;
  bool assessed = false;  // the ordering is its own, so that every range could be kept
};

// The index files of a folder, sorted; empty when there is no such folder.
std::vector<std::filesystem::path> index_files(const std::string& directory) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (std::filesystem::directory_iterator item(directory, error), end; !error && item != end;
       item.increment(error)) {
    if (item->path().extension() == ".idx") paths.push_back(item->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

struct AdvisoryIndex::State {
  std::vector<std::unique_ptr<VersionOrdering>> orderings = all_orderings();
  std::map<std::string, Ecosystem, std::less<>> ecosystems;
};

AdvisoryIndex::AdvisoryIndex(std::unique_ptr<State> state) : m_state(std::move(state)) {}
AdvisoryIndex::AdvisoryIndex(AdvisoryIndex&&) noexcept = default;
AdvisoryIndex& AdvisoryIndex::operator=(AdvisoryIndex&&) noexcept = default;
AdvisoryIndex::~AdvisoryIndex() = default;

Result<AdvisoryIndex> AdvisoryIndex::open(const std::string& directory) {
  auto state = std::make_unique<State>();
  for (const auto& path : index_files(directory)) {
    MappedFile bytes = TRY(MappedFile::open(path.string()));
    IndexFile file = TRY(IndexFile::open(bytes.bytes(), path.string()));
    std::string name = file.coverage().ecosystem;
    if (name != path.stem().string()) {
      return fail({ErrorKind::advisories, "opening the advisory index", path.string(),
                   "it holds the ecosystem '" + name + "'", "name it '" + name + ".idx' or remove it"});
    }
    const VersionOrdering* ordering = ordering_for(state->orderings, name);
    const bool assessed = ordering != nullptr;
    // As at import: without an ordering of its own, what was kept are SEMVER ranges.
    if (ordering == nullptr) ordering = ordering_for(state->orderings, "npm");
    state->ecosystems.emplace(std::move(name),
                              Ecosystem{std::move(bytes), std::move(file), ordering, assessed});
  }
  if (state->ecosystems.empty()) {
    return fail({ErrorKind::advisories, "opening the advisory database", directory, "there is none",
                 "run 'codelake db update', or 'codelake db import PATH' without a network"});
  }
  return AdvisoryIndex(std::move(state));
}

bool AdvisoryIndex::covers(std::string_view ecosystem) const {
  const auto found = m_state->ecosystems.find(split_ecosystem(ecosystem).base);
  return found != m_state->ecosystems.end() && found->second.assessed;
}

Result<std::vector<AdvisoryMatch>> AdvisoryIndex::match(std::string_view ecosystem, std::string_view name,
                                                        std::string_view version) const {
  const EcosystemName parts = split_ecosystem(ecosystem);
  const auto found = m_state->ecosystems.find(parts.base);
  if (found == m_state->ecosystems.end()) return std::vector<AdvisoryMatch>{};
  const auto suffix = parts.suffix.empty() ? std::nullopt : std::optional(parts.suffix);
  return found->second.file.match(normalised_name(parts.base, name), suffix, version, found->second.ordering);
}

Result<std::vector<AdvisoryHit>> AdvisoryIndex::find(std::string_view ecosystem, std::string_view name,
                                                     std::string_view version) const {
  std::vector<AdvisoryHit> hits;
  const auto matches = TRY(match(ecosystem, name, version));
  if (matches.empty()) return hits;
  const IndexFile& file = m_state->ecosystems.find(split_ecosystem(ecosystem).base)->second.file;
  IndexFile::Block block;
  for (const AdvisoryMatch& one : matches) hits.push_back(TRY(file.describe(one, block)));
  std::sort(hits.begin(), hits.end(),
            [](const AdvisoryHit& a, const AdvisoryHit& b) { return a.ids < b.ids; });
  return hits;
}

std::vector<AdvisoryCoverage> AdvisoryIndex::coverage() const {
  std::vector<AdvisoryCoverage> all;
  for (const auto& [name, ecosystem] : m_state->ecosystems) all.push_back(ecosystem.file.coverage());
  return all;
}

}  // namespace codelake::sca
