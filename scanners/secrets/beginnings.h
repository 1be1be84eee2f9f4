// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// Tells which of many things may begin at a place of a text, by the first bytes there.
class Beginnings {
 public:
  // What begins so: for each of its first bytes, 32 bytes with a bit for each byte that can stand there.
  struct Beginning {
    std::uint32_t id = 0;
    std::string_view sets;
  };

  Beginnings() = default;
  explicit Beginnings(const std::vector<Beginning>& beginnings);

  bool empty() const { return m_list.empty(); }

  // Whether something begins like the three bytes at `text`, by their lower bits.
  bool is_used(const char* text) const {
    const auto low = [&](std::size_t place) { return static_cast<std::size_t>(text[place]) & k_low; };
    const std::size_t key = low(0) | low(1) << 5U | low(2) << 10U;
    return (m_used[key / 64] >> key % 64 & 1U) != 0;
  }

  // Calls visit(id) for everything that may begin at `at`.
  template <class Visit>
  void visit_at(std::string_view text, std::size_t at, const Visit& visit) const {
    const auto low = [&](std::size_t place) -> std::size_t {
      return at + place < text.size() ? static_cast<std::size_t>(text[at + place]) & k_low : 0;
    };
    const std::size_t key = low(0) | low(1) << 5U | low(2) << 10U;
    if ((m_used[key / 64] >> key % 64 & 1U) == 0) return;
    const Group& group = m_groups[m_group_of[key]];
    if ((group.fourth >> low(3) & group.fifth >> low(4) & 1U) == 0) return;
    for (std::uint32_t i = group.begin; i < group.end; ++i) {
      if (begins(m_list[i], text, at)) visit(std::size_t{m_list[i].id});
    }
  }

 private:
  // The lower five bits of a byte: upper and lower case of a letter are one. A key is those of three bytes.
  static constexpr std::size_t k_low = 0x1F;
  static constexpr std::size_t k_keys = 1U << 15U;

  struct Entry {
    std::uint32_t id = 0;
    std::uint32_t sets = 0;    // where in m_sets those of the entry begin
    std::uint32_t places = 0;  // how many there are
  };
  // Entries of one key.
  struct Group {
    std::uint32_t fourth = 0;  // for each value of the lower bits of the fourth byte, whether an entry has it
    std::uint32_t fifth = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  void add_groups(const std::vector<std::uint32_t>& counts);
  bool begins(const Entry& entry, std::string_view text, std::size_t at) const;

  std::array<std::uint64_t, k_keys / 64> m_used{};
  std::vector<std::uint16_t> m_group_of;  // by key
  std::vector<Group> m_groups;            // of the keys that are used
  std::vector<Entry> m_list;
  std::string m_sets;
};

}  // namespace codelake::secrets
