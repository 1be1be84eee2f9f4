// SPDX-License-Identifier: Apache-2.0
// An entry begins with its type and size: three bits of type and four of size in the first byte, then seven bits of
// size each, low bits first, as long as the high bit is set. An offset delta goes on with the distance to its base, in
// sevens, high bits first, each further byte adding one; an id delta with the base's id.
#include "scanners/secrets/history/pack_file.h"

#include "scanners/secrets/history/big_endian.h"

#include <algorithm>

namespace codelake::secrets::history {

namespace {

constexpr std::size_t k_header = 12;

}  // namespace

Result<PackFile> PackFile::parse(std::string_view bytes, const std::string& name, const MappedFile* file) {
  const auto damaged = [&](const char* cause) { return fail(ErrorKind::environment, "reading a pack", name, cause); };
  if (bytes.size() < k_header + ObjectId::k_size) return damaged("too short");
  const std::uint32_t version = be32(bytes, 4);
  if (!bytes.starts_with("PACK") || version < 2 || version > 3) return damaged("not a pack of version 2 or 3");
  PackFile pack;
  pack.m_bytes = bytes;
  pack.m_file = file;
  pack.m_count = be32(bytes, 8);
  return pack;
}

std::optional<PackEntry> PackFile::entry(std::uint64_t offset) const {
  if (offset < k_header || offset >= end()) return std::nullopt;
  if (m_file != nullptr) m_file->reads(offset, 0);
  std::uint64_t at = offset;
  const auto next = [&]() -> unsigned { return at < end() ? static_cast<unsigned char>(m_bytes[at++]) : 0x100U; };
  unsigned byte = next();
  PackEntry entry;
  entry.type = static_cast<ObjectType>((byte >> 4U) & 7U);
  entry.size = byte & 15U;
  for (unsigned shift = 4; (byte & 0x80U) != 0; shift += 7) {
    byte = next();
    if (byte > 0xFF || shift > 56) return std::nullopt;
    entry.size |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
  }
  if (entry.type == ObjectType::offset_delta) {
    byte = next();
    std::uint64_t distance = byte & 0x7FU;
    while ((byte & 0x80U) != 0) {
      byte = next();
      if (byte > 0xFF || distance > (m_bytes.size() >> 7U)) return std::nullopt;
      distance = ((distance + 1) << 7U) | (byte & 0x7FU);
    }
    if (distance == 0 || distance > offset) return std::nullopt;
    entry.base_offset = offset - distance;
  } else if (entry.type == ObjectType::id_delta) {
    if (end() - at < ObjectId::k_size) return std::nullopt;
    entry.base_id = ObjectId::from_bytes(m_bytes.data() + at);
    at += ObjectId::k_size;
  } else if (entry.type == ObjectType::none || entry.type > ObjectType::tag) {
    return std::nullopt;
  }
  entry.data = at;
  return entry;
}

std::string_view PackFile::data(const PackEntry& entry, std::uint64_t end) const {
  const std::uint64_t last = std::min(std::max(end, entry.data), this->end());
  // Compressed bytes are hardly ever more than what they say.
  if (m_file != nullptr) m_file->reads(entry.data, std::min<std::uint64_t>(entry.size, last - entry.data));
  return m_bytes.substr(entry.data, last - entry.data);
}

}  // namespace codelake::secrets::history
