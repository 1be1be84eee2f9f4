// SPDX-License-Identifier: Apache-2.0
// Packagist, as Composer does it: a version is made canonical (numbers padded with zeros, one spelling of
// each stability, no "+metadata") and then compared as PHP's version_compare() does:
//
//   1.0 = v1.0.0.0       1.0-beta2 = 1.0.0b2       1.0.0-dev < 1.0.0-alpha1 < 1.0.0-RC1 < 1.0.0 < 1.0.0-p1
//
// The leading numbers are compared first. Then the parts behind them, one by one; the end counts as a part of
// its own:
//
//   other words < dev < alpha < beta < RC < END < number < patch
//
// A branch ("dev-main", "2.x-dev") is a moving target and no version; it stands where its words put it,
// before numbers.
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"

#include <algorithm>

namespace codelake::sca::composer {

namespace {

enum class Kind { word, dev, alpha, beta, candidate, end, number, patch };

struct Part {
  Kind kind = Kind::end;
  std::string_view text;  // of a number or of a word
};

struct Version {
  std::vector<std::string_view> numbers;  // without trailing zeros
  std::vector<Part> rest;
};

Kind kind_of(std::string_view word) {
  if (word == "dev") return Kind::dev;
  if (word == "a" || word == "alpha") return Kind::alpha;
  if (word == "b" || word == "beta") return Kind::beta;
  if (word == "rc") return Kind::candidate;
  if (word == "p" || word == "pl" || word == "patch") return Kind::patch;
  return word == "stable" || word == "#" ? Kind::end : Kind::word;
}

// `text` is in lower case.
std::string_view canonical(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 1 && text.front() == 'v' && is_digit(text[1])) text.remove_prefix(1);
  return text.substr(0, text.find('+'));
}

// The run of digits or of other characters at the front, after the separators before it; empty at the end.
std::string_view take_part(std::string_view& text) {
  constexpr std::string_view separators = ".-_";
  text.remove_prefix(std::min(text.find_first_not_of(separators), text.size()));
  if (text.empty()) return text;
  const bool digits = is_digit(text.front());
  std::size_t end = 1;
  while (end < text.size() && is_digit(text[end]) == digits &&
         separators.find(text[end]) == std::string_view::npos) {
    ++end;
  }
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end);
  return part;
}

// `text` is in lower case and must outlive the result.
Version parse(std::string_view text) {
  Version version;
  text = canonical(text);
  for (std::string_view part = take_part(text); !part.empty(); part = take_part(text)) {
    const bool number = is_digit(part.front());
    if (number && version.rest.empty())
      version.numbers.push_back(part);
    else if (number)
      version.rest.push_back({Kind::number, part});
    else if (kind_of(part) != Kind::end)
      version.rest.push_back({kind_of(part), part});
  }
  while (!version.numbers.empty() &&
         version.numbers.back().find_first_not_of('0') == std::string_view::npos) {
    version.numbers.pop_back();
  }
  return version;
}

std::strong_ordering compare_parts(const Part& a, const Part& b) {
  if (a.kind != b.kind) return a.kind <=> b.kind;
  if (a.kind == Kind::number) return compare_numbers(a.text, b.text);
  return a.kind == Kind::word ? a.text <=> b.text : std::strong_ordering::equal;
}

std::strong_ordering compare_versions(const Version& a, const Version& b) {
  const std::size_t numbers = std::max(a.numbers.size(), b.numbers.size());
  for (std::size_t i = 0; i < numbers; ++i) {
    const std::string_view left = i < a.numbers.size() ? a.numbers[i] : std::string_view{};
    const std::string_view right = i < b.numbers.size() ? b.numbers[i] : std::string_view{};
    if (const auto order = compare_numbers(left, right); order != 0) return order;
  }
  const std::size_t parts = std::max(a.rest.size(), b.rest.size());
  for (std::size_t i = 0; i < parts; ++i) {
    const Part left = i < a.rest.size() ? a.rest[i] : Part{};
    const Part right = i < b.rest.size() ? b.rest[i] : Part{};
    if (const auto order = compare_parts(left, right); order != 0) return order;
  }
  return std::strong_ordering::equal;
}

class ComposerOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"Packagist"}; }

  bool valid(std::string_view version) const override {
    const std::string text = lower(version);
    const Version parsed = parse(text);
    if (!canonical(text).empty() && !is_digit(canonical(text).front())) return false;
    const bool branch = text.ends_with("x-dev");
    const bool words = std::any_of(parsed.rest.begin(), parsed.rest.end(),
                                   [](const Part& part) { return part.kind == Kind::word; });
    return !branch && !words && !canonical(text).empty();
  }

  std::strong_ordering compare(std::string_view a, std::string_view b) const override {
    const std::string left = lower(a);
    const std::string right = lower(b);
    return compare_versions(parse(left), parse(right));
  }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<ComposerOrdering>();
}

}  // namespace codelake::sca::composer
