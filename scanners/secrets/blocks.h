// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace codelake::secrets {

constexpr std::size_t k_block_bytes = 64;

// Tells something of each block of a text from `begin` on: `kernel(bytes, told)` does so for whole blocks one after the
// other, behind which `behind` more bytes can be read. What lies behind the text counts as zeros.
template <std::size_t behind, class Told, class Kernel>
void tell_blocks(std::string_view text, std::size_t begin, std::span<Told> told, const Kernel& kernel) {
  const std::size_t left = text.size() - std::min(begin, text.size());
  const std::size_t whole = std::min((left - std::min(left, behind)) / k_block_bytes, told.size());
  kernel(text.data() + begin, told.first(whole));
  for (std::size_t i = whole; i < told.size(); ++i) {
    std::array<char, k_block_bytes + behind> rest{};
    text.copy(rest.data(), rest.size(), std::min(begin + i * k_block_bytes, text.size()));
    kernel(rest.data(), told.subspan(i, 1));
  }
}

}  // namespace codelake::secrets
