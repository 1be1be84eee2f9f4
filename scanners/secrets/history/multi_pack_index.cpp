// SPDX-License-Identifier: Apache-2.0
// A header, a table of chunks {four letters, offset} that ends with an all-zero row holding the end, then the chunks: PNAM
// pack names, OIDF fan-out, OIDL ids, OOFF {pack, offset} for each, LOFF 64-bit offsets.
#include "scanners/secrets/history/multi_pack_index.h"

#include "scanners/secrets/history/big_endian.h"

#include <map>

namespace codelake::secrets::history {

namespace {

constexpr std::size_t k_header = 12;
constexpr std::size_t k_row = 12;
constexpr std::uint32_t k_large_flag = 0x80000000U;

using Chunks = std::map<std::string_view, std::string_view>;

// Empty when the table is damaged.
Chunks chunks_of(std::string_view bytes) {
  Chunks chunks;
  const std::size_t count = static_cast<unsigned char>(bytes[6]);
  if (bytes.size() < k_header + (count + 1) * k_row) return {};
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t row = k_header + i * k_row;
    const std::uint64_t begin = be64(bytes, row + 4);
    const std::uint64_t end = be64(bytes, row + k_row + 4);
    if (begin > end || end > bytes.size()) return {};
    chunks[bytes.substr(row, 4)] = bytes.substr(begin, end - begin);
  }
  return chunks;
}

std::vector<ListedPack> packs_of(std::string_view names, std::size_t count) {
  std::vector<ListedPack> packs;
  while (packs.size() < count) {
    const auto end = names.find('\0');
    if (end == std::string_view::npos) return {};
    packs.push_back({std::string(names.substr(0, end)), {}});
    names.remove_prefix(end + 1);
  }
  return packs;
}

}  // namespace

Result<std::vector<ListedPack>> parse_multi_pack_index(std::string_view bytes, const std::string& name) {
  const auto damaged = [&](const char* cause) {
    return fail(ErrorKind::environment, "reading the multi-pack-index", name, cause);
  };
  if (bytes.size() < k_header || !bytes.starts_with("MIDX")) return damaged("not a multi-pack-index");
  if (bytes[4] != 1 || bytes[5] != 1) return damaged("unknown version or object format");
  const Chunks chunks = chunks_of(bytes);
  const auto chunk = [&](std::string_view id) {
    const auto found = chunks.find(id);
    return found == chunks.end() ? std::string_view{} : found->second;
  };
  std::vector<ListedPack> packs = packs_of(chunk("PNAM"), be32(bytes, 8));
  const std::string_view ids = chunk("OIDL");
  const std::string_view places = chunk("OOFF");
  const std::string_view large = chunk("LOFF");
  const std::size_t count = ids.size() / ObjectId::k_size;
  if (packs.empty() || places.size() / 8 < count) return damaged("its tables are cut off");
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t pack = be32(places, 8 * i);
    std::uint64_t offset = be32(places, 8 * i + 4);
    if (!large.empty() && (offset & k_large_flag) != 0) {
      const std::size_t row = static_cast<std::size_t>(offset & ~k_large_flag);
      if (row >= large.size() / 8) return damaged("an offset points out of the table");
      offset = be64(large, 8 * row);
    }
    if (pack >= packs.size()) return damaged("an object names a pack that is not listed");
    packs[pack].objects.emplace_back(ObjectId::from_bytes(ids.data() + i * ObjectId::k_size), offset);
  }
  return packs;
}

}  // namespace codelake::secrets::history
