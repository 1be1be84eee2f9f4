// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/history/pack_file.h"
#include "scanners/secrets/history/pack_index.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace codelake::secrets::history {

// Which object of a pack is stored as a change of which other: a tree for each object that is stored whole. Nodes stand in
// the order of the pack.
class DeltaForest {
 public:
  using Node = std::uint32_t;
  static constexpr Node k_none = std::numeric_limits<Node>::max();

  // Looks at the header of every entry. Requires an index of less than 2^32 - 1 objects.
  static DeltaForest build(const PackFile& pack, const PackIndex& index);

  std::size_t size() const { return m_rows.size(); }
  std::uint64_t offset(Node node) const { return m_rows[node].offset; }
  // Where the next entry begins.
  std::uint64_t end(Node node) const { return node + 1 < m_rows.size() ? m_rows[node + 1].offset : m_end; }
  // The position of the object in the index.
  std::size_t index(Node node) const { return m_rows[node].index; }
  // commit, tree, blob or tag, as the root of its tree says; none for an entry that is damaged, whose base is missing, or
  // whose bases go in a circle.
  ObjectType type(Node node) const { return m_types[node]; }
  Node parent(Node node) const { return m_rows[node].parent; }  // k_none: stored whole
  Node first_child(Node node) const { return m_rows[node].first_child; }
  Node next_sibling(Node node) const { return m_rows[node].next_sibling; }
  // How many nodes stand below and at a node.
  std::uint32_t weight(Node node) const { return m_rows[node].weight; }
  std::optional<Node> at_offset(std::uint64_t offset) const;

 private:
  struct Row {
    std::uint64_t offset = 0;
    std::uint32_t index = 0;
    Node parent = k_none;
    Node first_child = k_none;
    Node next_sibling = k_none;
    std::uint32_t weight = 1;
  };

  void read_entry(const PackFile& pack, const PackIndex& index, Node node);
  void resolve(Node node);
  void link();

  std::vector<Row> m_rows;
  std::vector<ObjectType> m_types;
  std::uint64_t m_end = 0;
};

}  // namespace codelake::secrets::history
