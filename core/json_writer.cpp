// SPDX-License-Identifier: Apache-2.0
#include "core/json_writer.h"

#include "core/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace codelake {

namespace {

constexpr std::uint64_t k_ones = 0x0101010101010101;
constexpr std::uint64_t k_highs = 0x8080808080808080;

// Bytes of a word that are zero, each with its highest bit set; bits above the first one may be wrong.
constexpr std::uint64_t zeros(std::uint64_t word) { return (word - k_ones) & ~word & k_highs; }

bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x80 && c != '"' && c != '\\'; }

// How many bytes from `at` on stand in JSON as they are: ASCII but for controls, quote and backslash. Eight at a time,
// of which the first that is none shows as the lowest set bit (little endian).
std::size_t plain_run(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  if constexpr (std::endian::native == std::endian::little) {
    for (; at + 8 <= text.size(); at += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, 8);
      const std::uint64_t controls = (word - k_ones * 0x20) & ~word;
      const std::uint64_t odd =
          (word | controls | zeros(word ^ (k_ones * '"')) | zeros(word ^ (k_ones * '\\'))) & k_highs;
      if (odd != 0) return at - start + static_cast<std::size_t>(std::countr_zero(odd)) / 8;
    }
  }
  while (at < text.size() && is_plain(static_cast<unsigned char>(text[at]))) ++at;
  return at - start;
}

void put_escaped(std::string& text, char c) {
  constexpr char letters[] = "btn?fr";  // of U+0008 to U+000D; U+000B has none
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') {
    text += '\\';
    text += c;
  } else if (byte >= 8 && byte <= 13 && byte != 11) {
    text += '\\';
    text += letters[byte - 8U];
  } else {
    text += "\\u00";
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
}

}  // namespace

void JsonWriter::open(Kind kind) {
  begin();
  put_open(kind);
}

void JsonWriter::open(std::string_view key, Kind kind) {
  begin(key);
  put_open(kind);
}

void JsonWriter::close() {
  const char bracket = m_open.back();
  m_open.pop_back();
  if (m_indent > 0) m_between.resize(m_between.size() - static_cast<std::size_t>(m_indent));
  if (!m_empty) m_text.append(m_between, 1);
  m_text += bracket;
  m_empty = false;
}

void JsonWriter::add_or_null(std::string_view key, std::string_view value) {
  begin(key);
  if (value.empty())
    m_text += "null";
  else
    put_text(value);
}

void JsonWriter::put_open(Kind kind) {
  m_text += static_cast<char>(kind);
  m_open += kind == Kind::object ? '}' : ']';
  if (m_indent > 0) m_between.append(static_cast<std::size_t>(m_indent), ' ');
  m_empty = true;
}

void JsonWriter::put_text(std::string_view text) {
  m_text += '"';
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t run = plain_run(text, at); run > 0) {
      m_text.append(text, at, run);
      at += run;
    } else if (static_cast<unsigned char>(text[at]) < 0x80) {
      put_escaped(m_text, text[at++]);
    } else {
      const Utf8Sequence sequence = utf8_sequence_at(text, at);
      m_text += sequence.length > 0 ? text.substr(at, sequence.length) : k_utf8_replacement;
      at += sequence.length > 0 ? sequence.length : sequence.broken;
    }
  }
  m_text += '"';
}

void JsonWriter::put_real(double value) { m_text += nlohmann::json(value).dump(); }

void JsonWriter::begin() {
  if (m_open.empty()) return;
  m_text.append(m_between, m_empty ? 1 : 0);  // without the comma
  m_empty = false;
}

void JsonWriter::begin(std::string_view key) {
  begin();
  const std::string_view colon = m_indent < 0 ? "\":" : "\": ";
  std::array<char, 64> whole;  // most keys are put at once
  if (key.size() + 1 + colon.size() > whole.size() || plain_run(key, 0) < key.size()) {
    put_text(key);
    m_text += colon.substr(1);
    return;
  }
  whole[0] = '"';
  const auto end = std::copy(key.begin(), key.end(), whole.begin() + 1);
  const auto all = std::copy(colon.begin(), colon.end(), end) - whole.begin();
  m_text.append(whole.data(), static_cast<std::size_t>(all));
}

}  // namespace codelake
