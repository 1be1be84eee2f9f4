// SPDX-License-Identifier: Apache-2.0
// Marks are in 32 groups (rule/mark_groups.h), one bit each. A table says for a byte which groups have it at their
// first place, another at their second, and so on: where all four say yes to one group a mark may begin. With
// AVX-512 a table is four of 64 entries, for the lower six bits of a byte and eight of the groups each, and 64 places are
// looked at at once; with AVX2 it is eight of sixteen entries, for the halves of a byte and eight of the groups each, for 32
// places; elsewhere it is one of 256. Of the places that are left those stay whose first bytes are those of a mark. Example: groups {key=, kex:} and {pwd=}; at "kewl" the tables say 01, 01, 10, 00 –
// together nothing.
#include "scanners/secrets/mark_search.h"

#include "scanners/secrets/kernels.h"
#include "scanners/secrets/set_words.h"

namespace codelake::secrets {

namespace {

constexpr std::size_t k_behind = Beginnings::k_looked_at - 1;

std::vector<Beginnings::Beginning> beginnings_of(const Tails& tails, std::string& sets) {
  std::vector<Beginnings::Beginning> beginnings(tails.marks());
  sets.reserve(tails.marks() * k_mark_bytes * 32);
  for (std::uint32_t mark = 0; mark < tails.marks(); ++mark) {
    const std::size_t begin = sets.size();
    for (std::size_t place = 0; place < tails.mark_size(mark); ++place) sets += tails.mark_set(mark, place);
    beginnings[mark] = {mark, std::string_view(sets).substr(begin)};
  }
  return beginnings;
}

// The byte may stand at the place in marks of these groups.
void add(MarkBytes& bytes, unsigned byte, unsigned groups) {
  for (std::size_t table = 0; table < k_mark_tables; ++table) {
    const auto bits = static_cast<std::uint8_t>(groups >> 8 * table);
    bytes.six[table][byte % 64] |= bits;
    bytes.lower[table][byte % 16] |= bits;
    bytes.upper[table][byte / 16] |= bits;
  }
  bytes.whole[byte] |= groups;
}

}  // namespace

MarkSearch::MarkSearch(const Tails& tails) {
  std::string sets;
  m_marks = Beginnings(beginnings_of(tails, sets));
  std::array<unsigned, k_mark_places> any{};  // groups with marks that are shorter
  for (std::size_t mark = 0; mark < tails.marks(); ++mark) {
    const unsigned group = 1U << tails.mark_group(mark);
    for (std::size_t place = 0; place < k_mark_places; ++place) {
      if (place >= tails.mark_size(mark)) {
        any[place] |= group;
        continue;
      }
      for_each_byte(set_words(tails.mark_set(mark, place)), [&](unsigned byte) { add(m_places[place], byte, group); });
    }
  }
  for (std::size_t place = 0; place < k_mark_places; ++place) {
    for (unsigned byte = 0; byte < 256; ++byte) add(m_places[place], byte, any[place]);
  }
}

std::size_t MarkSearch::find(std::string_view text, std::size_t begin, std::size_t blocks, Found& found) const {
  const MarkTables tables{m_places, m_marks};
  std::size_t count = 0;
  visit_blocks<k_behind>(text, begin, blocks, [&](const char* bytes, std::size_t first, std::size_t some) {
    const std::size_t from = count;
    count += kernels().find_marks(bytes, some, tables, found.data() + count);
    if (first == 0) return;
    for (std::size_t i = from; i < count; ++i) found[i] = static_cast<std::uint16_t>(found[i] + first * k_block_bytes);
  });
  return count;
}

}  // namespace codelake::secrets
