// SPDX-License-Identifier: Apache-2.0
// A number is its length and its digits, so that 9 ("\x03" "9") stands before 10 ("\x04" "10"); a very long
// one has its length in four bytes behind "\xFF". A text ends in a zero byte; the bytes 0 and 1 in it are
// written as 1 1 and 1 2.
#include "scanners/sca/versions/version_key.h"

#include <algorithm>

namespace codelake::sca {

namespace {

constexpr std::uint8_t k_number_first = 2;
constexpr std::uint8_t k_number_long = 0xFF;

}  // namespace

void VersionKey::count(std::size_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) tag(static_cast<std::uint8_t>((value >> shift) & 0xFFU));
}

void VersionKey::descending_count(std::size_t value) {
  count(~value & 0xFFFFFFFFU);
}

void VersionKey::number(std::string_view digits) {
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() < k_number_long - k_number_first) {
    tag(static_cast<std::uint8_t>(digits.size() + k_number_first));
  } else {
    tag(k_number_long);
    count(digits.size());
  }
  m_bytes += digits;
}

void VersionKey::text(std::string_view bytes) {
  for (const char c : bytes) {
    if (c == '\0' || c == '\1') m_bytes += '\1';
    m_bytes += c == '\0' ? '\1' : c == '\1' ? '\2' : c;
  }
  m_bytes += '\0';
}

std::size_t number_length(std::string_view key) {
  if (key.empty()) return 0;
  const auto first = static_cast<std::uint8_t>(key.front());
  if (first != k_number_long) return first < k_number_first ? 0 : 1U + first - k_number_first;
  if (key.size() < 5) return 0;
  std::size_t digits = 0;
  for (const char c : key.substr(1, 4)) digits = digits << 8U | static_cast<std::uint8_t>(c);
  return 5 + digits;
}

std::size_t text_length(std::string_view key) {
  const auto end = key.find('\0');
  return end == std::string_view::npos ? 0 : end + 1;
}

}  // namespace codelake::sca
