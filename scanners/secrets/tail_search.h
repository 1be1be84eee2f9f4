// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/rule/tails.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// Follows what stands after a mark step by step, as a table that is made as far as texts lead into it: one for
// each thread.
class TailSearch {
 public:
  // That of the calling thread; `tails` must outlive its use.
  static TailSearch& of_thread(const Tails& tails);

  explicit TailSearch(const Tails& tails);

  // Calls visit(rule) for every rule of which a match may hold the mark that ends at `from`; perhaps more than once.
  template <class Visit>
  void follow(std::size_t mark, std::string_view text, std::size_t from, const Visit& visit) {
    const std::size_t end = std::min(text.size(), from + m_tails.length_max());
    std::uint16_t state = m_starts[mark] == k_unknown ? start(mark) : m_starts[mark];
    for (std::size_t at = from; state != k_nowhere; ++at) {
      const std::size_t number = state & k_number;
      if (number != state) {
        for (const std::uint32_t rule : m_states[number].rules) visit(rule);
      }
      if (at >= end) return;
      const auto byte = static_cast<unsigned char>(text[at]);
      const std::uint16_t next = m_next[(number << m_row_bits) + m_class_of[byte]];
      state = next == k_unknown ? make(number, byte) : next;
    }
  }

 private:
  using Steps = std::vector<std::uint32_t>;
  // A state is given as its number and a bit that says whether it has rules.
  static constexpr std::uint16_t k_number = 0x7FFF;
  static constexpr std::uint16_t k_tells = 0x8000;
  static constexpr std::uint16_t k_unknown = 0xFFFF;
  static constexpr std::uint16_t k_nowhere = 0;  // the state of no steps
  static constexpr std::size_t k_states_max = 4000;
  struct State {
    Steps steps;                       // sorted; that the last byte may be
    std::vector<std::uint32_t> rules;  // of which a match may end here
  };

  void clear();
  std::uint16_t start(std::size_t mark);
  std::uint16_t make(std::size_t number, unsigned char byte);
  std::uint16_t state_of(Steps steps);

  const Tails& m_tails;
  std::uint64_t m_serial;
  std::array<std::uint8_t, 256> m_class_of;  // of a byte
  unsigned m_row_bits = 0;                   // a row of m_next has two to the power of this entries, one for each class
  std::vector<State> m_states;
  std::vector<std::uint16_t> m_next;  // of a state, for each class of bytes
  std::map<Steps, std::uint16_t> m_numbers;
  std::vector<std::uint16_t> m_starts;  // by mark
};

}  // namespace codelake::secrets
