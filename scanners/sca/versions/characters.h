// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>
#include <string_view>

// ASCII only, whatever the locale: what version grammars are written in.
namespace codelake::sca {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}
constexpr char to_lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

// At least one character, all of them digits.
bool all_digits(std::string_view text);

std::string lower(std::string_view text);

// `text` without white space at its ends.
std::string_view trimmed(std::string_view text);

// The value order of two digit strings of any length; leading zeros do not count, an empty string is zero.
std::strong_ordering compare_numbers(std::string_view a, std::string_view b);

}  // namespace codelake::sca
