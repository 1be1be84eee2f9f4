// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace codelake::sast::flow {

// Tells which of many keys, that are kept elsewhere under consecutive numbers, is equal to a new one. Eight bytes a slot and
// no allocation for a key: searches ask it millions of times.
class NumberTable {
 public:
  // The number of an equal key, or `next`, which is then kept and true. `equal(number)` compares with the new key.
  template <class Equal>
  std::pair<std::uint32_t, bool> find_or_add(std::uint64_t hash, std::uint32_t next, const Equal& equal) {
    if (m_count * 2 >= m_slots.size()) grow();
    const auto mark = static_cast<std::uint32_t>(hash >> 32U);
    std::size_t at = mark & (m_slots.size() - 1);
    for (; m_slots[at].number != k_free; at = (at + 1) & (m_slots.size() - 1)) {
      if (m_slots[at].mark == mark && equal(m_slots[at].number)) return {m_slots[at].number, false};
    }
    m_slots[at] = {mark, next};
    m_count += 1;
    return {next, true};
  }

 private:
  static constexpr std::uint32_t k_free = 0xFFFFFFFF;
  struct Slot {
    std::uint32_t mark = 0;  // the upper half of the hash
    std::uint32_t number = k_free;
  };

  void grow() {
    std::vector<Slot> old(m_slots.empty() ? 64 : m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot& slot : old) {
      if (slot.number == k_free) continue;
      std::size_t at = slot.mark & (m_slots.size() - 1);
      while (m_slots[at].number != k_free) at = (at + 1) & (m_slots.size() - 1);
      m_slots[at] = slot;
    }
  }

  std::vector<Slot> m_slots;
  std::size_t m_count = 0;
};

}  // namespace codelake::sast::flow
