// SPDX-License-Identifier: Apache-2.0
// Behind its end a text goes on with empty runs and zeros for ever: 1. = 1.0 and 1.0~ < 1.0. In a key an
// empty run and a zero are one byte each, 2, and never more than two of them stand before another byte. So a
// key drops the twos at its end and puts three there: no other key can go on with more, and one that goes on
// with less is decided by its own byte, 1 for "~", more than 2 for everything else.
#include "scanners/sca/versions/tilde_text.h"

#include "scanners/sca/versions/characters.h"

namespace codelake::sca {

namespace {

constexpr char k_run_end = 2;
constexpr int k_letter_first = 3;
constexpr int k_other_first = k_letter_first + 52;

std::uint8_t weight(char c) {
  if (c == '~') return 1;
  if (is_upper(c)) return static_cast<std::uint8_t>(k_letter_first + (c - 'A'));
  if (is_lower(c)) return static_cast<std::uint8_t>(k_letter_first + 26 + (c - 'a'));
  // All other bytes in their order, without the 63 that stand above and below.
  const int byte = static_cast<std::uint8_t>(c);
  const int skipped = byte < '0' ? 0 : byte < 'A' ? 10 : byte < 'a' ? 36 : byte < '~' ? 62 : 63;
  return static_cast<std::uint8_t>(k_other_first + byte - skipped);
}

}  // namespace

void add_tilde_text(VersionKey& key, std::string_view text) {
  VersionKey part;
  while (!text.empty()) {
    for (; !text.empty() && !is_digit(text.front()); text.remove_prefix(1)) part.tag(weight(text.front()));
    part.tag(k_run_end);
    std::size_t end = 0;
    while (end < text.size() && is_digit(text[end])) ++end;
    part.number(text.substr(0, end));
    text.remove_prefix(end);
  }
  std::string bytes = part.take();
  while (!bytes.empty() && bytes.back() == k_run_end) bytes.pop_back();
  key.append(bytes);
  for (int i = 0; i < 3; ++i) key.tag(k_run_end);
}

}  // namespace codelake::sca
