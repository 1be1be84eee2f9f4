// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice.h"
#include "scanners/secrets/history/mapped_file.h"
#include "scanners/secrets/history/multi_pack_index.h"
#include "scanners/secrets/history/pack_file.h"
#include "scanners/secrets/history/pack_index.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace codelake::secrets::history {

// A pack with its table of contents; neither copied nor moved, because the readers point into the files.
struct Pack {
  std::string name;  // "objects/pack/pack-….pack", for notices
  std::string made_index;  // when the multi-pack-index stands in for the pack's own
  std::optional<MappedFile> index_file;
  std::optional<MappedFile> file;
  PackIndex index;
  PackFile entries;
};

// An object in a file of its own.
struct LooseObject {
  ObjectId id;
  std::string path;
};

// The objects of a repository and of those it borrows from (objects/info/alternates): packs and loose objects, as they
// stood when it was opened. Const use is safe from several threads.
class ObjectStore {
 public:
  // Reads the lists and the packs' indexes. What is damaged is left out and noted.
  static ObjectStore open(const std::string& objects_directory, std::vector<Notice>& notices);

  const std::vector<std::unique_ptr<Pack>>& packs() const { return m_packs; }
  const std::vector<LooseObject>& loose() const { return m_loose; }  // sorted by id

  // Where an object stands: in the first pack that has it, else loose.
  struct Place {
    const Pack* pack = nullptr;
    std::size_t index = 0;  // in the pack's index
    const LooseObject* loose = nullptr;
  };
  std::optional<Place> find(const ObjectId& id) const;

 private:
  void add_directory(const std::string& directory, std::vector<Notice>& notices);
  void add_packs(const std::string& directory, std::vector<Notice>& notices);
  void add_loose(const std::string& directory);

  std::vector<std::unique_ptr<Pack>> m_packs;
  std::vector<LooseObject> m_loose;
};

}  // namespace codelake::secrets::history
