// SPDX-License-Identifier: Apache-2.0
// Versions of a file share lines with one another that they do not share with the one they are stored as a change of: a
// change that was carried to other branches, or undone, or that lies between the version at hand and its base as it lay
// between the one before and its base. So windows are cut into pieces, and in a piece that stood in another text only those
// places are searched by which something was found there: mostly none. Cuts are where lines begin, a little more than
// k_piece_min bytes apart.
//
//   window       |--------------------------------------------|
//   pieces       |------------|---------------|---------------|
//   looked at             |-----------------------|               k_reach more on both sides, from where a line begins
//   compared            |---------------------------|             k_margin more than that
//
// What is found in a piece, or begins or ends there, depends on what is looked at around it (change_windows.h).
#include "scanners/secrets/history/known_pieces.h"

#include "scanners/secrets/history/change_windows.h"
#include "scanners/secrets/kernels.h"

#include <algorithm>

namespace codelake::secrets::history {

namespace {

constexpr std::size_t k_piece_min = 1024;
constexpr std::size_t k_places_max = 64;  // of a piece that is remembered

// Where the piece that begins at `begin` ends.
std::size_t piece_end(std::string_view text, std::size_t begin, std::size_t end) {
  if (end - begin <= 2 * k_piece_min) return end;
  const std::size_t line_break = text.substr(0, end - k_piece_min).find('\n', begin + k_piece_min);
  return line_break == std::string_view::npos ? end : line_break + 1;
}

// Texts that stand at the beginning or the end of what holds them are of another kind than others.
std::uint64_t name_of(std::string_view text, const Window& looked_at) {
  const std::size_t begin = looked_at.begin - std::min(looked_at.begin, k_margin);
  const std::size_t end = std::min(text.size(), looked_at.end + k_margin);
  const std::uint64_t kind = (looked_at.begin - begin) << 32U | (end - looked_at.end) << 1U | (begin == 0 ? 1U : 0U);
  return TextMemory::name_of(text.substr(begin, end - begin), kind);
}

// Gives windows in order, of which those that meet are one.
void join(std::vector<Window>& windows) {
  if (!std::is_sorted(windows.begin(), windows.end())) std::sort(windows.begin(), windows.end());
  std::size_t joined = 0;
  for (const Window& next : windows) {
    if (joined > 0 && next.begin <= windows[joined - 1].end) {
      windows[joined - 1].end = std::max(windows[joined - 1].end, next.end);
    } else {
      windows[joined++] = next;
    }
  }
  windows.resize(joined);
}

}  // namespace

std::uint64_t TextMemory::name_of(std::string_view text, std::uint64_t kind) {
  return std::max<std::uint64_t>(kernels().hash(text) + kind * 0x9E3779B97F4A7C15, 1);
}

std::span<const TextMemory::Place> TextMemory::places(std::uint64_t name) const {
  const Entry& entry = m_entries[name % k_entries];
  return std::span(m_places).subspan(entry.first, entry.count);
}

void TextMemory::add(std::uint64_t name, std::span<const Place> places) {
  const bool full = m_places.size() + places.size() > k_places_max;
  if (m_entries.empty() || full) m_entries.assign(k_entries, {});
  if (full) m_places.clear();
  m_entries[name % k_entries] = {name, static_cast<std::uint32_t>(m_places.size()), static_cast<std::uint32_t>(places.size())};
  m_places.insert(m_places.end(), places.begin(), places.end());
}

std::vector<Window> KnownPieces::unknown(std::string_view text, std::span<const Window> windows) {
  m_asked.clear();
  std::vector<Window> asked;
  for (const Window& window : windows) {
    for (std::size_t begin = window.begin, end = 0; begin < window.end; begin = end) {
      end = piece_end(text, begin, window.end);
      Window around = window;
      if (begin > window.begin + k_reach) around.begin = std::max(window.begin, line_begin(text, begin - k_reach));
      if (end + k_reach < window.end) around.end = end + k_reach;
      const Piece piece{around, name_of(text, around)};
      if (m_memory.holds(piece.name)) {
        add_known(text, piece, asked);
      } else {
        m_asked.push_back(piece);
        asked.push_back(around);
      }
    }
  }
  join(asked);
  return asked;
}

// As windows begin where lines begin (change_windows.h), so do these.
void KnownPieces::add_known(std::string_view text, const Piece& piece, std::vector<Window>& asked) const {
  for (const TextMemory::Place& place : m_memory.places(piece.name)) {
    const std::size_t begin = line_begin(text, piece.around.begin + place.begin);
    asked.push_back({std::max(piece.around.begin, begin), piece.around.begin + place.end});
  }
}

void KnownPieces::learn(std::vector<Window> hot) {
  join(hot);
  std::vector<TextMemory::Place> places;
  auto first = hot.begin();
  for (const Piece& piece : m_asked) {
    const Window& around = piece.around;
    while (first != hot.end() && first->end <= around.begin) ++first;
    places.clear();
    for (auto next = first; next != hot.end() && next->begin < around.end && places.size() <= k_places_max; ++next) {
      places.push_back({static_cast<std::uint32_t>(std::max(next->begin, around.begin) - around.begin),
                        static_cast<std::uint32_t>(std::min(next->end, around.end) - around.begin)});
    }
    if (places.size() <= k_places_max) m_memory.add(piece.name, places);
  }
}

}  // namespace codelake::secrets::history
