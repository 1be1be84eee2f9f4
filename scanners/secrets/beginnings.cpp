// SPDX-License-Identifier: Apache-2.0
// A table with one bit for each way three bytes can look says "nothing" nearly always. Example: rules begin with
// ghp_, sk-[0-9a-f]; of the text "ghost" the key g-h-o is not in use; of "ghp_…" g-h-p leads to a group of entries,
// whose fourth to sixth bytes may be these; then the bytes of the entry are compared.
#include "scanners/secrets/beginnings.h"

#include "scanners/secrets/set_words.h"

#include <algorithm>
#include <bit>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_set_bytes = 32;
constexpr std::uint32_t k_any = ~std::uint32_t{0};

bool holds(std::string_view sets, std::size_t place, unsigned byte) {
  return (static_cast<unsigned char>(sets[place * k_set_bytes + byte / 8]) >> (byte % 8) & 1U) != 0;
}

// Which of the 32 values the lower five bits of the bytes of a set have; all where there is no such set.
std::uint32_t low_bits(std::string_view sets, std::size_t place) {
  if (place * k_set_bytes >= sets.size()) return k_any;
  const SetWords words = set_words(sets.substr(place * k_set_bytes));
  const std::uint64_t used = words[0] | words[1] | words[2] | words[3];
  return static_cast<std::uint32_t>(used | used >> 32U);
}

// What the bytes of a set have in common.
struct Shared {
  unsigned in_all = 0xFF;  // bits that all of them have
  unsigned in_any = 0;     // bits that one of them has
  unsigned count = 0;
};

// Sixty-four bytes at once: those that have a bit are a pattern.
Shared shared_of(std::string_view sets, std::size_t place) {
  constexpr std::array<std::uint64_t, 6> having = {0xAAAAAAAAAAAAAAAA, 0xCCCCCCCCCCCCCCCC, 0xF0F0F0F0F0F0F0F0,
                                                   0xFF00FF00FF00FF00, 0xFFFF0000FFFF0000, 0xFFFFFFFF00000000};
  Shared shared;
  const SetWords words = set_words(sets.substr(place * k_set_bytes));
  for (unsigned quarter = 0; quarter < words.size(); ++quarter) {
    const std::uint64_t bytes = words[quarter];
    if (bytes == 0) continue;
    unsigned all = quarter << 6U;
    unsigned any = quarter << 6U;
    for (unsigned bit = 0; bit < having.size(); ++bit) {
      all |= (bytes & ~having[bit]) == 0 ? 1U << bit : 0U;
      any |= (bytes & having[bit]) != 0 ? 1U << bit : 0U;
    }
    shared.in_all &= all;
    shared.in_any |= any;
    shared.count += static_cast<unsigned>(std::popcount(bytes));
  }
  return shared;
}

// Calls visit(key) for every way three bytes can look.
template <class Visit>
void for_each_key(std::string_view sets, const Visit& visit) {
  const std::uint32_t third = low_bits(sets, 2);
  for_each_bit(low_bits(sets, 0), [&](unsigned a) {
    for_each_bit(low_bits(sets, 1), [&](unsigned b) {
      for_each_bit(third, [&](unsigned c) { visit(std::size_t{a | b << 5U | c << 10U}); });
    });
  });
}

}  // namespace

Beginnings::Beginnings(const std::vector<Beginning>& beginnings) {
  std::vector<std::uint32_t> counts(k_keys, 0);
  for (const Beginning& beginning : beginnings) {
    for_each_key(beginning.sets, [&](std::size_t key) {
      ++counts[key];
      m_used[key / 64] |= std::uint64_t{1} << key % 64;
    });
  }
  add_groups(counts);
  m_list.resize(m_groups.back().end);
  for (const Beginning& beginning : beginnings) {
    const Entry entry = entry_of(beginning, m_sets.size());
    m_sets += beginning.sets;
    const std::uint32_t fourth = low_bits(beginning.sets, 3);
    const std::uint32_t fifth = low_bits(beginning.sets, 4);
    const std::uint32_t sixth = low_bits(beginning.sets, 5);
    for_each_key(beginning.sets, [&](std::size_t key) {
      Group& group = m_groups[m_group_of[key]];
      group.fourth |= fourth;
      group.fifth |= fifth;
      group.sixth |= sixth;
      m_list[group.end - counts[key]--] = entry;
    });
  }
}

// The bits that all bytes of a set share, of as many places as there are. A set of all bytes with these bits is told by
// them alone: {k}, or {k, K}, which differ in one bit.
Beginnings::Entry Beginnings::entry_of(const Beginning& beginning, std::size_t sets) {
  Entry entry;
  entry.id = beginning.id;
  entry.sets = static_cast<std::uint32_t>(sets);
  entry.places = static_cast<std::uint32_t>(beginning.sets.size() / k_set_bytes);
  FirstBytes mask{};
  FirstBytes value{};
  entry.exact = entry.places <= mask.size();
  for (std::size_t place = 0; place < std::min<std::size_t>(entry.places, mask.size()); ++place) {
    const auto [in_all, in_any, count] = shared_of(beginning.sets, place);
    const unsigned same = 0xFF & ~(in_any ^ in_all);
    mask[place] = static_cast<char>(same);
    value[place] = static_cast<char>(in_all & same);
    entry.exact = entry.exact && count == 1U << (8 - std::popcount(same));
  }
  entry.mask = std::bit_cast<std::uint64_t>(mask);
  entry.value = std::bit_cast<std::uint64_t>(value);
  return entry;
}

// One for each key that is used, with as many entries as are counted.
void Beginnings::add_groups(const std::vector<std::uint32_t>& counts) {
  std::uint32_t end = 0;
  m_group_of.resize(k_keys, 0);
  m_groups.emplace_back();
  for (std::size_t word = 0; word < m_used.size(); ++word) {
    for_each_bit(m_used[word], [&](unsigned bit) {
      const std::size_t key = word * 64 + bit;
      m_group_of[key] = static_cast<std::uint16_t>(m_groups.size());
      m_groups.push_back({0, 0, 0, end, end + counts[key]});
      end += counts[key];
    });
  }
}

// Requires as many bytes as the entry has places. The first three are those of the key but for their case, so that they
// are looked at last.
bool Beginnings::begins(const Entry& entry, std::string_view text, std::size_t at) const {
  const std::string_view sets = std::string_view(m_sets).substr(entry.sets);
  const auto fits = [&](std::size_t place) {
    return holds(sets, place, static_cast<unsigned char>(text[at + place]));
  };
  for (std::size_t place = 3; place < entry.places; ++place) {
    if (!fits(place)) return false;
  }
  for (std::size_t place = 0; place < std::min<std::size_t>(entry.places, 3); ++place) {
    if (!fits(place)) return false;
  }
  return true;
}

}  // namespace codelake::secrets
