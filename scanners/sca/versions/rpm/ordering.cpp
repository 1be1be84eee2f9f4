// SPDX-License-Identifier: Apache-2.0
// Red Hat and its kin, as rpm compares them: [epoch:]version[-release], each a row of runs of digits and of
// letters, whatever stands between them.
//
//   tilde < END < caret < letters < digits        1.0~rc1 < 1.0 < 1.0^git1 < 1.0a < 1.0.1
//
// A missing epoch is 0; a missing release stands before every release.
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"
#include "scanners/sca/versions/version_key.h"

#include <algorithm>

namespace codelake::sca::rpm {

namespace {

enum : std::uint8_t { k_tilde = 1, k_end, k_caret, k_letters, k_digits };

void add_run(VersionKey& key, std::string_view& text) {
  const bool digits = is_digit(text.front());
  std::size_t end = 1;
  while (end < text.size() && (digits ? is_digit(text[end]) : is_letter(text[end]))) ++end;
  key.tag(digits ? k_digits : k_letters);
  if (digits)
    key.number(text.substr(0, end));
  else
    key.text(text.substr(0, end));
  text.remove_prefix(end);
}

void add_part(VersionKey& key, std::string_view text) {
  while (!text.empty()) {
    const char c = text.front();
    if (is_digit(c) || is_letter(c)) {
      add_run(key, text);
      continue;
    }
    if (c == '~') key.tag(k_tilde);
    if (c == '^') key.tag(k_caret);
    text.remove_prefix(1);
  }
  key.tag(k_end);
}

class RpmOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override {
    return {"AlmaLinux", "Azure Linux", "Mageia",      "openEuler", "openSUSE",
            "Photon OS", "Red Hat",     "Rocky Linux", "SUSE"};
  }

  bool valid(std::string_view version) const override {
    const bool some =
        std::any_of(version.begin(), version.end(), [](char c) { return is_digit(c) || is_letter(c); });
    return some && version.find_first_of(" \t\r\n") == std::string_view::npos;
  }

  std::string key(std::string_view version) const override {
    VersionKey key;
    const auto colon = version.find(':');
    const bool epoch = colon != std::string_view::npos;
    add_part(key, epoch ? version.substr(0, colon) : "0");
    if (epoch) version.remove_prefix(colon + 1);
    const auto hyphen = version.find('-');
    add_part(key, version.substr(0, hyphen));
    key.tag(hyphen == std::string_view::npos ? 0 : 1);
    if (hyphen != std::string_view::npos) add_part(key, version.substr(hyphen + 1));
    return key.take();
  }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<RpmOrdering>();
}

}  // namespace codelake::sca::rpm
