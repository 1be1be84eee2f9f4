// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/mask.h"

#include <algorithm>

namespace codelake::secrets {

namespace {

constexpr std::string_view k_ellipsis = "\xE2\x80\xA6";
constexpr std::string_view k_stars = "********";
constexpr std::size_t k_neighbourhood = 160;
constexpr std::size_t k_value_bytes_min = 4;  // shorter values are not looked for elsewhere on the line

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

}  // namespace

std::string redacted(std::string_view secret) {
  const std::size_t shown = std::min<std::size_t>(4, secret.size() / 4);
  std::string result;
  for (const char c : secret.substr(0, shown)) {
    if (c <= ' ' || c > '~') break;
    result += c;
  }
  return result + std::string(k_ellipsis) + std::string(k_stars);
}

std::string Mask::snippet(Span span) const {
  const std::size_t nearest = span.begin > k_neighbourhood ? span.begin - k_neighbourhood : 0;
  const auto line_break =
      span.begin == 0 ? std::string_view::npos : m_text.find_last_of("\r\n", span.begin - 1);
  std::size_t begin = line_break == std::string_view::npos ? 0 : line_break + 1;
  const bool cut_before = begin < nearest;
  if (cut_before) begin = nearest;
  while (begin < span.begin && is_continuation(m_text[begin])) ++begin;

  const std::size_t farthest = std::min(m_text.size(), span.end + k_neighbourhood);
  std::size_t end = std::min(m_text.find_first_of("\r\n", span.end), m_text.size());
  const bool cut_after = end > farthest;
  if (cut_after) end = farthest;
  while (end > span.end && end < m_text.size() && is_continuation(m_text[end])) --end;

  const auto first = std::partition_point(m_hidden.begin(), m_hidden.end(),
                                          [&](const Span& hidden) { return hidden.end <= begin; });
  std::string out(cut_before ? k_ellipsis : "");
  std::size_t at = begin;
  auto hidden = first;
  for (; hidden != m_hidden.end() && hidden->begin < end; ++hidden) {
    if (hidden->begin > at) out += m_text.substr(at, hidden->begin - at);
    out += redacted(m_text.substr(hidden->begin, hidden->size()));
    at = hidden->end;
  }
  if (at < end) out += m_text.substr(at, end - at);
  if (cut_after) out += k_ellipsis;
  for (auto it = first; it != hidden; ++it) {
    const std::string_view value = m_text.substr(it->begin, it->size());
    if (value.size() >= k_value_bytes_min) replace_all(out, value, redacted(value));
  }
  if (out.size() > m_bytes_max) out.resize(m_bytes_max);
  return out;
}

}  // namespace codelake::secrets
