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
// the window of k_reach bytes around the seam. Windows grow to the ends of the words they cut, for tokens that are longer,
// and to the beginnings of their lines, where a match may stand that rules out one behind it.
// Rules that reach farther (keys of many lines) say where they might match (Sighted::far). Where only a piece of such a
// stretch was copied, what made it one may stand in the piece, and the match may now go on on either side of it: as many
// bytes as the stretch has are looked at there, and what was found in the piece has to be found again.
#include "scanners/secrets/history/change_windows.h"

#include <algorithm>
#include <cstring>

namespace codelake::secrets::history {

namespace {

constexpr std::size_t k_grown_max = 4096;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

class Plan {
 public:
  Plan(std::string_view text, std::size_t base_size) : m_text(text), m_base_size(base_size) {}

  // Windows that meet the last one become one with it.
  void look_at(std::size_t begin, std::size_t end, std::size_t around) {
    const Window window{begin > around ? begin - around : 0, std::min(m_text.size(), end + around)};
    const bool meets = !plan.windows.empty() && window.begin >= plan.windows.back().begin && window.begin <= plan.windows.back().end;
    if (meets) {
      plan.windows.back().end = std::max(plan.windows.back().end, window.end);
    } else {
      plan.windows.push_back(window);
    }
  }

  // Puts the windows in order and makes those that meet one, after they have grown.
  void join_windows() {
    if (!std::is_sorted(plan.windows.begin(), plan.windows.end())) std::sort(plan.windows.begin(), plan.windows.end());
    join([](Window window) { return window; });
    join([&](Window window) {
      window.begin = line_begin(m_text, window.begin);
      for (std::size_t i = 0; i < k_grown_max && window.end < m_text.size() && !is_space(m_text[window.end]); ++i) ++window.end;
      return window;
    });
  }

  void seams(const std::vector<Stretch>& stretches) {
    if (stretches.empty()) return;
    const Stretch& first = stretches.front();
    if (first.copied && first.source != 0) look_at(0, 0, k_reach);
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      if (!stretches[i].copied) {
        look_at(stretches[i].begin, stretches[i].end(), k_reach);
      } else if (i > 0 && stretches[i - 1].copied) {
        look_at(stretches[i].begin, stretches[i].begin, k_reach);
      }
    }
    const Stretch& last = stretches.back();
    if (last.copied && last.source + last.size != m_base_size) look_at(m_text.size(), m_text.size(), k_reach);
  }

  void carry(const Stretch& copy, const Sighted& base) {
    carry_marks(copy, base, carry_far(copy, base));
  }

  ChangePlan plan;

 private:
  // Requires windows in the order of their beginnings, which `grown` keeps.
  template <class Grown>
  void join(const Grown& grown) {
    std::vector<Window> joined;
    for (const Window& each : plan.windows) {
      const Window window = grown(each);
      if (!joined.empty() && window.begin <= joined.back().end) {
        joined.back().end = std::max(joined.back().end, window.end);
      } else {
        joined.push_back(window);
      }
    }
    plan.windows = std::move(joined);
  }

  // Gives the pieces of stretches that were not copied as a whole.
  std::vector<Window> carry_far(const Stretch& copy, const Sighted& base) {
    std::vector<Window> torn;
    // None of them lies in another, so that their ends are in order as well.
    const auto first = std::upper_bound(base.far.begin(), base.far.end(), copy.source,
                                        [](std::size_t begin, const Window& far) { return begin < far.end; });
    for (auto far_at = first; far_at != base.far.end() && far_at->begin < copy.source + copy.size; ++far_at) {
      const Window& far = *far_at;
      const Window piece{std::max(far.begin, copy.source), std::min(far.end, copy.source + copy.size)};
      const Window moved{piece.begin - copy.source + copy.begin, piece.end - copy.source + copy.begin};
      if (piece == far) {
        plan.known.far.push_back(moved);
      } else {
        look_at(moved.begin, moved.end, far.end - far.begin);
        torn.push_back(piece);
      }
    }
    return torn;
  }

  void carry_marks(const Stretch& copy, const Sighted& base, const std::vector<Window>& torn) {
    const bool at_start = copy.source == 0 && copy.begin == 0;
    const bool at_end = copy.source + copy.size == m_base_size && copy.end() == m_text.size();
    const std::size_t from = copy.source + (at_start ? 0 : k_margin);
    const std::size_t to = copy.source + copy.size;
    auto mark = std::lower_bound(base.marks.begin(), base.marks.end(), from,
                                 [](const Mark& a, std::size_t wanted) { return a.begin < wanted; });
    for (; mark != base.marks.end() && mark->begin < to; ++mark) {
      if (mark->end + (at_end ? 0 : k_margin) > to) continue;
      const auto holds = [&](const Window& piece) { return mark->begin < piece.end && mark->end > piece.begin; };
      if (std::any_of(torn.begin(), torn.end(), holds)) continue;
      Mark moved = *mark;
      moved.begin = static_cast<std::uint32_t>(moved.begin - copy.source + copy.begin);
      moved.end = static_cast<std::uint32_t>(moved.end - copy.source + copy.begin);
      plan.known.marks.push_back(moved);
    }
  }

  std::string_view m_text;
  std::size_t m_base_size;
};

}  // namespace

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(at - std::min(at, k_grown_max), std::min(at, k_grown_max));
  const void* const line_break = ::memrchr(before.data(), '\n', before.size());
  if (line_break == nullptr) return at - before.size();
  return static_cast<std::size_t>(static_cast<const char*>(line_break) - text.data()) + 1;
}

ChangePlan plan_change(std::string_view text, const std::vector<Stretch>& stretches, const Sighted& base) {
  Plan change(text, base.size);
  for (const Stretch& stretch : stretches) {
    if (stretch.copied) change.carry(stretch, base);
  }
  change.seams(stretches);
  change.join_windows();
  return std::move(change.plan);
}

}  // namespace codelake::secrets::history
