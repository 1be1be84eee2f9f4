// SPDX-License-Identifier: Apache-2.0
// PyPI: PEP 440, "Version specifiers" of the Python packaging guide.
//
//   [N!]N(.N)*[{a|b|rc}N][.postN][.devN][+local]      1!2.0rc1.post2.dev3+ubuntu.1
//
// in many spellings ("1.0-Alpha_1", "v1.0", "1.0-1" for a post-release). Within one release number
//
//   1.0.dev1 < 1.0a1.dev1 < 1.0a1 < 1.0b1 < 1.0rc1 < 1.0 < 1.0+local < 1.0.post1.dev1 < 1.0.post1
//
// What is no PEP 440 version stands before all that are, in the order setuptools gave such versions before
// PEP 440.
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <array>
#include <optional>

namespace codelake::sca::pep440 {

namespace {

// The order of the phases of one release number; `only_dev` is a ".dev" of the release itself.
enum class Phase { only_dev, alpha, beta, candidate, release };

struct Version {
  std::string_view epoch;
  std::vector<std::string_view> release;  // without trailing zeros
  Phase phase = Phase::release;
  std::string_view phase_number;
  std::optional<std::string_view> post;
  std::optional<std::string_view> dev;
  std::optional<std::string_view> local;
};

struct Spelling {
  std::string_view word;
  Phase phase;
};

// Longer spellings before those they start with.
constexpr std::array<Spelling, 8> k_phases = {{{"alpha", Phase::alpha},
                                               {"a", Phase::alpha},
                                               {"beta", Phase::beta},
                                               {"b", Phase::beta},
                                               {"preview", Phase::candidate},
                                               {"pre", Phase::candidate},
                                               {"c", Phase::candidate},
                                               {"rc", Phase::candidate}}};

bool is_separator(char c) {
  return c == '-' || c == '_' || c == '.';
}

void skip_separator(std::string_view& text) {
  if (!text.empty() && is_separator(text.front())) text.remove_prefix(1);
}

std::string_view take_digits(std::string_view& text) {
  const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view digits = text.substr(0, end);
  text.remove_prefix(end);
  return digits;
}

// Takes "[sep]word[sep][digits]" from the front; the digits may be empty, which means 0.
std::optional<std::string_view> take_tag(std::string_view& text, std::string_view word) {
  std::string_view rest = text;
  skip_separator(rest);
  if (!rest.starts_with(word)) return std::nullopt;
  rest.remove_prefix(word.size());
  skip_separator(rest);
  const std::string_view digits = take_digits(rest);
  text = rest;
  return digits;
}

bool take_release(std::string_view& text, Version& version) {
  while (true) {
    const std::string_view number = take_digits(text);
    if (number.empty()) return false;
    version.release.push_back(number);
    if (text.size() < 2 || text.front() != '.' || !is_digit(text[1])) break;
    text.remove_prefix(1);
  }
  while (!version.release.empty() &&
         version.release.back().find_first_not_of('0') == std::string_view::npos) {
    version.release.pop_back();
  }
  return true;
}

void take_phase(std::string_view& text, Version& version) {
  for (const Spelling& spelling : k_phases) {
    if (const auto number = take_tag(text, spelling.word)) {
      version.phase = spelling.phase;
      version.phase_number = *number;
      return;
    }
  }
}

void take_post(std::string_view& text, Version& version) {
  if (text.size() > 1 && text.front() == '-' && is_digit(text[1])) {
    text.remove_prefix(1);
    version.post = take_digits(text);
    return;
  }
  for (const std::string_view word : {"post", "rev", "r"}) {
    version.post = take_tag(text, word);
    if (version.post) return;
  }
}

bool valid_local(std::string_view text) {
  bool empty = true;
  for (const char c : text) {
    if (is_separator(c) && empty) return false;
    if (!is_separator(c) && !is_digit(c) && !is_lower(c)) return false;
    empty = is_separator(c);
  }
  return !empty;
}

// `text` is in lower case and must outlive the result.
std::optional<Version> parse(std::string_view text) {
  Version version;
  text = trimmed(text);
  if (text.starts_with('v')) text.remove_prefix(1);
  if (const auto mark = text.find('!'); mark != std::string_view::npos) {
    version.epoch = text.substr(0, mark);
    if (!all_digits(version.epoch)) return std::nullopt;
    text.remove_prefix(mark + 1);
  }
  if (!take_release(text, version)) return std::nullopt;
  take_phase(text, version);
  take_post(text, version);
  version.dev = take_tag(text, "dev");
  if (version.dev && !version.post && version.phase == Phase::release) version.phase = Phase::only_dev;
  if (text.starts_with('+')) {
    version.local = text.substr(1);
    if (!valid_local(*version.local)) return std::nullopt;
    return version;
  }
  return text.empty() ? std::optional(version) : std::nullopt;
}

std::strong_ordering compare_release(const Version& a, const Version& b) {
  const std::size_t count = std::max(a.release.size(), b.release.size());
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view left = i < a.release.size() ? a.release[i] : std::string_view{};
    const std::string_view right = i < b.release.size() ? b.release[i] : std::string_view{};
    if (const auto order = compare_numbers(left, right); order != 0) return order;
  }
  return std::strong_ordering::equal;
}

std::strong_ordering compare_local_parts(std::string_view a, std::string_view b) {
  const bool a_number = all_digits(a);
  const bool b_number = all_digits(b);
  if (a_number != b_number) return a_number <=> b_number;
  return a_number ? compare_numbers(a, b) : a <=> b;
}

std::strong_ordering compare_local(std::string_view a, std::string_view b) {
  constexpr std::string_view separators = "-_.";
  while (true) {
    const auto a_end = std::min(a.find_first_of(separators), a.size());
    const auto b_end = std::min(b.find_first_of(separators), b.size());
    if (const auto order = compare_local_parts(a.substr(0, a_end), b.substr(0, b_end)); order != 0)
      return order;
    const bool a_more = a_end < a.size();
    const bool b_more = b_end < b.size();
    if (!a_more || !b_more) return a_more <=> b_more;
    a.remove_prefix(a_end + 1);
    b.remove_prefix(b_end + 1);
  }
}

std::strong_ordering compare_versions(const Version& a, const Version& b) {
  if (const auto order = compare_numbers(a.epoch, b.epoch); order != 0) return order;
  if (const auto order = compare_release(a, b); order != 0) return order;
  if (const auto order = a.phase <=> b.phase; order != 0) return order;
  if (const auto order = compare_numbers(a.phase_number, b.phase_number); order != 0) return order;
  if (a.post.has_value() != b.post.has_value()) return a.post.has_value() <=> b.post.has_value();
  if (const auto order = compare_numbers(a.post.value_or(""), b.post.value_or("")); order != 0) return order;
  if (a.dev.has_value() != b.dev.has_value()) return b.dev.has_value() <=> a.dev.has_value();
  if (const auto order = compare_numbers(a.dev.value_or(""), b.dev.value_or("")); order != 0) return order;
  if (a.local.has_value() != b.local.has_value()) return a.local.has_value() <=> b.local.has_value();
  return a.local ? compare_local(*a.local, *b.local) : std::strong_ordering::equal;
}

// One part of a version of the time before PEP 440: numbers padded so that they compare as text, words marked
// with "*".
std::string legacy_part(std::string_view part) {
  if (is_digit(part.front()))
    return std::string(part.size() < 8 ? 8 - part.size() : 0, '0') + std::string(part);
  if (part == "pre" || part == "preview" || part == "rc") return "*c";
  if (part == "-") return "*final-";
  if (part == "dev") return "*@";
  return "*" + std::string(part);
}

void add_legacy_part(std::vector<std::string>& parts, std::string part) {
  if (part.front() == '*') {
    while (part < "*final" && !parts.empty() && parts.back() == "*final-") parts.pop_back();
    while (!parts.empty() && parts.back() == "00000000") parts.pop_back();
  }
  parts.push_back(std::move(part));
}

std::vector<std::string> legacy_key(std::string_view text) {
  const auto kind = [](char c) {
    return is_digit(c) ? 1 : is_lower(c) ? 2 : c == '.' ? 3 : c == '-' ? 4 : 5;
  };
  std::vector<std::string> parts;
  while (!text.empty()) {
    std::size_t end = 1;
    const int first = kind(text.front());
    while (end < text.size() && first != 3 && first != 4 && kind(text[end]) == first) ++end;
    if (first != 3) add_legacy_part(parts, legacy_part(text.substr(0, end)));
    text.remove_prefix(end);
  }
  add_legacy_part(parts, "*final");
  return parts;
}

class Pep440Ordering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"PyPI"}; }

  bool valid(std::string_view version) const override { return parse(lower(version)).has_value(); }

  std::strong_ordering compare(std::string_view a, std::string_view b) const override {
    const std::string left_text = lower(a);
    const std::string right_text = lower(b);
    const auto left = parse(left_text);
    const auto right = parse(right_text);
    if (left.has_value() != right.has_value()) return left.has_value() <=> right.has_value();
    if (left) return compare_versions(*left, *right);
    const auto left_key = legacy_key(left_text);
    const auto right_key = legacy_key(right_text);
    return std::lexicographical_compare_three_way(left_key.begin(), left_key.end(), right_key.begin(),
                                                  right_key.end());
  }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<Pep440Ordering>();
}

}  // namespace codelake::sca::pep440
