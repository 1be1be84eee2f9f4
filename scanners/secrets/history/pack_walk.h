// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/history/blob_search.h"
#include "scanners/secrets/history/delta_forest.h"
#include "scanners/secrets/history/inflater.h"
#include "scanners/secrets/history/object_store.h"

#include <cstdint>
#include <vector>

namespace codelake::secrets::history {

// How much of a repository is looked at, and with how much memory.
struct WalkLimits {
  std::uint64_t blob_bytes_max = 16U << 20;  // larger blobs are not searched
  std::uint64_t base_bytes_max = 64U << 20;  // larger ones are not even built for what is stored as a change of them
  std::uint64_t live_bytes_max = 40U << 20;  // texts one thread keeps for what is stored as a change of them
};

// What could not be looked at, in blobs.
struct WalkLosses {
  std::uint64_t too_large = 0;
  std::uint64_t damaged = 0;

  void add(const WalkLosses& other);
};

// Searches trees of a pack's forest: every blob is built from its base, once, and its base is let go as soon as nothing
// waits for it. One for each thread and pack.
class PackWalk {
 public:
  // `wanted[node]`: the node or one below it is to be searched. All must outlive the walk.
  PackWalk(const Pack& pack, const DeltaForest& forest, const std::vector<bool>& wanted, const WalkLimits& limits)
      : m_pack(pack), m_forest(forest), m_wanted(wanted), m_limits(limits) {}

  // Searches every wanted blob of the tree below `root`.
  void tree(DeltaForest::Node root, BlobSearch& search);

  WalkLosses losses;

 private:
  using Node = DeltaForest::Node;
  // A blob on the way from the root down to the one at hand.
  struct Live {
    Node node = DeltaForest::k_none;
    Buffer text;
    bool built = false;           // the text is there
    std::uint32_t waiting = 0;    // children that were not built yet
    Sighted sighted;
  };
  struct Task {
    Node node = DeltaForest::k_none;
    std::size_t depth = 0;
  };
  enum class Built { done, too_large, damaged };

  void visit(const Task& task, BlobSearch& search);
  void search_text(std::size_t depth, BlobSearch& search);
  Built build(std::size_t depth);
  Built inflate_root(Live& live);
  Built apply_to_base(std::size_t depth);
  bool rebuild(std::size_t depth);
  void add_children(const Task& task);
  void release(Live& live);
  void shed(std::size_t depth);
  Buffer spare();
  void lose(Node node, Built outcome);

  const Pack& m_pack;
  const DeltaForest& m_forest;
  const std::vector<bool>& m_wanted;
  WalkLimits m_limits;
  Inflater m_inflater;
  Buffer m_delta;
  std::vector<Stretch> m_stretches;
  std::vector<Live> m_path;
  std::vector<Task> m_tasks;
  std::vector<Buffer> m_spare;
  std::uint64_t m_live_bytes = 0;
};

}  // namespace codelake::secrets::history
