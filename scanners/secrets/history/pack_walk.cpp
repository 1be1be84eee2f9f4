// SPDX-License-Identifier: Apache-2.0
// The tree is walked depth first, so that the bases that are needed are those on the way down from the root. Of several
// children the one with the most below it comes last: when it is built its base is let go before the walk goes on below
// it. So a chain, however long, needs two texts, and a tree of n blobs no more than log2(n) + 1:
//
//   A ── B ── C      A is built, then D (A still waits for B), then B: A is let go; then C: B is let go.
//   └─ D
//
// Should the texts still take too much memory, those nearest to the root are let go and built again when their turn comes.
#include "scanners/secrets/history/pack_walk.h"

#include "core/check.h"

#include <algorithm>
#include <utility>

namespace codelake::secrets::history {

namespace {

constexpr std::size_t k_spare_max = 4;
constexpr std::size_t k_spare_bytes_max = 4U << 20;  // a larger one is given back at once

}  // namespace

void WalkLosses::add(const WalkLosses& other) {
  too_large += other.too_large;
  damaged += other.damaged;
}

void PackWalk::tree(Node root, BlobSearch& search) {
  m_tasks.push_back({root, 0});
  while (!m_tasks.empty()) {
    const Task task = m_tasks.back();
    m_tasks.pop_back();
    visit(task, search);
  }
  for (Live& live : m_path) release(live);
  m_path.clear();
}

void PackWalk::visit(const Task& task, BlobSearch& search) {
  while (m_path.size() > task.depth) {
    release(m_path.back());
    m_path.pop_back();
  }
  m_path.emplace_back();
  m_path.back().node = task.node;
  const Built outcome = build(task.depth);
  if (outcome == Built::done) search_text(task.depth, search);
  if (task.depth > 0) {
    Live& base = m_path[task.depth - 1];
    if (--base.waiting == 0) release(base);
  }
  if (outcome != Built::done) return lose(task.node, outcome);
  add_children(task);
  shed(task.depth);
}

void PackWalk::search_text(std::size_t depth, BlobSearch& search) {
  Live& live = m_path[depth];
  if (live.text.view().size() > m_limits.blob_bytes_max) {
    losses.too_large += 1;
    return;
  }
  const ObjectId id = m_pack.index.id(m_forest.index(live.node));
  live.sighted = depth == 0 ? search.search(id, live.text.view())
                            : search.search(id, live.text.view(), m_stretches, m_path[depth - 1].sighted);
}

PackWalk::Built PackWalk::build(std::size_t depth) {
  if (depth == 0) return inflate_root(m_path[0]);
  if (!rebuild(depth - 1)) return Built::damaged;
  return apply_to_base(depth);
}

PackWalk::Built PackWalk::inflate_root(Live& live) {
  const auto entry = m_pack.entries.entry(m_forest.offset(live.node));
  if (!entry) return Built::damaged;
  const bool alone = m_forest.first_child(live.node) == DeltaForest::k_none;
  if (entry->size > (alone ? m_limits.blob_bytes_max : m_limits.base_bytes_max)) return Built::too_large;
  live.text = spare();
  const auto data = m_pack.entries.data(*entry, m_forest.end(live.node));
  if (!m_inflater.inflate(data, entry->size, live.text)) return Built::damaged;
  live.built = true;
  m_live_bytes += live.text.capacity();
  return Built::done;
}

// Requires that the base's text is there.
PackWalk::Built PackWalk::apply_to_base(std::size_t depth) {
  Live& live = m_path[depth];
  const auto entry = m_pack.entries.entry(m_forest.offset(live.node));
  if (!entry) return Built::damaged;
  if (entry->size > m_limits.base_bytes_max) return Built::too_large;
  const auto data = m_pack.entries.data(*entry, m_forest.end(live.node));
  if (!m_inflater.inflate(data, entry->size, m_delta)) return Built::damaged;
  const auto sizes = delta_sizes(m_delta.view());
  if (!sizes) return Built::damaged;
  if (sizes->result > m_limits.base_bytes_max) return Built::too_large;
  live.text = spare();
  if (!apply_delta(m_delta.view(), m_path[depth - 1].text.view(), live.text, m_stretches)) return Built::damaged;
  live.built = true;
  m_live_bytes += live.text.capacity();
  return Built::done;
}

// Makes the text at `depth` again from the nearest one above that is there.
bool PackWalk::rebuild(std::size_t depth) {
  std::size_t from = depth;
  while (from > 0 && !m_path[from].built) --from;
  if (!m_path[from].built && inflate_root(m_path[from]) != Built::done) return false;
  for (; from < depth; ++from) {
    if (apply_to_base(from + 1) != Built::done) return false;
    release(m_path[from]);
  }
  return true;
}

void PackWalk::add_children(const Task& task) {
  std::vector<Node> children;
  for (Node child = m_forest.first_child(task.node); child != DeltaForest::k_none; child = m_forest.next_sibling(child)) {
    if (m_wanted[child]) children.push_back(child);
  }
  m_path[task.depth].waiting = static_cast<std::uint32_t>(children.size());
  if (children.empty()) return release(m_path[task.depth]);
  // The last task is taken first.
  const auto heaviest = std::max_element(children.begin(), children.end(), [&](Node a, Node b) {
    return m_forest.weight(a) < m_forest.weight(b);
  });
  std::rotate(children.begin(), heaviest, heaviest + 1);
  for (const Node child : children) m_tasks.push_back({child, task.depth + 1});
}

void PackWalk::release(Live& live) {
  if (!live.built) return;
  live.built = false;
  m_live_bytes -= live.text.capacity();
  if (m_spare.size() < k_spare_max && live.text.capacity() <= k_spare_bytes_max) {
    m_spare.push_back(std::move(live.text));
  } else {
    live.text = Buffer{};
  }
}

void PackWalk::shed(std::size_t depth) {
  for (std::size_t i = 0; i < depth && m_live_bytes > m_limits.live_bytes_max; ++i) release(m_path[i]);
}

Buffer PackWalk::spare() {
  if (m_spare.empty()) return {};
  Buffer buffer = std::move(m_spare.back());
  m_spare.pop_back();
  return buffer;
}

// A blob that cannot be built takes everything with it that is stored as a change of it.
void PackWalk::lose(Node node, Built outcome) {
  std::uint64_t& count = outcome == Built::too_large ? losses.too_large : losses.damaged;
  count += m_forest.weight(node);
}

}  // namespace codelake::secrets::history
