// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "scanners/secrets/history/object_id.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::secrets::history {

// What a multi-pack-index (gitformat-pack) says of one pack. An object that several packs hold stands under one of
// them only.
struct ListedPack {
  std::string name;  // of the index file: "pack-….idx"
  std::vector<std::pair<ObjectId, std::uint64_t>> objects;  // and where each begins
};

// Reads version 1 of SHA-1 repositories.
Result<std::vector<ListedPack>> parse_multi_pack_index(std::string_view bytes, const std::string& name);

}  // namespace codelake::secrets::history
