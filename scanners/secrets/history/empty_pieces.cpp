// SPDX-License-Identifier: Apache-2.0
// Versions of a file share lines with one another that they do not share with the one they are stored as a change of: a
// change that was carried to other branches, or undone, or that lies between the version at hand and its base as it lay
// between the one before and its base. So windows are cut into pieces, and a piece that stood in another text and held
// nothing holds nothing here. Cuts are where lines begin, a little more than k_piece_min bytes apart.
//
//   window       |--------------------------------------------|
//   pieces       |------------|---------------|---------------|
//   looked at             |-----------------------|               k_reach more on both sides, from where a line begins
//   compared            |---------------------------|             k_margin more than that
//
// What is found in a piece, or begins or ends there, depends on what is looked at around it (change_windows.h).
#include "scanners/secrets/history/empty_pieces.h"

#include "scanners/secrets/history/change_windows.h"
#include "scanners/secrets/kernels.h"

#include <algorithm>

namespace codelake::secrets::history {

namespace {

constexpr std::size_t k_piece_min = 1024;

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

// Windows that meet become one.
void add(std::vector<Window>& windows, const Window& next) {
  if (!windows.empty() && next.begin <= windows.back().end) {
    windows.back().end = std::max(windows.back().end, next.end);
  } else {
    windows.push_back(next);
  }
}

}  // namespace

TextMemory::TextMemory() : m_names(k_names, 0) {}

std::uint64_t TextMemory::name_of(std::string_view text, std::uint64_t kind) {
  return std::max<std::uint64_t>(kernels().hash(text) + kind * 0x9E3779B97F4A7C15, 1);
}

std::vector<Window> EmptyPieces::unknown(std::string_view text, std::span<const Window> windows) {
  m_asked.clear();
  std::vector<Window> asked;
  for (const Window& window : windows) {
    for (std::size_t begin = window.begin, end = 0; begin < window.end; begin = end) {
      end = piece_end(text, begin, window.end);
      Window around = window;
      if (begin > window.begin + k_reach) around.begin = std::max(window.begin, line_begin(text, begin - k_reach));
      if (end + k_reach < window.end) around.end = end + k_reach;
      const Piece piece{around, name_of(text, around)};
      if (m_empty.holds(piece.name)) continue;
      m_asked.push_back(piece);
      add(asked, around);
    }
  }
  return asked;
}

void EmptyPieces::learn(std::vector<Window> found) {
  std::sort(found.begin(), found.end());
  std::vector<Window> joined;
  for (const Window& window : found) add(joined, window);
  auto next = joined.begin();
  for (const Piece& piece : m_asked) {
    while (next != joined.end() && next->end < piece.around.begin) ++next;
    if (next == joined.end() || next->begin > piece.around.end) m_empty.add(piece.name);
  }
}

}  // namespace codelake::secrets::history
