// SPDX-License-Identifier: Apache-2.0
// RubyGems (Gem::Version): a version is its runs of digits and of letters; what stands between them does not
// count, but
// "-" means ".pre.". A letter anywhere makes a pre-release.
//
//   1.0.b2  → 1 · b 2     zeros before the first letters and at the end say nothing
//   1.0     → 1
//   1.0.a.2 < 1.0.b1 < 1.0 = 1 < 1.0.1     letters come before every number, and a missing segment is the
//   number 0
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"

#include <algorithm>

namespace codelake::sca::rubygems {

namespace {

using Segments = std::vector<std::string_view>;

std::string with_pre(std::string_view version) {
  std::string result;
  for (const char c : version) {
    if (c == '-')
      result += ".pre.";
    else
      result += c;
  }
  return result;
}

void drop_zeros(Segments& segments, std::size_t keep) {
  while (segments.size() > keep && segments.back().find_first_not_of('0') == std::string_view::npos) {
    segments.pop_back();
  }
}

// `text` must outlive the result.
Segments segments_of(std::string_view text) {
  Segments segments;
  bool letters_seen = false;
  std::size_t first_letters = 0;
  for (std::size_t i = 0; i < text.size();) {
    const bool digits = is_digit(text[i]);
    if (!digits && !is_letter(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < text.size() && (digits ? is_digit(text[end]) : is_letter(text[end]))) ++end;
    if (!digits && !letters_seen) {
      drop_zeros(segments, 0);
      letters_seen = true;
      first_letters = segments.size();
    }
    segments.push_back(text.substr(i, end - i));
    i = end;
  }
  drop_zeros(segments, first_letters);
  return segments;
}

std::strong_ordering compare_segments(std::string_view a, std::string_view b) {
  const bool a_number = is_digit(a.front());
  const bool b_number = is_digit(b.front());
  if (a_number != b_number) return a_number <=> b_number;
  return a_number ? compare_numbers(a, b) : a <=> b;
}

bool valid_parts(std::string_view text, bool hyphens) {
  bool empty = true;
  for (const char c : text) {
    if (c == '.' && empty) return false;
    if (c != '.' && !is_digit(c) && !is_letter(c) && !(hyphens && c == '-')) return false;
    empty = c == '.';
  }
  return !empty;
}

class RubygemsOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"RubyGems"}; }

  bool valid(std::string_view version) const override {
    const std::string_view text = trimmed(version);
    const auto hyphen = text.find('-');
    if (text.empty() || !is_digit(text.front())) return false;
    const std::string_view release = text.substr(0, hyphen);
    if (!all_digits(release.substr(0, release.find('.'))) || !valid_parts(release, false)) return false;
    return hyphen == std::string_view::npos || valid_parts(text.substr(hyphen + 1), true);
  }

  std::strong_ordering compare(std::string_view a, std::string_view b) const override {
    const std::string left_text = with_pre(a);
    const std::string right_text = with_pre(b);
    const Segments left = segments_of(left_text);
    const Segments right = segments_of(right_text);
    const std::size_t count = std::max(left.size(), right.size());
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view l = i < left.size() ? left[i] : "0";
      const std::string_view r = i < right.size() ? right[i] : "0";
      if (const auto order = compare_segments(l, r); order != 0) return order;
    }
    return std::strong_ordering::equal;
  }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<RubygemsOrdering>();
}

}  // namespace codelake::sca::rubygems
