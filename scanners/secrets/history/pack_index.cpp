// SPDX-License-Identifier: Apache-2.0
// Version 2: magic, version, fanout[256], ids, CRCs, 32-bit offsets, 64-bit offsets, pack checksum, own checksum.
// Version 1: fanout[256], then {32-bit offset, id} for each object, then the two checksums. fanout[b] counts the ids whose
// first byte is at most b, so that a search begins with one byte's share of the ids.
#include "scanners/secrets/history/pack_index.h"

#include "scanners/secrets/history/big_endian.h"

#include <algorithm>
#include <array>

namespace codelake::secrets::history {

namespace {

constexpr std::string_view k_magic("\377tOc\0\0\0\2", 8);
constexpr std::size_t k_fanout_bytes = 256 * 4;
constexpr std::size_t k_trailer_bytes = 2 * ObjectId::k_size;
constexpr std::size_t k_v1_entry = 4 + ObjectId::k_size;
constexpr std::uint32_t k_large_flag = 0x80000000U;

bool is_rising(std::string_view bytes, std::size_t fanout) {
  for (std::size_t i = 1; i < 256; ++i) {
    if (be32(bytes, fanout + 4 * i) < be32(bytes, fanout + 4 * (i - 1))) return false;
  }
  return true;
}

void append_be32(std::string& bytes, std::uint32_t value) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>((value >> shift) & 0xFFU);
}

}  // namespace

Result<PackIndex> PackIndex::parse(std::string_view bytes, const std::string& name) {
  const auto damaged = [&](const char* cause) {
    return fail(ErrorKind::environment, "reading a pack index", name, cause);
  };
  PackIndex index;
  index.m_bytes = bytes;
  const bool v2 = bytes.starts_with(k_magic);
  if (bytes.starts_with(k_magic.substr(0, 4)) && !v2) return damaged("unknown version");
  index.m_fanout = v2 ? k_magic.size() : 0;
  if (bytes.size() < index.m_fanout + k_fanout_bytes + k_trailer_bytes) return damaged("too short");
  if (!is_rising(bytes, index.m_fanout)) return damaged("the fan-out table does not rise");
  index.m_count = be32(bytes, index.m_fanout + k_fanout_bytes - 4);
  const std::size_t tables = index.m_fanout + k_fanout_bytes;
  const std::size_t room = bytes.size() - tables - k_trailer_bytes;
  if (!v2) {
    index.m_offsets = tables;
    if (room / k_v1_entry < index.m_count) return damaged("shorter than its number of objects");
    return index;
  }
  constexpr std::size_t entry = ObjectId::k_size + 4 + 4;
  if (room / entry < index.m_count) return damaged("shorter than its number of objects");
  index.m_names = tables;
  index.m_offsets = tables + index.m_count * (ObjectId::k_size + 4);
  index.m_large = index.m_offsets + index.m_count * 4;
  index.m_large_count = (room - index.m_count * entry) / 8;
  for (std::size_t i = 0; i < index.m_count; ++i) {
    constexpr unsigned large_first = k_large_flag >> 24U;  // nearly none is, and there are millions
    if ((static_cast<unsigned char>(bytes[index.m_offsets + 4 * i]) & large_first) == 0) continue;
    const std::uint32_t offset = be32(bytes, index.m_offsets + 4 * i);
    if ((offset & ~k_large_flag) >= index.m_large_count) {
      return damaged("an offset points out of the table");
    }
  }
  return index;
}

ObjectId PackIndex::id(std::size_t i) const {
  const std::size_t at = is_v1() ? m_offsets + i * k_v1_entry + 4 : m_names + i * ObjectId::k_size;
  return ObjectId::from_bytes(m_bytes.data() + at);
}

std::uint64_t PackIndex::offset(std::size_t i) const {
  if (is_v1()) return be32(m_bytes, m_offsets + i * k_v1_entry);
  const std::uint32_t offset = be32(m_bytes, m_offsets + 4 * i);
  if ((offset & k_large_flag) == 0) return offset;
  return be64(m_bytes, m_large + 8 * static_cast<std::size_t>(offset & ~k_large_flag));
}

std::optional<std::size_t> PackIndex::find(const ObjectId& id) const {
  const std::size_t first = id.bytes[0];
  std::size_t low = first == 0 ? 0 : be32(m_bytes, m_fanout + 4 * (first - 1));
  std::size_t high = be32(m_bytes, m_fanout + 4 * first);
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const ObjectId there = this->id(middle);
    if (there == id) return middle;
    if (there < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return std::nullopt;
}

ObjectId PackIndex::pack_checksum() const {
  return ObjectId::from_bytes(m_bytes.data() + m_bytes.size() - k_trailer_bytes);
}

std::string make_pack_index(std::vector<std::pair<ObjectId, std::uint64_t>> objects) {
  std::sort(objects.begin(), objects.end());
  std::string bytes(k_magic);
  std::array<std::uint32_t, 256> fanout{};
  for (const auto& object : objects) fanout[object.first.bytes[0]] += 1;
  std::uint32_t sum = 0;
  for (const std::uint32_t count : fanout) append_be32(bytes, sum += count);
  for (const auto& object : objects) bytes += object.first.view();
  bytes.append(objects.size() * 4, '\0');
  std::string large;
  for (const auto& [id, offset] : objects) {
    const bool fits = offset < k_large_flag;
    append_be32(bytes, fits ? static_cast<std::uint32_t>(offset) : k_large_flag | static_cast<std::uint32_t>(large.size() / 8));
    if (fits) continue;
    append_be32(large, static_cast<std::uint32_t>(offset >> 32U));
    append_be32(large, static_cast<std::uint32_t>(offset & 0xFFFFFFFFU));
  }
  bytes += large;
  bytes.append(k_trailer_bytes, '\0');
  return bytes;
}

}  // namespace codelake::secrets::history
