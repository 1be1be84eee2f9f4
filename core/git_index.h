// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::git {

using ObjectId = std::array<unsigned char, 20>;

// The index file of a repository (git's "index-format"), versions 2 to 4.
struct IndexFile {
  struct Entry {
    std::string path;
    ObjectId id = {};
    std::uint32_t mode = 0;   // as in a tree: 0100644, 0100755, 0120000 (link), 0160000 (submodule)
    FileState state = {};
    bool conflicted = false;  // one side of a merge that is not finished
  };
  // A folder for which git remembers what tree its entries make.
  struct Folder {
    std::string name;              // one part of a path; empty for the root
    std::optional<ObjectId> tree;  // std::nullopt: something below has changed since
    std::vector<Folder> folders;
  };
  std::vector<Entry> entries;  // sorted by path; each once, but for conflicted ones
  std::optional<Folder> root;
};

// Reads it; std::nullopt when it is damaged or needs what is not known here (a split or sparse index). Its checksum is
// not looked at, as git itself does when it only reads.
std::optional<IndexFile> parse_index(std::string_view bytes);

}  // namespace codelake::git
