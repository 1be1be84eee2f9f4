// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/blocks.h"
#include "scanners/secrets/characters.h"
#include "scanners/secrets/rule/route.h"
#include "scanners/secrets/window.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace codelake::secrets {

// Of a block of bytes, which are of runs (rule/route.h), of words ([0-9A-Za-z_]) and digits; the first is the lowest bit.
struct ByteKinds {
  std::uint64_t run = 0;
  std::uint64_t word = 0;
  std::uint64_t digit = 0;
};

// Tells the kinds of the bytes from `begin` on, a block for each of `kinds`; none where the text has ended.
void tell_kinds(std::string_view text, std::size_t begin, std::span<ByteKinds> kinds);

// Where names (k_name_begins) of letters, digits and underscores begin among the 64 bytes from `at` on; the first is the
// lowest bit.
std::uint64_t name_begins(std::string_view text, std::size_t at);

// Goes over the places of a text where runs of at least k_run_bytes begin, or words in such runs.
class Runs {
 public:
  static constexpr std::size_t k_blocks = 32;
  static constexpr std::size_t k_chunk = k_blocks * k_block_bytes;  // bytes of a stretch

  Runs(std::string_view text, Window window) : m_text(text), m_window(window) {}

  // A stretch after the other, calls words(begin, places) with the places where words begin from which on a run goes on
  // that long, counted from `begin`, then value(at) for each place where a run begins that is very long or holds a digit.
  // Only places in the window, in order; what stands around it counts.
  template <class Words, class Value>
  void visit_all(const Words& words, const Value& value) {
    if (m_window.begin > 0) look_back(m_text[m_window.begin - 1]);
    for (std::size_t at = m_window.begin; at < m_window.end; at += k_chunk) {
      const std::size_t blocks = std::min(k_blocks, (m_window.end - at + k_block_bytes - 1) / k_block_bytes);
      tell_kinds(m_text, at, std::span(m_kinds).first(blocks + 1));
      m_words_count = m_values_count = 0;
      for (std::size_t i = 0; i < blocks; ++i) add_block(at, i);
      words(at, std::span<const std::uint16_t>(m_words).first(m_words_count));
      for (std::size_t i = 0; i < m_values_count; ++i) value(at + m_values[i]);
    }
  }

 private:
  __extension__ using Bits = unsigned __int128;

  void look_back(char before) {
    const auto byte = static_cast<unsigned char>(before);
    m_run_before = is_run_byte(byte) ? 1 : 0;
    m_word_before = is_word_byte(before) ? 1 : 0;
  }

  void add_block(std::size_t at, std::size_t block) {
    const ByteKinds& kinds = m_kinds[block];
    const ByteKinds& next = m_kinds[block + 1];
    const std::uint64_t run_begins = kinds.run & ~(kinds.run << 1U | m_run_before);
    const std::uint64_t word_begins = kinds.word & ~(kinds.word << 1U | m_word_before);
    m_run_before = kinds.run >> 63U;
    m_word_before = kinds.word >> 63U;
    const Bits run = Bits{next.run} << 64U | kinds.run;
    Bits goes_on = run & run >> 1U;
    goes_on &= goes_on >> 2U;
    goes_on &= goes_on >> 4U;
    goes_on &= goes_on >> 8U;
    const std::size_t begin = block * k_block_bytes;
    auto long_ones = static_cast<std::uint64_t>(goes_on);
    if (m_window.end - at - begin < k_block_bytes) long_ones &= (std::uint64_t{1} << (m_window.end - at - begin)) - 1;
    for_each_bit(long_ones & word_begins, [&](unsigned bit) { m_words[m_words_count++] = static_cast<std::uint16_t>(begin + bit); });
    for_each_bit(long_ones & run_begins, [&](unsigned bit) {
      m_values[m_values_count] = static_cast<std::uint16_t>(begin + bit);
      m_values_count += tells(run >> bit, Bits{next.digit} << 64U | kinds.digit, bit) ? 1 : 0;
    });
  }

  template <class Visit>
  static void for_each_bit(std::uint64_t bits, const Visit& visit) {
    for (; bits != 0; bits &= bits - 1) visit(static_cast<unsigned>(std::countr_zero(bits)));
  }

  // Whether the run that begins at the lowest bit is long, or a digit is in it.
  static bool tells(Bits run, Bits digit, unsigned bit) {
    const auto length = static_cast<unsigned>(std::countr_one(static_cast<std::uint64_t>(run)));
    if (length >= k_long_run_bytes) return true;
    return (static_cast<std::uint64_t>(digit >> bit) & ((std::uint64_t{1} << length) - 1)) != 0;
  }

  std::string_view m_text;
  Window m_window;
  std::uint64_t m_run_before = 0;
  std::uint64_t m_word_before = 0;
  std::array<ByteKinds, k_blocks + 1> m_kinds;
  std::array<std::uint16_t, k_chunk> m_words;
  std::array<std::uint16_t, k_chunk> m_values;
  std::size_t m_words_count = 0;
  std::size_t m_values_count = 0;
};

}  // namespace codelake::secrets
