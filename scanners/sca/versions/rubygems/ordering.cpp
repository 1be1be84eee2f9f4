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
#include "scanners/sca/versions/version_key.h"

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

// A missing segment is the number 0, so the order of rows is that of rows with zeros behind them without end.
// A run of zeros is therefore ranked by what follows it:
//
//   word < zeros, then a word (fewer zeros first) < END < zeros, then a number (more zeros first) < number
enum : std::uint8_t { k_word = 1, k_zeros_word, k_end, k_zeros_number, k_number };

bool is_zero(std::string_view segment) {
  return segment.find_first_not_of('0') == std::string_view::npos;
}

void add_segment(VersionKey& key, std::size_t zeros, std::string_view segment) {
  const bool number = is_digit(segment.front());
  if (zeros == 0) {
    key.tag(number ? k_number : k_word);
  } else if (number) {
    key.tag(k_zeros_number);
    key.descending_count(zeros);
  } else {
    key.tag(k_zeros_word);
    key.count(zeros);
  }
  if (number)
    key.number(segment);
  else
    key.text(segment);
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

  std::string key(std::string_view version) const override {
    VersionKey key;
    const std::string text = with_pre(version);
    std::size_t zeros = 0;
    for (const std::string_view segment : segments_of(text)) {
      if (is_zero(segment)) {
        ++zeros;
        continue;
      }
      add_segment(key, zeros, segment);
      zeros = 0;
    }
    key.tag(k_end);
    return key.take();
  }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<RubygemsOrdering>();
}

}  // namespace codelake::sca::rubygems
