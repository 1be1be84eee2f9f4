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

std::string_view without_prefix(std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && text.front() == '=') text = trimmed(text.substr(1));
  if (text.size() > 1 && (text.front() == 'v' || text.front() == 'V') && is_digit(text[1]))
    text.remove_prefix(1);
  return text;
}

// Identifiers between dots, numbers before words; the end before everything.
void add_identifiers(VersionKey& key, std::string_view text) {
  while (true) {
    const auto end = std::min(text.find('.'), text.size());
    const std::string_view identifier = text.substr(0, end);
    if (all_digits(identifier)) {
      key.tag(1);
      key.number(identifier);
    } else {
      key.tag(2);
      key.text(identifier);
    }
    if (end == text.size()) return key.tag(0);
    text.remove_prefix(end + 1);
  }
}

// Takes the numbers from the front; those that are zero at the end say nothing, so that 1.2 = 1.2.0.
void add_numbers(VersionKey& key, std::string_view& text) {
  std::vector<std::string_view> numbers;
  while (!text.empty() && is_digit(text.front())) {
    const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
    numbers.push_back(text.substr(0, end));
    text.remove_prefix(end);
    if (text.size() < 2 || text.front() != '.' || !is_digit(text[1])) break;
    text.remove_prefix(1);
  }
  const auto is_zero = [](std::string_view number) {
    return number.find_first_not_of('0') == std::string_view::npos;
  };
  while (!numbers.empty() && is_zero(numbers.back())) numbers.pop_back();
  for (const std::string_view number : numbers) key.number(number);
  key.tag(1);
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

std::string semantic_key(std::string_view version, BuildMetadata metadata) {
  VersionKey key;
  std::string_view text = without_prefix(version);
  if (text.empty() || !is_digit(text.front())) {
    key.tag(0);
    key.text(trimmed(version));
    return key.take();
  }
  const auto plus = text.find('+');
  const std::string_view build = plus == std::string_view::npos ? std::string_view{} : text.substr(plus + 1);
  text = text.substr(0, plus);
  add_numbers(key, text);
  if (!text.empty() && (text.front() == '-' || text.front() == '.')) text.remove_prefix(1);
  key.tag(text.empty() ? 1 : 0);
  if (!text.empty()) add_identifiers(key, text);
  if (metadata == BuildMetadata::ordered && plus != std::string_view::npos) add_identifiers(key, build);
  return key.take();
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
