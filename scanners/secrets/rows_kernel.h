// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/blocks.h"
#include "scanners/secrets/lanes.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

// Included once for each instruction set: everything in it is the including file's own.
namespace codelake::secrets {
namespace {

// The rows of some blocks, and of the blocks behind each of them.
using Rows = std::uint64_t __attribute__((vector_size(k_lanes)));
constexpr std::size_t k_rows = k_lanes / sizeof(std::uint64_t);
struct RowsOn {
  Rows rows;
  Rows next;

  RowsOn& operator&=(const RowsOn& other) {
    rows &= other.rows;
    next &= other.next;
    return *this;
  }
};

inline Rows rows_at(const BlockRows& rows, std::size_t first) {
  Rows some;
  std::memcpy(&some, rows.data() + first, sizeof some);
  return some;
}

inline void store(const Rows& some, BlockRows& rows, std::size_t first) { std::memcpy(rows.data() + first, &some, sizeof some); }

inline RowsOn rows_on(const BlockRows& rows, std::size_t first) { return {rows_at(rows, first), rows_at(rows, first + 1)}; }

// For each byte the bit of the one `by` places behind it.
inline RowsOn ahead(const RowsOn& bits, unsigned by) {
  return {bits.rows >> by | bits.next << (k_block_bytes - by), bits.next >> by};
}

// Where of `kind` the first byte stands, of blocks from the row `first` on.
inline Rows begins_of(const BlockRows& kind, std::size_t first) {
  return rows_at(kind, first) & ~(rows_at(kind, first) << 1U | rows_at(kind, first - 1) >> (k_block_bytes - 1));
}

}  // namespace
}  // namespace codelake::secrets
