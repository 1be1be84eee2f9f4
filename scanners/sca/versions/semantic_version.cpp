// SPDX-License-Identifier: Apache-2.0
// Semantic Versioning 2.0.0, section 11, read as forgivingly as the tools of its ecosystems do:
//
//   v1.2          = 1.2.0               a leading "v" or "=", missing numbers
//   1.2.3+build   = 1.2.3               build metadata ("+incompatible" too) is no part of the order
//   1.2.3-rc.2    < 1.2.3-rc.10 < 1.2.3 a pre-release comes before its release; numbers by value
//   1.2.3         < 1.2.3.1             further numbers count on
//   1.2.3rc1      = 1.2.3-rc1           a missing hyphen
//
// A Go pseudo-version (v0.0.0-20230101120000-0123456789ab) needs no case of its own: it is a pre-release.
// What does not start with a number stands before every version, by its bytes.
#include "scanners/sca/versions/semantic_version.h"

#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <vector>

namespace codelake::sca {

namespace {

struct Version {
  bool numbered = false;
  std::vector<std::string_view> numbers;  // without trailing zeros, so that 1.2 = 1.2.0
  std::string_view prerelease;            // without its hyphen
  bool released = true;                   // no pre-release part
};

std::string_view without_prefix(std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && text.front() == '=') text = trimmed(text.substr(1));
  if (text.size() > 1 && (text.front() == 'v' || text.front() == 'V') && is_digit(text[1]))
    text.remove_prefix(1);
  return text;
}

bool is_zero(std::string_view number) {
  return number.find_first_not_of('0') == std::string_view::npos;
}

Version parse(std::string_view text) {
  Version version;
  text = without_prefix(text);
  if (text.empty() || !is_digit(text.front())) return version;
  version.numbered = true;
  text = text.substr(0, text.find('+'));
  while (!text.empty() && is_digit(text.front())) {
    const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
    version.numbers.push_back(text.substr(0, end));
    text.remove_prefix(end);
    if (text.size() < 2 || text.front() != '.' || !is_digit(text[1])) break;
    text.remove_prefix(1);
  }
  while (!version.numbers.empty() && is_zero(version.numbers.back())) version.numbers.pop_back();
  if (!text.empty() && (text.front() == '-' || text.front() == '.')) text.remove_prefix(1);
  version.released = text.empty();
  version.prerelease = text;
  return version;
}

std::strong_ordering compare_released(const Version& a, const Version& b) {
  const std::size_t count = std::max(a.numbers.size(), b.numbers.size());
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view left = i < a.numbers.size() ? a.numbers[i] : std::string_view{};
    const std::string_view right = i < b.numbers.size() ? b.numbers[i] : std::string_view{};
    if (const auto order = compare_numbers(left, right); order != 0) return order;
  }
  return std::strong_ordering::equal;
}

std::strong_ordering compare_identifiers(std::string_view a, std::string_view b) {
  const bool a_number = all_digits(a);
  const bool b_number = all_digits(b);
  if (a_number && b_number) return compare_numbers(a, b);
  if (a_number != b_number) return a_number ? std::strong_ordering::less : std::strong_ordering::greater;
  return a <=> b;
}

std::strong_ordering compare_prereleases(std::string_view a, std::string_view b) {
  while (true) {
    const auto a_end = std::min(a.find('.'), a.size());
    const auto b_end = std::min(b.find('.'), b.size());
    if (const auto order = compare_identifiers(a.substr(0, a_end), b.substr(0, b_end)); order != 0)
      return order;
    const bool a_more = a_end < a.size();
    const bool b_more = b_end < b.size();
    if (!a_more || !b_more) return a_more <=> b_more;
    a.remove_prefix(a_end + 1);
    b.remove_prefix(b_end + 1);
  }
}

bool valid_identifiers(std::string_view text) {
  bool empty = true;
  for (const char c : text) {
    if (c == '.' && empty) return false;
    if (c != '.' && c != '-' && !is_digit(c) && !is_letter(c)) return false;
    empty = c == '.';
  }
  return !empty;
}

}  // namespace

std::strong_ordering compare_semantic(std::string_view a, std::string_view b) {
  const Version left = parse(a);
  const Version right = parse(b);
  if (!left.numbered && !right.numbered) return trimmed(a) <=> trimmed(b);
  if (left.numbered != right.numbered) return left.numbered <=> right.numbered;
  if (const auto order = compare_released(left, right); order != 0) return order;
  if (left.released || right.released) return left.released <=> right.released;
  return compare_prereleases(left.prerelease, right.prerelease);
}

bool valid_semantic(std::string_view version, int numbers_max) {
  std::string_view text = without_prefix(version);
  const auto plus = text.find('+');
  if (plus != std::string_view::npos && !valid_identifiers(text.substr(plus + 1))) return false;
  text = text.substr(0, plus);
  const auto hyphen = text.find('-');
  if (hyphen != std::string_view::npos && !valid_identifiers(text.substr(hyphen + 1))) return false;
  text = text.substr(0, hyphen);
  for (int numbers = 1; numbers <= numbers_max; ++numbers) {
    const auto dot = text.find('.');
    if (!all_digits(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
  return false;
}

}  // namespace codelake::sca
