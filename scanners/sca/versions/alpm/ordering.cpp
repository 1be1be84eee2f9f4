// SPDX-License-Identifier: Apache-2.0
// Arch Linux, as pacman's vercmp: [epoch:]version[-release], each a row of runs of digits and of letters,
// where it counts how many characters separate them:
//
//   letters without a separator < END < other runs, fewer separators first, letters before digits
//
//   1.5b < 1.5 < 1.5.a < 1.5.1
//
// vercmp ignores a release that only one side has, so that 1-1 = 1 = 1-2, though 1-1 < 1-2; here a missing
// release is 1, which every package starts with.
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"
#include "scanners/sca/versions/version_key.h"

namespace codelake::sca::alpm {

namespace {

enum : std::uint8_t { k_joined_letters = 1, k_end, k_run };
enum : std::uint8_t { k_letters = 1, k_nothing, k_digits };

bool is_separator(char c) {
  return !is_digit(c) && !is_letter(c);
}

void add_part(VersionKey& key, std::string_view text) {
  while (!text.empty()) {
    std::size_t start = 0;
    while (start < text.size() && is_separator(text[start])) ++start;
    const bool digits = start < text.size() && is_digit(text[start]);
    std::size_t end = start;
    while (end < text.size() && !is_separator(text[end]) && is_digit(text[end]) == digits) ++end;
    const std::string_view run = text.substr(start, end - start);
    const bool joined = start == 0 && !digits;
    key.tag(joined ? k_joined_letters : k_run);
    if (!joined) {
      key.count(start);
      key.tag(run.empty() ? k_nothing : digits ? k_digits : k_letters);
    }
    if (digits)
      key.number(run);
    else
      key.text(run);
    text.remove_prefix(end);
  }
  key.tag(k_end);
}

class AlpmOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"alpm"}; }

  bool valid(std::string_view version) const override {
    return !version.empty() && version.find_first_of(" \t\r\n/") == std::string_view::npos;
  }

  std::string key(std::string_view version) const override {
    VersionKey key;
    const auto colon = version.find(':');
    const bool epoch = colon != std::string_view::npos && all_digits(version.substr(0, colon));
    key.number(epoch ? version.substr(0, colon) : std::string_view{});
    if (epoch) version.remove_prefix(colon + 1);
    const auto hyphen = version.rfind('-');
    add_part(key, version.substr(0, hyphen));
    add_part(key, hyphen == std::string_view::npos ? "1" : version.substr(hyphen + 1));
    return key.take();
  }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<AlpmOrdering>();
}

}  // namespace codelake::sca::alpm
