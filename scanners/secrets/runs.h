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

// A place where a run of at least k_run_bytes goes on.
struct RunPlace {
  std::size_t at = 0;
  bool word = false;    // a word begins here
  bool telling = false; // the run begins here, and it is long or a digit is in it
};

// Goes over the places of a text where runs begin, or words in runs.
class Runs {
 public:
  Runs(std::string_view text, Window window) : m_text(text), m_window(window) {}

  // Calls visit(RunPlace) for every place in the window, in order. What stands around the window counts.
  template <class Visit>
  void visit_all(const Visit& visit) {
    if (m_window.begin > 0) look_back(m_text[m_window.begin - 1]);
    for (std::size_t at = m_window.begin; at < m_window.end; at += k_chunk) {
      const std::size_t blocks = std::min(k_blocks, (m_window.end - at + k_block_bytes - 1) / k_block_bytes);
      tell_kinds(m_text, at, std::span(m_kinds).first(blocks + 1));
      for (std::size_t i = 0; i < blocks; ++i) visit_block(at + i * k_block_bytes, m_kinds[i], m_kinds[i + 1], visit);
    }
  }

 private:
  static constexpr std::size_t k_blocks = 32;
  static constexpr std::size_t k_chunk = k_blocks * k_block_bytes;
  __extension__ using Bits = unsigned __int128;

  void look_back(char before) {
    const auto byte = static_cast<unsigned char>(before);
    m_run_before = is_run_byte(byte) ? 1 : 0;
    m_word_before = is_word_byte(before) ? 1 : 0;
  }

  template <class Visit>
  void visit_block(std::size_t begin, const ByteKinds& kinds, const ByteKinds& next, const Visit& visit) {
    const std::uint64_t run_begins = kinds.run & ~(kinds.run << 1U | m_run_before);
    const std::uint64_t word_begins = kinds.word & ~(kinds.word << 1U | m_word_before);
    m_run_before = kinds.run >> 63U;
    m_word_before = kinds.word >> 63U;
    const Bits run = Bits{next.run} << 64U | kinds.run;
    Bits goes_on = run & run >> 1U;
    goes_on &= goes_on >> 2U;
    goes_on &= goes_on >> 4U;
    goes_on &= goes_on >> 8U;
    std::uint64_t places = static_cast<std::uint64_t>(goes_on) & (run_begins | word_begins);
    if (m_window.end - begin < k_block_bytes) places &= (std::uint64_t{1} << (m_window.end - begin)) - 1;
    for (; places != 0; places &= places - 1) {
      const auto bit = static_cast<unsigned>(std::countr_zero(places));
      const std::uint64_t mask = std::uint64_t{1} << bit;
      const bool telling = (run_begins & mask) != 0 && tells(run >> bit, Bits{next.digit} << 64U | kinds.digit, bit);
      visit(RunPlace{begin + bit, (word_begins & mask) != 0, telling});
    }
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
};

}  // namespace codelake::secrets
