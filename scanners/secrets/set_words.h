// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace codelake::secrets {

// A set of bytes, the lowest bit of the first word for the byte 0. Sets are kept as 32 bytes.
using SetWords = std::array<std::uint64_t, 4>;

// Requires 32 bytes.
inline SetWords set_words(std::string_view set) {
  SetWords words;
  std::memcpy(words.data(), set.data(), sizeof words);
  if constexpr (std::endian::native == std::endian::big) {
    for (std::uint64_t& word : words) word = __builtin_bswap64(word);
  }
  return words;
}

// Calls visit(number) for each bit of a word that is set.
template <class Word, class Visit>
void for_each_bit(Word bits, const Visit& visit) {
  for (; bits != 0; bits &= bits - 1) visit(static_cast<unsigned>(std::countr_zero(bits)));
}

// Calls visit(byte) for each byte of a set.
template <class Visit>
void for_each_byte(const SetWords& set, const Visit& visit) {
  for (unsigned i = 0; i < set.size(); ++i) {
    for_each_bit(set[i], [&](unsigned bit) { visit(i * 64 + bit); });
  }
}

}  // namespace codelake::secrets
