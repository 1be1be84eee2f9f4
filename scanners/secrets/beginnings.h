// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
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

  // So many bytes are asked for by is_used and may_begin.
  static constexpr std::size_t k_looked_at = 6;

  // Whether something may begin with the first three bytes at `text`. Without a branch, for places without number.
  bool is_used(const char* text) const {
    const std::size_t key = key_of(text);
    return (m_used[key / 64] >> key % 64 & 1U) != 0;
  }
  // Whether it may with the first six. Without a branch.
  bool may_begin(const char* text) const {
    const Group& group = m_groups[m_group_of[key_of(text)]];
    return (group.fourth >> low(text[3]) & group.fifth >> low(text[4]) & group.sixth >> low(text[5]) & 1U) != 0;
  }

  // Calls visit(id) for everything that may begin at `at`.
  template <class Visit>
  void visit_at(std::string_view text, std::size_t at, const Visit& visit) const {
    FirstBytes first{};
    if (text.size() - at >= first.size()) {
      std::memcpy(first.data(), text.data() + at, first.size());
    } else {
      text.copy(first.data(), first.size(), at);
    }
    if (!is_used(first.data()) || !may_begin(first.data())) return;
    const auto bytes = std::bit_cast<std::uint64_t>(first);
    const Group& group = m_groups[m_group_of[key_of(first.data())]];
    for (std::uint32_t i = group.begin; i < group.end; ++i) {
      const Entry& entry = m_list[i];
      if ((bytes & entry.mask) != entry.value || text.size() - at < entry.places) continue;
      if (entry.exact || begins(entry, text, at)) visit(std::size_t{entry.id});
    }
  }

 private:
  // The lower five bits of a byte: upper and lower case of a letter are one. A key is those of three bytes.
  static constexpr std::size_t k_keys = 1U << 15U;
  static std::size_t low(char c) { return static_cast<std::size_t>(c) & 0x1FU; }
  static std::size_t key_of(const char* text) {
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, text, sizeof bytes);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap32(bytes);
    return (bytes & 0x1FU) | (bytes >> 3U & 0x3E0U) | (bytes >> 6U & 0x7C00U);
  }

  using FirstBytes = std::array<char, 8>;
  struct Entry {
    std::uint64_t mask = 0;    // of the first eight bytes, the bits that are the same in every text
    std::uint64_t value = 0;   // and what they are
    bool exact = false;        // these bits say everything
    std::uint32_t id = 0;
    std::uint32_t sets = 0;    // where in m_sets those of the entry begin
    std::uint32_t places = 0;  // how many there are
  };
  // Entries of one key.
  struct Group {
    std::uint32_t fourth = 0;  // for each value of the lower bits of the fourth byte, whether an entry has it
    std::uint32_t fifth = 0;
    std::uint32_t sixth = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  static Entry entry_of(const Beginning& beginning, std::size_t sets);
  void add_groups(const std::vector<std::uint32_t>& counts);
  bool begins(const Entry& entry, std::string_view text, std::size_t at) const;

  std::array<std::uint64_t, k_keys / 64> m_used{};
  std::vector<std::uint16_t> m_group_of;  // by key
  std::vector<Group> m_groups;            // the first is that of the keys that are not used
  std::vector<Entry> m_list;
  std::string m_sets;
};

}  // namespace codelake::secrets
