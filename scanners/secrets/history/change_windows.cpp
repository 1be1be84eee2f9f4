// SPDX-License-Identifier: Apache-2.0
// A delta says which bytes of a blob are new and which were copied from a blob that was searched already. What a rule finds
// depends on the bytes it matches and a few around them, so it is enough to look near the seams: the new bytes and the
// places where copies meet.
//
//   base      ........KEY=a..........PASS=b......
//   new blob  ........KEY=a....xxxx....PASS=b......      xxxx is new
//             |--- copied ---|    |---- copied ---|
//                     [  window  ]
//
// A candidate that was copied with k_margin bytes on both sides is known in the new blob too, at its new place. Any other
// candidate begins or ends within k_margin bytes of a seam and is no longer than k_near_window, so that it lies inside
// the window of k_reach bytes around the seam. Windows grow to the ends of the words they cut, for tokens that are longer.
// Rules that reach farther (keys of many lines) say where they might match (Sighted::far): when such a stretch was not
// copied in one piece, the blob is looked at as a whole.
#include "scanners/secrets/history/change_windows.h"

#include <algorithm>

namespace codelake::secrets::history {

namespace {

constexpr std::size_t k_margin = 64;
constexpr std::size_t k_reach = k_margin + k_near_window;
constexpr std::size_t k_word_max = 4096;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

class Plan {
 public:
  Plan(std::string_view text, std::size_t base_size) : m_text(text), m_base_size(base_size) {}

  void seam(std::size_t begin, std::size_t end) {
    add({begin > k_reach ? begin - k_reach : 0, std::min(m_text.size(), end + k_reach)}, plan.windows);
  }

  void grow_to_words() {
    std::vector<Window> grown;
    grown.reserve(plan.windows.size());
    for (Window window : plan.windows) {
      for (std::size_t i = 0; i < k_word_max && window.begin > 0 && !is_space(m_text[window.begin - 1]); ++i) --window.begin;
      for (std::size_t i = 0; i < k_word_max && window.end < m_text.size() && !is_space(m_text[window.end]); ++i) ++window.end;
      add(window, grown);
    }
    plan.windows = std::move(grown);
  }

  void seams(const std::vector<Stretch>& stretches) {
    if (stretches.empty()) return;
    const Stretch& first = stretches.front();
    if (first.copied && first.source != 0) seam(0, 0);
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      if (!stretches[i].copied) {
        seam(stretches[i].begin, stretches[i].end());
      } else if (i > 0 && stretches[i - 1].copied) {
        seam(stretches[i].begin, stretches[i].begin);
      }
    }
    const Stretch& last = stretches.back();
    if (last.copied && last.source + last.size != m_base_size) seam(m_text.size(), m_text.size());
  }

  void carry_marks(const Stretch& copy, const Sighted& base) {
    const bool at_start = copy.source == 0 && copy.begin == 0;
    const bool at_end = copy.source + copy.size == m_base_size && copy.end() == m_text.size();
    const std::size_t from = copy.source + (at_start ? 0 : k_margin);
    const std::size_t to = copy.source + copy.size;
    auto mark = std::lower_bound(base.marks.begin(), base.marks.end(), from,
                                 [](const Mark& a, std::size_t wanted) { return a.begin < wanted; });
    for (; mark != base.marks.end() && mark->begin < to; ++mark) {
      if (mark->end + (at_end ? 0 : k_margin) > to) continue;
      Mark moved = *mark;
      moved.begin = static_cast<std::uint32_t>(moved.begin - copy.source + copy.begin);
      moved.end = static_cast<std::uint32_t>(moved.end - copy.source + copy.begin);
      plan.known.marks.push_back(moved);
    }
  }

  // False when a stretch that must stay whole did not.
  bool carry_far(const std::vector<Stretch>& stretches, const Sighted& base) {
    for (const Window& far : base.far) {
      bool carried = false;
      for (const Stretch& copy : stretches) {
        if (!copy.copied || far.begin < copy.source || far.end > copy.source + copy.size) continue;
        plan.known.far.push_back({far.begin - copy.source + copy.begin, far.end - copy.source + copy.begin});
        carried = true;
      }
      if (!carried) return false;
    }
    return true;
  }

  ChangePlan plan;

 private:
  // Requires windows in the order of their beginnings.
  static void add(Window window, std::vector<Window>& windows) {
    if (!windows.empty() && window.begin <= windows.back().end) {
      windows.back().end = std::max(windows.back().end, window.end);
    } else {
      windows.push_back(window);
    }
  }

  std::string_view m_text;
  std::size_t m_base_size;
};

}  // namespace

ChangePlan plan_change(std::string_view text, const std::vector<Stretch>& stretches, const Sighted& base) {
  Plan change(text, base.size);
  if (!change.carry_far(stretches, base)) return {{}, {{0, text.size()}}};
  for (std::size_t i = 0; i < stretches.size() && !base.marks.empty(); ++i) {
    if (stretches[i].copied) change.carry_marks(stretches[i], base);
  }
  change.seams(stretches);
  change.grow_to_words();
  return std::move(change.plan);
}

}  // namespace codelake::secrets::history
