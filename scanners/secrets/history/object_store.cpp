// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/object_store.h"

#include "core/file.h"

#include <dirent.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace codelake::secrets::history {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_directories_max = 64;  // of alternates, of alternates' alternates …
constexpr std::uint64_t k_alternates_bytes_max = 1U << 20;

// The names in a folder, sorted; none when it cannot be read.
std::vector<std::string> names_in(const std::string& path) {
  std::vector<std::string> names;
  DIR* const directory = ::opendir(path.c_str());
  if (directory == nullptr) return names;
  while (const dirent* entry = ::readdir(directory)) names.emplace_back(entry->d_name);
  ::closedir(directory);
  std::sort(names.begin(), names.end());
  return names;
}

void note(std::vector<Notice>& notices, const std::string& path, std::string message) {
  notices.push_back({NoticeKind::repository, "secrets", path, std::move(message)});
}

// The object directories whose objects count as this one's own, itself first.
std::vector<std::string> directories_of(const std::string& first, std::vector<Notice>& notices) {
  std::vector<std::string> directories = {first};
  std::set<std::string> known = {first};
  for (std::size_t i = 0; i < directories.size(); ++i) {
    const auto text = read_file(directories[i] + "/info/alternates", k_alternates_bytes_max);
    if (!text) continue;
    for (std::size_t at = 0; at < text->size();) {
      const std::size_t end = std::min(text->find('\n', at), text->size());
      const std::string line = text->substr(at, end - at);
      at = end + 1;
      if (line.empty() || line[0] == '#') continue;
      std::error_code error;
      const fs::path path = fs::canonical(line[0] == '/' ? fs::path(line) : fs::path(directories[i]) / line, error);
      if (error) {
        note(notices, "objects/info/alternates", "the repository borrows objects from a folder that cannot be read");
      } else if (directories.size() < k_directories_max && known.insert(path.string()).second) {
        directories.push_back(path.string());
      }
    }
  }
  return directories;
}

using Listing = std::map<std::string, std::vector<std::pair<ObjectId, std::uint64_t>>>;

Listing multi_pack_listing(const std::string& folder, std::vector<Notice>& notices) {
  Listing listing;
  std::error_code error;
  const std::string path = folder + "/multi-pack-index";
  if (!fs::exists(path, error)) return listing;
  const auto file = MappedFile::open(path);
  if (!file) return listing;
  auto packs = parse_multi_pack_index(file->bytes(), "objects/pack/multi-pack-index");
  if (!packs) {
    note(notices, "objects/pack/multi-pack-index", packs.error().cause);
    return listing;
  }
  for (ListedPack& pack : *packs) listing[pack.name] = std::move(pack.objects);
  return listing;
}

// Opens one pack by its own index, or by `listed` when that is missing.
Result<std::unique_ptr<Pack>> open_pack(const std::string& stem, Listing::mapped_type* listed) {
  auto pack = std::make_unique<Pack>();
  pack->name = "objects/pack/" + fs::path(stem).filename().string() + ".pack";
  pack->file = TRY(MappedFile::open(stem + ".pack"));
  pack->entries = TRY(PackFile::parse(pack->file->bytes(), pack->name, &*pack->file));
  auto own = MappedFile::open(stem + ".idx");
  if (own) {
    pack->index_file = std::move(*own);
    pack->index = TRY(PackIndex::parse(pack->index_file->bytes(), pack->name));
  } else if (listed != nullptr) {
    pack->made_index = make_pack_index(std::move(*listed));
    pack->index = TRY(PackIndex::parse(pack->made_index, pack->name));
  } else {
    return fail(ErrorKind::environment, "opening a pack", pack->name, "it has no index");
  }
  if (pack->index_file && pack->index.size() != pack->entries.object_count()) {
    return fail(ErrorKind::environment, "opening a pack", pack->name,
                "the pack and its index do not hold the same number of objects");
  }
  return pack;
}

}  // namespace

ObjectStore ObjectStore::open(const std::string& objects_directory, std::vector<Notice>& notices) {
  ObjectStore store;
  for (const std::string& directory : directories_of(objects_directory, notices)) store.add_directory(directory, notices);
  std::sort(store.m_loose.begin(), store.m_loose.end(),
            [](const LooseObject& a, const LooseObject& b) { return a.id < b.id; });
  const auto same = [](const LooseObject& a, const LooseObject& b) { return a.id == b.id; };
  store.m_loose.erase(std::unique(store.m_loose.begin(), store.m_loose.end(), same), store.m_loose.end());
  return store;
}

void ObjectStore::add_directory(const std::string& directory, std::vector<Notice>& notices) {
  add_loose(directory);
  add_packs(directory, notices);
}

void ObjectStore::add_packs(const std::string& directory, std::vector<Notice>& notices) {
  const std::string folder = directory + "/pack";
  Listing listing = multi_pack_listing(folder, notices);
  for (const std::string& name : names_in(folder)) {
    if (!name.starts_with("pack-") || !name.ends_with(".pack")) continue;
    const std::string stem = name.substr(0, name.size() - 5);
    const auto listed = listing.find(stem + ".idx");
    auto pack = open_pack(folder + "/" + stem, listed == listing.end() ? nullptr : &listed->second);
    if (pack) {
      m_packs.push_back(std::move(*pack));
    } else {
      note(notices, "objects/pack/" + name, "this pack was not looked at: " + pack.error().cause);
    }
  }
}

void ObjectStore::add_loose(const std::string& directory) {
  for (const std::string& folder : names_in(directory)) {
    if (folder.size() != 2) continue;
    for (const std::string& name : names_in(directory + "/" + folder)) {
      if (const auto id = ObjectId::from_hex(folder + name)) m_loose.push_back({*id, directory + "/" + folder + "/" + name});
    }
  }
}

std::optional<ObjectStore::Place> ObjectStore::find(const ObjectId& id) const {
  for (const auto& pack : m_packs) {
    if (const auto index = pack->index.find(id)) return Place{pack.get(), *index, nullptr};
  }
  const auto loose = std::lower_bound(m_loose.begin(), m_loose.end(), id,
                                      [](const LooseObject& a, const ObjectId& wanted) { return a.id < wanted; });
  if (loose == m_loose.end() || loose->id != id) return std::nullopt;
  return Place{nullptr, 0, &*loose};
}

}  // namespace codelake::secrets::history
