// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/history/blob_search.h"
#include "scanners/secrets/history/object_store.h"
#include "scanners/secrets/history/pack_walk.h"

#include <atomic>
#include <cstddef>
#include <vector>

namespace codelake::secrets::history {

// How the blobs of a repository are gone through.
struct PassOptions {
  WalkLimits limits;
  SearchMode mode = SearchMode::windows;
  std::size_t threads = 1;
  const std::vector<ObjectId>* seen = nullptr;       // sorted; these were searched before
  const std::atomic<bool>* interrupted = nullptr;
};

struct PassOutcome {
  std::vector<Candidate> candidates;  // sorted, each once; of the blobs that were searched now
  std::vector<ObjectId> looked_at;    // sorted; the blobs that were searched now, and what else stands loose
  std::uint64_t blobs = 0;            // how many of these are blobs
  SearchNumbers numbers;
  WalkLosses losses;
};

// Searches every blob of the store that is not in `seen`, each once. The result does not depend on threads.
PassOutcome search_blobs(const ObjectStore& store, const Inspection& inspection, const PassOptions& options);

}  // namespace codelake::secrets::history
