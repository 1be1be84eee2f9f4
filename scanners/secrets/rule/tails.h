// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/rule/steps.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// What is looked for in place of many rules: texts of which each match of a rule holds one ("secret", "token"), and
// for each text what may stand after it. The expressions of the rules are steps, one for each byte, and which step
// may follow which; the search is mark_search.h and tail_search.h. Kept as bytes that are made at build time.
class Tails {
 public:
  // A rule by its number, an expression that matches inside every match of it, and how many bytes of a match may
  // stand before that at most.
  struct Sought {
    std::uint32_t rule = 0;
    std::string pattern;
    std::size_t before_max = 0;
  };
  // Numbers of steps, one after the other.
  struct List {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  Tails() : Tails(std::vector<Sought>()) {}
  explicit Tails(const std::vector<Sought>& sought);
  // Takes what bytes() gave. The bytes are those of this program, and must outlive this.
  static Tails from_bytes(std::string_view bytes);
  Tails(Tails&&) noexcept = default;
  Tails& operator=(Tails&&) noexcept = default;

  // Whether the matches of an expression can be found so.
  static bool suit(const std::string& pattern);

  std::string_view bytes() const { return m_bytes; }

  std::size_t marks() const { return m_marks; }
  std::size_t mark_size(std::size_t mark) const { return number(mark_at(mark)); }
  // Which of the groups of marks that are alike (mark_groups.h).
  std::size_t mark_group(std::size_t mark) const { return number(mark_at(mark) + 1); }
  // What may stand at one place of a mark, as 32 bytes with a bit for each byte.
  std::string_view mark_set(std::size_t mark, std::size_t place) const { return set(number(mark_at(mark) + 2 + place)); }
  // Steps that the last byte of a mark may be.
  List mark_steps(std::size_t mark) const { return list(mark_at(mark) + 2 + k_mark_bytes); }

  // The steps that may follow a step.
  List next(std::size_t step) const { return list(m_steps_at + step * k_step_words + 2); }
  std::uint32_t listed(std::size_t place) const { return number(m_lists_at + place); }
  bool may_be(std::size_t step, unsigned char byte) const {
    const std::string_view bytes = set(number(m_steps_at + step * k_step_words));
    return (static_cast<unsigned char>(bytes[byte / 8U]) >> (byte % 8U) & 1U) != 0;
  }
  std::uint32_t rule(std::size_t step) const { return number(m_steps_at + step * k_step_words + 1) >> 1U; }
  bool is_last(std::size_t step) const { return (number(m_steps_at + step * k_step_words + 1) & 1U) != 0; }

  // Bytes that may stand at the same places, of all marks and steps, have the same number.
  std::array<std::uint8_t, 256> byte_classes() const;

  // Bytes of a match of a rule before the mark it holds, at most.
  std::size_t before_max(std::size_t rule) const { return number(m_befores_at + rule); }
  // Bytes from a mark on that a match can have.
  std::size_t length_max() const { return m_length_max; }
  // Tells one set of tails from every other of the process.
  std::uint64_t serial() const { return m_serial; }

 private:
  static constexpr std::size_t k_mark_words = 2 + k_mark_bytes + 2;
  static constexpr std::size_t k_step_words = 4;
  static constexpr std::size_t k_set_bytes = 32;
  friend class TailsWriter;

  void read(std::string_view bytes);

  std::uint32_t number(std::size_t word) const {
    std::uint32_t value = 0;
    std::memcpy(&value, m_bytes.data() + word * sizeof(value), sizeof(value));
    return value;
  }
  List list(std::size_t word) const { return {number(word), number(word + 1)}; }
  std::string_view set(std::size_t number) const { return m_bytes.substr(m_sets_at * 4 + number * k_set_bytes, k_set_bytes); }
  std::size_t mark_at(std::size_t mark) const { return m_marks_at + mark * k_mark_words; }

  std::vector<char> m_own;
  std::string_view m_bytes;
  std::size_t m_marks = 0;
  // Where parts begin, in words.
  std::size_t m_marks_at = 0;
  std::size_t m_steps_at = 0;
  std::size_t m_lists_at = 0;
  std::size_t m_befores_at = 0;
  std::size_t m_sets_at = 0;
  std::size_t m_length_max = 0;
  std::uint64_t m_serial = 0;
};

}  // namespace codelake::secrets
