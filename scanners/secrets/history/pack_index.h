// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "scanners/secrets/history/object_id.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::secrets::history {

// The table of contents of a pack (gitformat-pack, versions 1 and 2): ids in order, and where each object begins.
class PackIndex {
 public:
  // Reads `bytes`, which must outlive the index. Tables and sizes are checked here, so that nothing below can leave
  // the bytes; `name` stands in error messages.
  static Result<PackIndex> parse(std::string_view bytes, const std::string& name);

  std::size_t size() const { return m_count; }
  // Requires i < size().
  ObjectId id(std::size_t i) const;
  std::uint64_t offset(std::size_t i) const;
  // The position of an object; std::nullopt when the pack does not hold it.
  std::optional<std::size_t> find(const ObjectId& id) const;
  // The checksum of the pack, which names its content.
  ObjectId pack_checksum() const;

 private:
  bool is_v1() const { return m_names == 0; }

  std::string_view m_bytes;
  std::size_t m_fanout = 0;
  std::size_t m_count = 0;
  std::size_t m_names = 0;    // where the ids begin; 0 in version 1
  std::size_t m_offsets = 0;
  std::size_t m_large = 0;    // 64-bit offsets
  std::size_t m_large_count = 0;
};

// An index of version 2 for objects of one pack, as bytes that PackIndex reads.
std::string make_pack_index(std::vector<std::pair<ObjectId, std::uint64_t>> objects);

}  // namespace codelake::secrets::history
