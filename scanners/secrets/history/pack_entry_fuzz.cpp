// SPDX-License-Identifier: Apache-2.0
// The input is a pack whose index is made here: an entry begins at every 16th byte. Everything a search does with it runs:
// the forest, the deltas, the walk.
#include "scanners/secrets/history/blob_search.h"
#include "scanners/secrets/history/pack_walk.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace codelake::secrets;
  using namespace codelake::secrets::history;
  static const Inspection inspection;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Pack pack;
  const auto file = PackFile::parse(bytes, "fuzz");
  if (!file) return 0;
  pack.entries = *file;
  std::vector<std::pair<ObjectId, std::uint64_t>> objects;
  for (std::uint64_t offset = 12; offset < size && objects.size() < 1000; offset += 16) {
    ObjectId id;
    id.bytes[0] = static_cast<unsigned char>(objects.size());
    id.bytes[1] = static_cast<unsigned char>(objects.size() >> 8U);
    objects.emplace_back(id, offset);
  }
  pack.made_index = make_pack_index(std::move(objects));
  const auto index = PackIndex::parse(pack.made_index, "fuzz");
  if (!index) return 0;
  pack.index = *index;
  const DeltaForest forest = DeltaForest::build(pack.entries, pack.index);
  const std::vector<bool> wanted(forest.size(), true);
  WalkLimits limits;
  limits.blob_bytes_max = 1U << 16;
  limits.base_bytes_max = 1U << 16;
  PackWalk walk(pack, forest, wanted, limits);
  BlobSearch search(inspection);
  for (DeltaForest::Node node = 0; node < forest.size(); ++node) {
    if (forest.parent(node) == DeltaForest::k_none && forest.type(node) != ObjectType::none) walk.tree(node, search);
  }
  return 0;
}
