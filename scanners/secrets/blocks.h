// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace codelake::secrets {

constexpr std::size_t k_block_bytes = 64;
// So many blocks are looked at one after the other.
constexpr std::size_t k_chunk_blocks = 32;
constexpr std::size_t k_chunk_bytes = k_chunk_blocks * k_block_bytes;

// A bit for each byte of some blocks, a row for each block: first the block before them, last the block behind them. The
// first byte of a block is the lowest bit. Rows are read eight at a time.
using BlockRows = std::array<std::uint64_t, k_chunk_blocks + 8>;

// Calls kernel(bytes, first, count) for the `count` blocks of a text from `begin` on, of which `first` is the first that
// stands at `bytes`: for whole blocks one after the other, behind which `behind` more bytes can be read. What lies behind
// the text counts as zeros.
template <std::size_t behind, class Kernel>
void visit_blocks(std::string_view text, std::size_t begin, std::size_t count, const Kernel& kernel) {
  const std::size_t left = text.size() - std::min(begin, text.size());
  const std::size_t whole = std::min((left - std::min(left, behind)) / k_block_bytes, count);
  if (whole > 0) kernel(text.data() + begin, std::size_t{0}, whole);
  for (std::size_t i = whole; i < count; ++i) {
    std::array<char, k_block_bytes + behind> rest{};
    text.copy(rest.data(), rest.size(), std::min(begin + i * k_block_bytes, text.size()));
    kernel(rest.data(), i, std::size_t{1});
  }
}

}  // namespace codelake::secrets
