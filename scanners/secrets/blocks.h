// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace codelake::secrets {

constexpr std::size_t k_block_bytes = 64;

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
