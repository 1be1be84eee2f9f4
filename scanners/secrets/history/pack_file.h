// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "scanners/secrets/history/mapped_file.h"
#include "scanners/secrets/history/object_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace codelake::secrets::history {

// What stands before the compressed bytes of an object in a pack.
struct PackEntry {
  ObjectType type = ObjectType::none;
  std::uint64_t size = 0;         // uncompressed; of a delta: of the delta itself
  std::uint64_t data = 0;         // offset of the compressed bytes
  std::uint64_t base_offset = 0;  // of an offset_delta
  ObjectId base_id;               // of an id_delta
};

// A pack (gitformat-pack, versions 2 and 3).
class PackFile {
 public:
  // Reads `bytes`, which must outlive it. `file` is told what is read when the bytes are those of a file.
  static Result<PackFile> parse(std::string_view bytes, const std::string& name, const MappedFile* file = nullptr);

  // The entry that begins at `offset`; std::nullopt when none can.
  std::optional<PackEntry> entry(std::uint64_t offset) const;
  // The compressed bytes of an entry; `end` is where the next entry begins.
  std::string_view data(const PackEntry& entry, std::uint64_t end) const;
  // Where the entries end.
  std::uint64_t end() const { return m_bytes.size() - ObjectId::k_size; }
  std::uint64_t object_count() const { return m_count; }

 private:
  std::string_view m_bytes;
  const MappedFile* m_file = nullptr;
  std::uint64_t m_count = 0;
};

}  // namespace codelake::secrets::history
