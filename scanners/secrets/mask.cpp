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

Mask::Cut Mask::lines_around(Span span) const {
  Cut cut;
  const std::size_t nearest = span.begin - std::min(span.begin, k_neighbourhood);
  const auto line_break = m_text.substr(nearest, span.begin - nearest).find_last_of("\r\n");
  cut.before = line_break == std::string_view::npos && nearest > 0;
  cut.span.begin = line_break == std::string_view::npos ? nearest : nearest + line_break + 1;
  while (cut.span.begin < span.begin && is_continuation(m_text[cut.span.begin])) ++cut.span.begin;

  const std::string_view behind = m_text.substr(span.end, k_neighbourhood);
  const std::size_t length = std::min(behind.find_first_of("\r\n"), behind.size());
  cut.span.end = span.end + length;
  cut.after = length == behind.size() && cut.span.end < m_text.size();
  while (cut.after && cut.span.end > span.end && is_continuation(m_text[cut.span.end])) --cut.span.end;
  return cut;
}

std::string Mask::snippet(Span span) const {
  const Cut cut = lines_around(span);
  const std::size_t begin = cut.span.begin;
  const std::size_t end = cut.span.end;
  const auto first = std::partition_point(m_hidden.begin(), m_hidden.end(),
                                          [&](const Span& hidden) { return hidden.end <= begin; });
  std::string out(cut.before ? k_ellipsis : "");
  std::size_t at = begin;
  auto hidden = first;
  for (; hidden != m_hidden.end() && hidden->begin < end; ++hidden) {
    if (hidden->begin > at) out += m_text.substr(at, hidden->begin - at);
    out += redacted(m_text.substr(hidden->begin, hidden->size()));
    at = hidden->end;
  }
  if (at < end) out += m_text.substr(at, end - at);
  if (cut.after) out += k_ellipsis;
  for (auto it = first; it != hidden; ++it) {
    const std::string_view value = m_text.substr(it->begin, it->size());
    if (value.size() >= k_value_bytes_min) replace_all(out, value, redacted(value));
  }
  if (out.size() > m_bytes_max) out.resize(m_bytes_max);
  return out;
}

}  // namespace codelake::secrets
