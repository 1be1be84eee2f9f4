// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/history/commit_graph.h"
#include "scanners/secrets/history/object_reader.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace codelake::secrets::history {

using BlobSet = std::unordered_set<ObjectId, ObjectIdHash>;

// Where a blob first stood.
struct Introduction {
  std::uint32_t commit = 0;  // position in the graph
  std::string path;
};

struct Provenance {
  std::unordered_map<ObjectId, Introduction, ObjectIdHash> first;               // of every blob a commit reaches
  std::unordered_map<ObjectId, std::vector<std::string>, ObjectIdHash> in_head;  // paths in the tree of HEAD
  std::uint64_t missing_trees = 0;
};

// Finds for each of `blobs` the commit and path that brought it in, and its paths in the tree of `head` (null: none). Every
// tree is read at most twice.
Provenance trace(ObjectReader& reader, const CommitGraph& graph, const BlobSet& blobs, const Commit* head);

}  // namespace codelake::secrets::history
