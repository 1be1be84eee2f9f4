// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git_index.h"
#include "core/result.h"

#include <vector>

struct git_repository;
struct git_tree;

namespace codelake::git {

// How an index differs from a tree.
struct Staged {
  std::vector<const IndexFile::Entry*> entries;  // that are new or other than in the tree, in the order of the index
  bool differs = false;                          // there are such, or some are gone; submodules aside
};

// Compares an index with a tree of the repository (null: an empty one). Folders whose tree the index remembers are not
// looked into. `file` must outlive what is given. Fails when a tree cannot be read.
Result<Staged> compare_with_tree(git_repository& repository, const git_tree* tree, const IndexFile& file);

}  // namespace codelake::git
