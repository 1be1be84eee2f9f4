// SPDX-License-Identifier: Apache-2.0
// A table with one entry for each way three bytes can look says "no rule" nearly always. Example: rules begin
// with ghp_, sk-[0-9a-f]; of the text "ghost" the key g-h-o is not in use; of "ghp_…" g-h-p names the first
// rule, whose further bytes are compared before its expression is tried.
#include "scanners/secrets/beginnings.h"

#include <bit>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_set_bytes = 32;

bool holds(std::string_view sets, std::size_t place, unsigned byte) {
  return (static_cast<unsigned char>(sets[place * k_set_bytes + byte / 8]) >> (byte % 8) & 1U) != 0;
}

// Which of the 32 values the lower five bits of the bytes of a set have.
std::uint32_t low_bits(std::string_view sets, std::size_t place) {
  std::uint32_t used = 0;
  for (unsigned i = 0; i < k_set_bytes; ++i) {
    used |= static_cast<std::uint32_t>(static_cast<unsigned char>(sets[place * k_set_bytes + i])) << (i % 4 * 8);
  }
  return used;
}

template <class Visit>
void for_each_bit(std::uint32_t bits, const Visit& visit) {
  for (; bits != 0; bits &= bits - 1) visit(static_cast<std::size_t>(std::countr_zero(bits)));
}

// Calls visit(key) for every way three bytes of a match can look.
template <class Visit>
void for_each_key(const Rule& rule, const Visit& visit) {
  const std::uint32_t third = low_bits(rule.first_bytes, 2);
  for_each_bit(low_bits(rule.first_bytes, 0), [&](std::size_t a) {
    for_each_bit(low_bits(rule.first_bytes, 1), [&](std::size_t b) {
      for_each_bit(third, [&](std::size_t c) { visit(a | b << 5U | c << 10U); });
    });
  });
}

}  // namespace

Beginnings::Beginnings(const std::vector<Rule>& rules, Route route) : m_first(k_keys + 1, 0) {
  const auto for_each_entry = [&](const auto& visit) {
    Entry entry;
    for (const Rule& rule : rules) {
      if (rule.route == route) {
        entry.places = static_cast<std::uint32_t>(rule.first_bytes.size() / k_set_bytes);
        for_each_key(rule, [&](std::size_t key) { visit(key, entry); });
        entry.sets += static_cast<std::uint32_t>(rule.first_bytes.size());
      }
      ++entry.rule;
    }
  };
  for (const Rule& rule : rules) m_sets += rule.route == route ? rule.first_bytes : std::string();
  for_each_entry([&](std::size_t key, const Entry&) {
    m_used.set(key);
    m_first[key] += 1;
  });
  for (std::size_t key = 0; key < k_keys; ++key) m_first[key + 1] += m_first[key];
  m_list.resize(m_first[k_keys]);
  // Filled from the end of each key's part, which leaves m_first at its beginning.
  for_each_entry([&](std::size_t key, const Entry& entry) { m_list[--m_first[key]] = entry; });
}

// The first three bytes are those of the key but for their case, so that they are looked at last.
bool Beginnings::begins(const Entry& entry, std::string_view text, std::size_t at) const {
  if (text.size() - at < entry.places) return false;
  const std::string_view sets = std::string_view(m_sets).substr(entry.sets);
  const auto fits = [&](std::size_t place) {
    return holds(sets, place, static_cast<unsigned char>(text[at + place]));
  };
  for (std::size_t place = 3; place < entry.places; ++place) {
    if (!fits(place)) return false;
  }
  return fits(0) && fits(1) && fits(2);
}

}  // namespace codelake::secrets
