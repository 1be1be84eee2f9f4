// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/rule/rule.h"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// Tells which of many rules may match at a place, by the first bytes there (Rule::first_bytes).
class Beginnings {
 public:
  Beginnings() = default;
  // Of the rules of `route`.
  Beginnings(const std::vector<Rule>& rules, Route route);

  // Calls visit(index of the rule) for every rule that may match at `at`. Requires three bytes from there on.
  template <class Visit>
  void visit_at(std::string_view text, std::size_t at, const Visit& visit) const {
    const std::size_t key = key_of(text[at], text[at + 1], text[at + 2]);
    if (!m_used[key]) return;
    for (std::uint32_t i = m_first[key]; i < m_first[key + 1]; ++i) {
      if (begins(m_list[i], text, at)) visit(std::size_t{m_list[i].rule});
    }
  }

 private:
  // Five bits of each of three bytes: upper and lower case of a letter are one.
  static constexpr std::size_t k_keys = 1U << 15U;
  static std::size_t key_of(char a, char b, char c) {
    const auto low = [](char byte) { return static_cast<std::size_t>(byte) & 0x1FU; };
    return low(a) | low(b) << 5U | low(c) << 10U;
  }

  struct Entry {
    std::uint32_t rule = 0;
    std::uint32_t sets = 0;    // where in m_sets those of the rule begin
    std::uint32_t places = 0;  // how many there are
  };
  bool begins(const Entry& entry, std::string_view text, std::size_t at) const;

  std::bitset<k_keys> m_used;
  std::vector<std::uint32_t> m_first;  // for each key, where in m_list its rules are
  std::vector<Entry> m_list;
  std::string m_sets;
};

}  // namespace codelake::secrets
