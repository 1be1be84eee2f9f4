// SPDX-License-Identifier: Apache-2.0
// Decoding everything that could be decoded would cost more than the scan. So places where something encoded may be
// are found by comparing many bytes at once (signs.h): where a run of base64 or hexadecimal digits begins that goes on
// for 24 characters, escapes, and what joins two literals; and each is given up at the first sign that no text comes
// out. Example: in token: Z2hwX2Fi… (56 characters) the run is followed to its end, decoded ("ghp_ab…") and kept
// because all of it is printable.
#include "scanners/secrets/encoded.h"

#include "scanners/secrets/characters.h"
#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/signs.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_text_min = 8;           // bytes of a decoded text worth a look
constexpr std::size_t k_word_max = 64U << 10U;  // bytes of a text with escapes
constexpr std::size_t k_line_before_max = 96;   // bytes of a line before a literal

constexpr std::uint8_t k_no_base64 = 0xFF;

// What each character of base64, in both alphabets, stands for: looked up for many bytes of every file.
constexpr std::array<std::uint8_t, 256> k_base64 = [] {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  std::array<std::uint8_t, 256> table{};
  table.fill(k_no_base64);
  std::uint8_t value = 0;
  for (const char c : alphabet) table[static_cast<unsigned char>(c)] = value++;
  table['+'] = table['-'] = 62;
  table['/'] = table['_'] = 63;
  return table;
}();

std::uint8_t base64_value(char c) {
  return k_base64[static_cast<unsigned char>(c)];
}

bool is_base64(char c) {
  return base64_value(c) != k_no_base64;
}

bool is_text(char c) {
  return (c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t';
}

bool is_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_text(c); });
}

unsigned hex_value(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  return static_cast<unsigned>((c | 0x20) - 'a' + 10);
}

std::optional<std::string> from_hex(std::string_view run) {
  if (run.size() % 2 != 0 || !std::all_of(run.begin(), run.end(), is_hex)) return std::nullopt;
  std::string bytes;
  for (std::size_t i = 0; i < run.size(); i += 2) {
    bytes += static_cast<char>(hex_value(run[i]) << 4U | hex_value(run[i + 1]));
    if (!is_text(std::string_view(bytes).substr(i / 2))) return std::nullopt;
  }
  return bytes;
}

// Whether the first characters of a run of base64 say text; those of a long name hardly ever do.
bool begins_as_text(std::string_view run) {
  for (std::size_t i = 0; i + 4 <= 16; i += 4) {
    const unsigned bits = static_cast<unsigned>(base64_value(run[i])) << 18U |
                          static_cast<unsigned>(base64_value(run[i + 1])) << 12U |
                          static_cast<unsigned>(base64_value(run[i + 2])) << 6U | base64_value(run[i + 3]);
    if ((bits & 0x808080U) != 0) return false;
    for (const unsigned shift : {16U, 8U, 0U}) {
      if (!is_text(static_cast<char>(bits >> shift & 0x7FU))) return false;
    }
  }
  return true;
}

std::optional<std::string> from_base64(std::string_view run) {
  if (!begins_as_text(run)) return std::nullopt;
  auto bytes = decode_base64(run);
  if (!bytes || !is_text(*bytes)) return std::nullopt;
  return bytes;
}

bool is_quote(char c) { return c == '"' || c == '\'' || c == '`'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
// What may stand between literals that are joined, besides space.
bool is_joint(char c) { return c == '+' || c == '\\'; }

// The first byte of a stretch that may not stand between literals.
std::optional<std::size_t> first_sign(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && (is_space(text[begin]) || is_joint(text[begin]))) ++begin;
  return begin < end ? std::optional(begin) : std::nullopt;
}
// The last one.
std::optional<std::size_t> last_sign(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && (is_space(text[end - 1]) || is_joint(text[end - 1]))) --end;
  return end > begin ? std::optional(end - 1) : std::nullopt;
}

class Finder {
 public:
  Finder(std::string_view text, DecodingBudget& budget) : m_text(text), m_budget(budget) {}

  void runs(const std::vector<std::size_t>& places) {
    for (const std::size_t begin : places) {
      const std::string_view first = m_text.substr(begin, k_encoded_run);
      if (!begins_as_text(first) && !std::all_of(first.begin(), first.end(), is_hex)) continue;
      std::size_t end = begin + k_encoded_run;
      while (end < m_text.size() && is_base64(m_text[end])) ++end;
      run({begin, end});
    }
  }

  // Words in which %XX, \xXX or \uXXXX stand.
  void escapes(const std::vector<std::size_t>& places) {
    m_word_floor = 0;
    std::size_t from = 0;
    for (const std::size_t at : places) {
      if (at >= from && escape_size(at) > 0) from = std::max(at + 1, word_with_escapes(at));
    }
  }

  // Literals joined by a sign, + or the end of a line.
  void joined(const std::vector<std::size_t>& places) {
    m_chain_floor = 0;
    std::size_t from = 0;
    for (const std::size_t at : places) {
      if (at >= from) from = std::max(at + 1, chain_at(at));
    }
  }

  std::vector<Encoded> take() { return std::move(m_parts); }

 private:
  void keep(Span span, std::string text, bool joined) {
    if (text.size() < k_text_min || !m_budget.take(text.size())) return;
    m_parts.push_back({span, std::move(text), joined});
  }

  void run(Span span) {
    const std::string_view run = m_text.substr(span.begin, span.size());
    auto bytes = from_hex(run);
    if (!bytes) bytes = from_base64(run);
    if (!bytes) return;
    while (span.end < m_text.size() && m_text[span.end] == '=') ++span.end;
    keep(span, std::move(*bytes), false);
  }

  // The size of the escape at this place; 0: none.
  std::size_t escape_size(std::size_t at) const {
    const auto all_hex = [&](std::size_t begin, std::size_t count) {
      const std::string_view digits = m_text.substr(std::min(begin, m_text.size()), count);
      return digits.size() == count && std::all_of(digits.begin(), digits.end(), is_hex);
    };
    if (m_text[at] == '%') return all_hex(at + 1, 2) ? 3 : 0;
    if (m_text[at] != '\\' || at + 1 >= m_text.size()) return 0;
    if (m_text[at + 1] == 'x') return all_hex(at + 2, 2) ? 4 : 0;
    return m_text[at + 1] == 'u' && all_hex(at + 2, 4) ? 6 : 0;
  }

  static bool ends_word(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '"' || c == '\'' || c == '`';
  }

  // Decodes the word around the escape at `at` and gives its end.
  std::size_t word_with_escapes(std::size_t at) {
    std::size_t begin = at;
    while (begin > m_word_floor && at - begin < k_word_max && !ends_word(m_text[begin - 1])) --begin;
    std::string decoded;
    std::size_t end = begin;
    while (end < m_text.size() && end - begin < k_word_max && !ends_word(m_text[end])) {
      const std::size_t size = escape_size(end);
      if (size == 0) {
        decoded += m_text[end++];
        continue;
      }
      unsigned code = 0;
      for (std::size_t i = end + (size == 3 ? 1 : 2); i < end + size; ++i)
        code = code << 4U | hex_value(m_text[i]);
      decoded += code < 0x80 ? static_cast<char>(code) : '?';
      end += size;
    }
    m_word_floor = end;
    if (is_text(decoded)) keep({begin, end}, std::move(decoded), false);
    return end;
  }

  // The first character of the literal whose closing quote stands at `close`; npos: none on this line.
  std::size_t literal_begin(std::size_t close) const {
    const char quote = m_text[close];
    std::size_t at = close;
    while (at > m_chain_floor && close - at < k_word_max) {
      --at;
      if (m_text[at] == '\n') break;
      if (m_text[at] == quote && (at == 0 || m_text[at - 1] != '\\')) return at + 1;
    }
    return std::string_view::npos;
  }

  // The closing quote of the literal that opens at `open`; npos: none on this line.
  std::size_t literal_end(std::size_t open) const {
    for (std::size_t at = open + 1; at < m_text.size() && at - open < k_word_max && m_text[at] != '\n';
         ++at) {
      if (m_text[at] == '\\') {
        ++at;
        continue;
      }
      if (m_text[at] == m_text[open]) return at;
    }
    return std::string_view::npos;
  }

  // Passes space, one + and a line's continuation; npos when something else stands there.
  std::size_t next_literal(std::size_t at) const {
    bool plus = false;
    bool line = false;
    for (; at < m_text.size(); ++at) {
      const char c = m_text[at];
      if (c == '+' && !plus) {
        plus = true;
      } else if (c == '\n') {
        line = true;
      } else if (!is_space(c) && c != '\\') {
        return is_quote(c) && (plus || line) ? at : std::string_view::npos;
      }
    }
    return std::string_view::npos;
  }

  // Joins the literals around the mark at `mark`, with what stands before the first one on its line; gives
  // the end of the last one, or 0.
  std::size_t chain_at(std::size_t mark) {
    std::size_t close = mark;
    while (close > m_chain_floor && is_space(m_text[close - 1])) --close;
    if (close == m_chain_floor || !is_quote(m_text[close - 1])) return 0;
    --close;
    std::size_t open = next_literal(close + 1);
    if (open == std::string_view::npos) return 0;
    const std::size_t begin = literal_begin(close);
    if (begin == std::string_view::npos) return 0;
    std::size_t line = begin;
    while (line > m_chain_floor && begin - line < k_line_before_max && m_text[line - 1] != '\n') --line;
    std::string text(m_text.substr(line, close - line));
    std::size_t end = close;
    while (open != std::string_view::npos && text.size() < k_word_max) {
      const std::size_t last = literal_end(open);
      if (last == std::string_view::npos) break;
      text += m_text.substr(open + 1, last - open - 1);
      end = last;
      open = next_literal(last + 1);
    }
    if (end == close) return 0;
    text += m_text[end];
    m_chain_floor = end;
    keep({begin, end}, std::move(text), true);
    return end;
  }

  std::string_view m_text;
  DecodingBudget& m_budget;
  std::size_t m_word_floor = 0;
  std::size_t m_chain_floor = 0;
  std::vector<Encoded> m_parts;
};

Joints joints_of(std::string_view language) {
  constexpr std::array<std::string_view, 4> by_place = {k_any_language, "python", "c", "cpp"};
  constexpr std::array<std::string_view, 11> by_plus = {"javascript", "typescript", "tsx",   "jsx",    "java", "go",
                                                        "csharp",     "kotlin",     "scala", "groovy", "swift"};
  if (contains_word(language, by_place)) return Joints::plus_or_line;
  return contains_word(language, by_plus) ? Joints::plus : Joints::none;
}

}  // namespace

bool DecodingBudget::take(std::size_t bytes) {
  if (bytes > bytes_left) {
    exhausted = true;
    return false;
  }
  bytes_left -= bytes;
  return true;
}

std::vector<Encoded> encoded_parts(std::string_view text, const Window& window, std::string_view language, DecodingBudget& budget) {
  const Signs signs = signs_of(text, window, joints_of(language));
  Finder finder(text, budget);
  finder.runs(signs.runs);
  finder.escapes(signs.percents);
  finder.escapes(signs.backslashes);
  finder.joined(signs.pluses);
  finder.joined(signs.line_breaks);
  return finder.take();
}

// Over the end of a line goes a literal with a backslash there, and literals that are joined, between which stands nothing
// but space and joints: where on one side something else stands before any quote, nothing else goes over.
std::size_t parts_apart_after(std::string_view text, std::size_t at, std::size_t end) {
  text = text.substr(0, end);
  for (std::size_t from = at; from < end;) {
    const std::size_t line_break = text.find('\n', from);
    if (line_break == std::string_view::npos) return end;
    from = line_break + 1;
    if (line_break == at || text[line_break - 1] == '\\') continue;
    const auto before = last_sign(text, at, line_break);
    if (before && !is_quote(text[*before])) return line_break + 1;
    const auto behind = first_sign(text, line_break + 1, end);
    if (!behind) return end;
    if (!is_quote(text[*behind])) return line_break + 1;
    from = *behind;
  }
  return end;
}

std::size_t parts_apart_before(std::string_view text, std::size_t begin, std::size_t at) {
  for (std::size_t to = at; to > begin;) {
    const std::size_t back = text.substr(begin, to - begin).rfind('\n');
    if (back == std::string_view::npos || back == 0) return begin;
    const std::size_t line_break = begin + back;
    to = line_break;
    if (text[line_break - 1] == '\\') continue;
    const auto behind = first_sign(text, line_break + 1, at);
    if (behind && !is_quote(text[*behind])) return line_break + 1;
    const auto before = last_sign(text, begin, line_break);
    if (!before) return begin;
    if (!is_quote(text[*before])) return line_break + 1;
    to = *before;
  }
  return begin;
}

}  // namespace codelake::secrets
