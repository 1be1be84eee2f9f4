// SPDX-License-Identifier: Apache-2.0
#pragma once

#define XXH_INLINE_ALL  // built for the instruction set of the including file
#include <xxhash.h>

#include <cstdint>
#include <string_view>

// Included once for each instruction set: everything in it is the including file's own.
namespace codelake::secrets {
namespace {

inline std::uint64_t hash_here(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace
}  // namespace codelake::secrets
