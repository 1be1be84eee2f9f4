// SPDX-License-Identifier: Apache-2.0
// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), over lines. With k = x - y, the furthest x that d
// changes reach on each diagonal k is kept for every d, and the way is read backwards from the end.
//
//     before  a b c        d = 0 reaches (1, 1): 'a' is common
//     after   a x c        d = 1 removes b: (2, 1), or adds x: (1, 2)
//                          d = 2 does both: (2, 2), then 'c' is common: the end
//
// Lines that begin and end both texts are set aside first. Texts that differ in more than k_changes_max lines are given as
// one removal and one addition.
#include "core/text_diff.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace codelake {

namespace {

constexpr std::int64_t k_changes_max = 2000;
constexpr std::size_t k_context = 3;

using Lines = std::vector<std::string_view>;  // with their line breaks

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// A stretch of lines that is exchanged: [from, to) of each text.
struct Change {
  std::size_t from_before = 0;
  std::size_t to_before = 0;
  std::size_t from_after = 0;
  std::size_t to_after = 0;
};

class Differ {
 public:
  Differ(const Lines& before, const Lines& after) : m_before(before), m_after(after) {
    const std::size_t shorter = std::min(before.size(), after.size());
    while (m_head < shorter && before[m_head] == after[m_head]) ++m_head;
    while (m_tail < shorter - m_head && before[before.size() - 1 - m_tail] == after[after.size() - 1 - m_tail]) ++m_tail;
    m_rows = static_cast<std::int64_t>(before.size() - m_head - m_tail);
    m_columns = static_cast<std::int64_t>(after.size() - m_head - m_tail);
  }

  std::vector<Change> run() {
    if (m_rows == 0 && m_columns == 0) return {};
    const Change everything{m_head, m_before.size() - m_tail, m_head, m_after.size() - m_tail};
    if (m_rows == 0 || m_columns == 0 || !reach_the_end()) return {everything};
    return read_backwards();
  }

 private:
  bool same(std::int64_t x, std::int64_t y) const {
    return m_before[m_head + static_cast<std::size_t>(x)] == m_after[m_head + static_cast<std::size_t>(y)];
  }

  // Whether diagonal k is reached with d changes by one more addition, not by one more removal, from those with d - 1.
  static bool by_addition(const std::vector<std::int64_t>& reached, std::int64_t k, std::int64_t d) {
    return at(reached, k - 1, d - 1) < at(reached, k + 1, d - 1);
  }
  // The furthest x on a diagonal with d changes, kept at k + d; -1 where there is none.
  static std::int64_t at(const std::vector<std::int64_t>& reached, std::int64_t k, std::int64_t d) {
    const std::int64_t index = k + d;
    return index < 0 || index >= static_cast<std::int64_t>(reached.size()) ? -1 : reached[static_cast<std::size_t>(index)];
  }

  std::int64_t slide(std::int64_t x, std::int64_t k) const {
    while (x < m_rows && x - k < m_columns && same(x, x - k)) ++x;
    return x;
  }

  // Where diagonal k is entered with the d-th change; -1 when neither neighbour was reached.
  std::int64_t step(std::int64_t k, std::int64_t d) const {
    const std::vector<std::int64_t>& before = m_reached.back();
    if (by_addition(before, k, d)) return at(before, k + 1, d - 1);
    const std::int64_t x = at(before, k - 1, d - 1);
    return x < 0 ? -1 : x + 1;
  }

  bool reach_the_end() {
    const std::int64_t most = std::min(m_rows + m_columns, k_changes_max);
    for (std::int64_t d = 0; d <= most; ++d) {
      std::vector<std::int64_t> reached(static_cast<std::size_t>(2 * d + 1), -1);
      for (std::int64_t k = -d; k <= d; k += 2) {
        std::int64_t x = d == 0 ? 0 : step(k, d);
        if (x < 0 || x > m_rows || x - k > m_columns) continue;
        x = slide(x, k);
        reached[static_cast<std::size_t>(k + d)] = x;
        if (x == m_rows && x - k == m_columns) return true;
      }
      m_reached.push_back(std::move(reached));
    }
    return false;
  }

  std::vector<Change> read_backwards() const {
    std::vector<Change> changes;
    std::int64_t x = m_rows;
    std::int64_t y = m_columns;
    for (auto d = static_cast<std::int64_t>(m_reached.size()); d > 0; --d) {
      const std::int64_t k = x - y;
      const std::vector<std::int64_t>& before = m_reached[static_cast<std::size_t>(d - 1)];
      const bool addition = by_addition(before, k, d);
      x = addition ? at(before, k + 1, d - 1) : at(before, k - 1, d - 1);
      y = x - (addition ? k + 1 : k - 1);
      const std::size_t row = m_head + static_cast<std::size_t>(x);
      const std::size_t column = m_head + static_cast<std::size_t>(y);
      add(changes, {row, row + (addition ? 0U : 1U), column, column + (addition ? 1U : 0U)});
    }
    std::reverse(changes.begin(), changes.end());
    return changes;
  }

  // Joins a change with the one found before, which stands behind it.
  static void add(std::vector<Change>& changes, const Change& change) {
    if (!changes.empty() && changes.back().from_before == change.to_before && changes.back().from_after == change.to_after) {
      changes.back().from_before = change.from_before;
      changes.back().from_after = change.from_after;
    } else {
      changes.push_back(change);
    }
  }

  const Lines& m_before;
  const Lines& m_after;
  std::size_t m_head = 0;
  std::size_t m_tail = 0;
  std::int64_t m_rows = 0;
  std::int64_t m_columns = 0;
  std::vector<std::vector<std::int64_t>> m_reached;
};

void append_line(std::string& to, char mark, std::string_view line) {
  to += mark;
  to += line;
  if (!line.ends_with('\n')) to += "\n\\ No newline at end of file\n";
}

// "12,3": the first line and the number of lines; an empty stretch is named by the line before it.
std::string span_text(std::size_t from, std::size_t to) {
  const std::size_t count = to - from;
  return std::to_string(count == 0 ? from : from + 1) + (count == 1 ? "" : "," + std::to_string(count));
}

// Changes that stand so close that their contexts touch make one hunk.
std::string hunk(const Lines& before, const Lines& after, std::span<const Change> changes) {
  const Change& first = changes.front();
  const Change& last = changes.back();
  const std::size_t lead = std::min(k_context, first.from_before);
  const std::size_t end = std::min(last.to_before + k_context, before.size());
  const std::size_t trail = end - last.to_before;
  std::string text = "@@ -" + span_text(first.from_before - lead, end) + " +" +
                     span_text(first.from_after - lead, last.to_after + trail) + " @@\n";
  std::size_t line = first.from_before - lead;
  for (const Change& change : changes) {
    for (; line < change.from_before; ++line) append_line(text, ' ', before[line]);
    for (; line < change.to_before; ++line) append_line(text, '-', before[line]);
    for (std::size_t j = change.from_after; j < change.to_after; ++j) append_line(text, '+', after[j]);
  }
  for (; line < end; ++line) append_line(text, ' ', before[line]);
  return text;
}

}  // namespace

std::string unified_diff(std::string_view before, std::string_view after, std::string_view name) {
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  const std::vector<Change> changes = Differ(old_lines, new_lines).run();
  const std::span<const Change> all = changes;
  if (changes.empty()) return {};
  std::string text = "--- a/" + std::string(name) + "\n+++ b/" + std::string(name) + "\n";
  for (std::size_t first = 0; first < changes.size();) {
    std::size_t last = first;
    while (last + 1 < changes.size() && changes[last + 1].from_before - changes[last].to_before <= 2 * k_context) ++last;
    text += hunk(old_lines, new_lines, all.subspan(first, last - first + 1));
    first = last + 1;
  }
  return text;
}

}  // namespace codelake
