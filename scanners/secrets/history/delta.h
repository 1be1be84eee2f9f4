// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/history/buffer.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace codelake::secrets::history {

// A shorter copy counts as new bytes: it is looked at anyway, for what stands next to it.
constexpr std::size_t k_copied_min = 128;

// A stretch of a delta's result. Neighbours that were copied from neighbouring places are one.
struct Stretch {
  std::size_t begin = 0;   // in the result
  std::size_t size = 0;
  std::size_t source = 0;  // in the base
  bool copied = false;     // false: new bytes

  std::size_t end() const { return begin + size; }
};

// What a delta says of the sizes of its base and its result; std::nullopt when it is cut off.
struct DeltaSizes {
  std::uint64_t base = 0;
  std::uint64_t result = 0;
};
std::optional<DeltaSizes> delta_sizes(std::string_view delta);

// Applies `delta` (gitformat-pack, "Deltified representation") to `base` and says
// where its stretches come from. False when the delta is damaged or not of this base; `result` then holds anything.
bool apply_delta(std::string_view delta, std::string_view base, Buffer& result, std::vector<Stretch>& stretches);

}  // namespace codelake::secrets::history
