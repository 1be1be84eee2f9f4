// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/multi_pack_index.h"
#include "scanners/secrets/history/pack_index.h"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace codelake::secrets::history;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto index = PackIndex::parse(bytes, "fuzz")) {
    for (std::size_t i = 0; i < index->size(); ++i) {
      if (const auto found = index->find(index->id(i)); found && index->id(*found) != index->id(i)) std::abort();
      index->offset(i);
    }
    index->pack_checksum();
  }
  if (auto packs = parse_multi_pack_index(bytes, "fuzz")) {
    for (ListedPack& pack : *packs) {
      const std::size_t count = pack.objects.size();
      const std::string made = make_pack_index(std::move(pack.objects));
      const auto index = PackIndex::parse(made, "made");
      if (!index || index->size() != count) std::abort();
    }
  }
  return 0;
}
