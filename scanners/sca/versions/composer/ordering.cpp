// SPDX-License-Identifier: Apache-2.0
// Packagist, as the version_compare() of PHP: a version is its runs of digits and of other characters,
// whatever separates them, without a leading "v". Parts are compared one by one:
//
//   other words < dev < a… < b… < rc, RC < END < number        and a number (or "#") < p…
//
// A word is known by how it begins ("alpha", "pl1"); words of one kind are equal, so that 1.0-ALPHA
// = 1.0-GAMMA. "#" stands for any number, which is why the order contradicts itself: 1 = # = 2. A branch
// ("dev-main", "2.x-dev") is a moving target and no version; it stands where its words put it, before
// numbers.
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace codelake::sca::composer {

namespace {

enum Rank : int { k_other, k_dev, k_alpha, k_beta, k_candidate, k_number, k_patch };

constexpr std::array<std::pair<std::string_view, Rank>, 7> k_words = {{{"dev", k_dev},
                                                                       {"a", k_alpha},
                                                                       {"b", k_beta},
                                                                       {"RC", k_candidate},
                                                                       {"rc", k_candidate},
                                                                       {"#", k_number},
                                                                       {"p", k_patch}}};

Rank rank_of(std::string_view part) {
  if (is_digit(part.front())) return k_number;
  for (const auto& [beginning, rank] : k_words) {
    if (part.starts_with(beginning)) return rank;
  }
  return k_other;
}

// The run of digits or of other characters at the front, after the separators before it; empty at the end.
std::string_view take_part(std::string_view& text) {
  constexpr std::string_view separators = ".-_+";
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

// Of two parts, either of which may be missing.
std::strong_ordering compare_parts(std::string_view a, std::string_view b) {
  const bool a_digits = !a.empty() && is_digit(a.front());
  const bool b_digits = !b.empty() && is_digit(b.front());
  if (a_digits && b_digits) return compare_numbers(a, b);
  if (a_digits && b.empty()) return std::strong_ordering::greater;
  if (b_digits && a.empty()) return std::strong_ordering::less;
  const Rank left = a.empty() ? k_number : rank_of(a);
  const Rank right = b.empty() ? k_number : rank_of(b);
  return left <=> right;
}

std::string_view without_prefix(std::string_view version) {
  std::string_view text = trimmed(version);
  if (!text.empty() && (text.front() == 'v' || text.front() == 'V')) text.remove_prefix(1);
  return text;
}

class ComposerOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"Packagist"}; }

  bool valid(std::string_view version) const override {
    const std::string lowered = lower(without_prefix(version));
    std::string_view text = std::string_view(lowered).substr(0, lowered.find('+'));
    if (text.empty() || !is_digit(text.front()) || text.ends_with("x-dev")) return false;
    for (std::string_view part = take_part(text); !part.empty(); part = take_part(text)) {
      if (rank_of(part) == k_other && part != "stable") return false;
    }
    return true;
  }

  std::string key(std::string_view version) const override { return std::string(without_prefix(version)); }

  std::strong_ordering compare_keys(std::string_view a, std::string_view b) const override {
    while (true) {
      const std::string_view left = take_part(a);
      const std::string_view right = take_part(b);
      if (left.empty() && right.empty()) return std::strong_ordering::equal;
      if (const auto order = compare_parts(left, right); order != 0) return order;
    }
  }

  bool transitive() const override { return false; }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<ComposerOrdering>();
}

}  // namespace codelake::sca::composer
