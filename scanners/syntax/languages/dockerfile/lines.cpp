// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/dockerfile/lines.h"

#include <algorithm>
#include <cctype>

namespace codelake::syntax::dockerfile {

namespace {

constexpr std::string_view k_space = " \t\r\v\f";

bool is_blank(std::string_view text) { return text.find_first_not_of(k_space) == std::string_view::npos; }

bool is_comment(std::string_view text) {
  const std::size_t first = text.find_first_not_of(k_space);
  return first != std::string_view::npos && text[first] == '#';
}

std::string without_space(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    if (k_space.find(byte) == std::string_view::npos) out += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  }
  return out;
}

}  // namespace

Span Line::span(std::size_t begin, std::size_t end) const {
  if (origins.empty()) return {};
  if (begin >= origins.size()) return {origins.back() + 1, origins.back() + 1};
  if (end <= begin) return {origins[begin], origins[begin]};
  return {origins[begin], origins[std::min(end, origins.size()) - 1] + 1};
}

Lines::Lines(std::string_view source) : m_source(source) { read_directives(); }

Lines::Physical Lines::physical(std::uint32_t at) const {
  const std::size_t found = m_source.find('\n', at);
  const bool last = found == std::string_view::npos;
  const auto end = static_cast<std::uint32_t>(last ? m_source.size() : found);
  return {at, end, last ? end : end + 1};
}

// "# escape=`" before everything else; other directives say nothing about the instructions.
void Lines::read_directives() {
  for (std::uint32_t at = 0; at < m_source.size();) {
    const Physical line = physical(at);
    const std::string written = without_space(text(line));
    const std::size_t equals = written.find('=');
    if (!written.starts_with('#') || equals == std::string::npos) return;
    const bool one = equals + 2 == written.size();
    if (written.substr(1, equals - 1) == "escape" && one && (written.back() == '`' || written.back() == '\\')) {
      m_escape = written.back();
    }
    at = line.next;
  }
}

std::optional<Line> Lines::next() {
  Line line;
  bool goes_on = false;
  while (m_at < m_source.size()) {
    const Physical part = physical(m_at);
    const std::string_view written = text(part);
    m_at = part.next;
    if (is_comment(written) || is_blank(written)) continue;
    const std::size_t last = written.find_last_not_of(k_space);
    goes_on = written[last] == m_escape;
    const std::size_t length = goes_on ? last : last + 1;
    for (std::size_t at = 0; at < length; ++at) {
      line.text += written[at];
      line.origins.push_back(part.begin + static_cast<std::uint32_t>(at));
    }
    if (!goes_on) break;
  }
  if (line.text.empty()) return std::nullopt;
  return line;
}

Span Lines::take_heredoc(std::string_view delimiter, bool indented) {
  Span body{m_at, m_at};
  while (m_at < m_source.size()) {
    const Physical line = physical(m_at);
    std::string_view written = text(line);
    if (written.ends_with('\r')) written.remove_suffix(1);
    while (indented && written.starts_with('\t')) written.remove_prefix(1);
    m_at = line.next;
    if (written == delimiter) return body;
    body.end = line.next;
  }
  return body;
}

}  // namespace codelake::syntax::dockerfile
