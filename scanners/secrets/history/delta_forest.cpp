// SPDX-License-Identifier: Apache-2.0
// Offsets of the index, sorted, are the entries of the pack; each says by its header which entry it is a change of. The
// base of an offset delta stands before it, so that one pass in the order of the pack knows every type; bases named by id
// may stand behind, and hostile ones in a circle: these are followed upwards afterwards, each once.
#include "scanners/secrets/history/delta_forest.h"

#include <algorithm>

namespace codelake::secrets::history {

namespace {

// While its bases are being followed.
constexpr auto k_open = static_cast<ObjectType>(8);

bool is_delta(ObjectType type) { return type == ObjectType::offset_delta || type == ObjectType::id_delta; }

}  // namespace

DeltaForest DeltaForest::build(const PackFile& pack, const PackIndex& index) {
  DeltaForest forest;
  forest.m_end = pack.end();
  forest.m_rows.resize(index.size());
  for (std::size_t i = 0; i < index.size(); ++i) {
    forest.m_rows[i].offset = index.offset(i);
    forest.m_rows[i].index = static_cast<std::uint32_t>(i);
  }
  std::sort(forest.m_rows.begin(), forest.m_rows.end(),
            [](const Row& a, const Row& b) { return a.offset != b.offset ? a.offset < b.offset : a.index < b.index; });
  forest.m_types.resize(forest.m_rows.size(), ObjectType::none);
  const auto count = static_cast<Node>(forest.m_rows.size());
  for (Node node = 0; node < count; ++node) forest.read_entry(pack, index, node);
  for (Node node = 0; node < count; ++node) forest.resolve(node);
  forest.link();
  return forest;
}

std::optional<DeltaForest::Node> DeltaForest::at_offset(std::uint64_t offset) const {
  const auto row = std::lower_bound(m_rows.begin(), m_rows.end(), offset,
                                    [](const Row& a, std::uint64_t wanted) { return a.offset < wanted; });
  if (row == m_rows.end() || row->offset != offset) return std::nullopt;
  return static_cast<Node>(row - m_rows.begin());
}

void DeltaForest::read_entry(const PackFile& pack, const PackIndex& index, Node node) {
  const auto entry = pack.entry(m_rows[node].offset);
  if (!entry) return;
  std::optional<Node> base;
  if (entry->type == ObjectType::offset_delta) {
    base = at_offset(entry->base_offset);
  } else if (entry->type == ObjectType::id_delta) {
    if (const auto position = index.find(entry->base_id)) base = at_offset(index.offset(*position));
  }
  if (is_delta(entry->type) && !base) return;
  m_types[node] = entry->type;
  m_rows[node].parent = base.value_or(k_none);
}

void DeltaForest::resolve(Node node) {
  Node top = node;
  while (is_delta(m_types[top])) {
    m_types[top] = k_open;
    top = m_rows[top].parent;
  }
  // Coming back to an open node is a circle.
  const ObjectType type = m_types[top] == k_open ? ObjectType::none : m_types[top];
  while (node != k_none && m_types[node] == k_open) {
    m_types[node] = type;
    node = m_rows[node].parent;
  }
}

void DeltaForest::link() {
  for (Node node = static_cast<Node>(m_rows.size()); node-- > 0;) {
    Row& row = m_rows[node];
    if (row.parent == k_none || m_types[node] == ObjectType::none) continue;
    Row& parent = m_rows[row.parent];
    row.next_sibling = parent.first_child;
    parent.first_child = node;
    parent.weight += row.weight;
  }
}

}  // namespace codelake::secrets::history
