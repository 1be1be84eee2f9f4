// SPDX-License-Identifier: Apache-2.0
// Gentoo, after "Version comparison" of the package manager specification: numbers, a letter, suffixes, a
// revision.
//
//   1.0_alpha < 1.0_beta < 1.0_pre < 1.0_rc < 1.0 = 1.0-r0 < 1.0-r1 < 1.0_p1 < 1.0b < 1.0.0 < 1.1
//
// A number after the first that begins with 0 is a decimal fraction: 1.001 < 1.01 < 1.1.
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"
#include "scanners/sca/versions/version_key.h"

#include <algorithm>
#include <array>

namespace codelake::sca::gentoo {

namespace {

// Before and after a version without a suffix.
constexpr std::array<std::string_view, 4> k_before = {"alpha", "beta", "pre", "rc"};
enum : std::uint8_t { k_end = 10, k_patch = 11, k_unknown = 12 };

std::string_view take(std::string_view& text, bool (*accepts)(char)) {
  std::size_t end = 0;
  while (end < text.size() && accepts(text[end])) ++end;
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(end);
  return taken;
}

void add_numbers(VersionKey& key, std::string_view& text) {
  key.number(take(text, is_digit));
  while (text.size() > 1 && text.front() == '.' && is_digit(text[1])) {
    text.remove_prefix(1);
    std::string_view digits = take(text, is_digit);
    const bool fraction = digits.front() == '0';
    key.tag(fraction ? 1 : 2);
    if (!fraction) {
      key.number(digits);
      continue;
    }
    while (!digits.empty() && digits.back() == '0') digits.remove_suffix(1);
    key.text(digits);
  }
  key.tag(0);
}

void add_suffixes(VersionKey& key, std::string_view& text) {
  while (text.size() > 1 && text.front() == '_') {
    text.remove_prefix(1);
    const std::string_view word = take(text, is_letter);
    const auto known = std::find(k_before.begin(), k_before.end(), word);
    if (known != k_before.end())
      key.tag(static_cast<std::uint8_t>(known - k_before.begin()));
    else
      key.tag(word == "p" ? k_patch : k_unknown);
    key.number(take(text, is_digit));
  }
  key.tag(k_end);
}

class GentooOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"gentoo"}; }

  bool valid(std::string_view version) const override {
    return !version.empty() && is_digit(version.front()) &&
           version.find_first_of(" \t\r\n") == std::string_view::npos;
  }

  std::string key(std::string_view version) const override {
    std::string_view text = version;
    VersionKey key;
    add_numbers(key, text);
    const bool letter = !text.empty() && is_lower(text.front());
    key.tag(letter ? static_cast<std::uint8_t>(text.front()) : 0);
    if (letter) text.remove_prefix(1);
    add_suffixes(key, text);
    const bool revision = text.starts_with("-r");
    if (revision) text.remove_prefix(2);
    key.number(revision ? take(text, is_digit) : std::string_view{});
    key.text(text);
    return key.take();
  }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<GentooOrdering>();
}

}  // namespace codelake::sca::gentoo
