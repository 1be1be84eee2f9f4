// SPDX-License-Identifier: Apache-2.0
#include "core/line_index.h"

#include <algorithm>

namespace codelake {

namespace {

std::uint32_t code_points(std::string_view text) {
  const auto is_lead_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), is_lead_byte));
}

}  // namespace

// Each of the two characters is searched for by itself, which is many times faster than for either, and again only when
// the last one found has been passed.
LineIndex::LineIndex(std::string_view text) : m_text(text) {
  m_starts.push_back(0);
  std::size_t feed = text.find('\n');
  std::size_t carriage = text.find('\r');
  while (feed != std::string_view::npos || carriage != std::string_view::npos) {
    const std::size_t last = carriage < feed && carriage + 1 != feed ? carriage : feed;  // "\r\n" is one break
    m_starts.push_back(static_cast<std::uint32_t>(last + 1));
    if (feed != std::string_view::npos && feed <= last) feed = text.find('\n', last + 1);
    if (carriage != std::string_view::npos && carriage <= last) carriage = text.find('\r', last + 1);
  }
}

Position LineIndex::position(std::size_t offset) const {
  const auto clamped = static_cast<std::uint32_t>(std::min(offset, m_text.size()));
  const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), clamped);
  const auto line = static_cast<std::uint32_t>(after - m_starts.begin());
  const std::uint32_t start = m_starts[line - 1];
  const std::string_view before = m_text.substr(start, clamped - start);
  return {line, code_points(before) + 1, clamped};
}

Position LineIndex::position_after(const Position& earlier, std::size_t offset) const {
  const auto clamped = static_cast<std::uint32_t>(std::min(offset, m_text.size()));
  const bool same_line = earlier.line >= m_starts.size() || clamped < m_starts[earlier.line];
  if (!same_line || clamped < earlier.offset) return position(offset);
  const std::string_view between = m_text.substr(earlier.offset, clamped - earlier.offset);
  return {earlier.line, earlier.column + code_points(between), clamped};
}

std::string_view LineIndex::line(std::uint32_t number) const {
  if (number == 0 || number > m_starts.size()) return {};
  const std::size_t start = m_starts[number - 1];
  const std::size_t end = number < m_starts.size() ? m_starts[number] : m_text.size();
  std::string_view line = m_text.substr(start, end - start);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

}  // namespace codelake
