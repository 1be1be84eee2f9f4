// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace codelake::secrets {

// The Marvin checksum folded to 32 bits, as keys of Microsoft carry it. `seed` is the name of the kind of
// key, eight characters; the last stands for the lowest byte.
std::uint32_t marvin32(std::string_view bytes, std::string_view seed);

}  // namespace codelake::secrets
