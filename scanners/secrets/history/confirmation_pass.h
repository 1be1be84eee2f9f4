// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/history/blob_search.h"
#include "scanners/secrets/history/history.h"
#include "scanners/secrets/history/object_store.h"
#include "scanners/secrets/history/provenance.h"
#include "scanners/secrets/rule_table.h"

#include <cstdint>
#include <vector>

namespace codelake::secrets::history {

struct Confirmed {
  std::vector<FoundSecret> secrets;  // each value once, with one place for each path
  std::uint64_t unreachable = 0;     // candidates that stand only in blobs no ref reaches
};

// Candidates, and the history they were found in.
struct Unconfirmed {
  const ObjectStore& store;
  const CommitGraph& graph;
  const Provenance& provenance;
  const std::vector<Candidate>& candidates;
};

// Looks at candidates as at files: the whole blob, under its path. Of the blobs that hold a value under one path the oldest
// is looked at, and those of HEAD.
Confirmed confirm(const Unconfirmed& found, const Options& options, const RuleTable& rules, ScanContext& context);

}  // namespace codelake::secrets::history
