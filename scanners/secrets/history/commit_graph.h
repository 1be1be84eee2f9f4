// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/history/object_reader.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets::history {

// Who made a commit and when.
struct Authorship {
  std::string author;  // "Name <address>"
  std::string date;    // RFC 3339 UTC
};

// The author line of a commit object; empty parts when it is malformed.
Authorship authorship_of(std::string_view commit);

// Seconds since 1970 as RFC 3339 UTC.
std::string rfc3339(std::int64_t seconds);

// A commit without its words.
struct Commit {
  ObjectId id;
  ObjectId tree;
  std::int64_t time = 0;                // of the committer, seconds since 1970
  std::vector<std::uint32_t> parents;   // positions in the graph; those that are not there are left out
};

// Every commit some tips reach, parents before children; of those whose parents are placed, the older and then the
// smaller id first.
struct CommitGraph {
  std::vector<Commit> commits;
  std::uint64_t missing = 0;  // commits that are named but not there, or damaged

  // Tips that are no commits are left out; annotated tags are followed.
  static CommitGraph load(ObjectReader& reader, const std::vector<ObjectId>& tips);
};

}  // namespace codelake::secrets::history
