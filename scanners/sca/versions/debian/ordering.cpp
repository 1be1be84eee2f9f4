// SPDX-License-Identifier: Apache-2.0
// Debian and Ubuntu, after "Version" of the Debian policy manual: [epoch:]upstream[-revision], each compared
// as tilde_text.h says; a missing epoch is 0, a missing revision is "0".
//
//   1.0~rc1 < 1.0 = 0:1.0-0 < 1.0-1 < 1.0-1ubuntu1 < 1.0-1+deb9u1 < 1.1 < 1:0.1
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"
#include "scanners/sca/versions/tilde_text.h"
#include "scanners/sca/versions/version_key.h"

namespace codelake::sca::debian {

namespace {

class DebianOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"Debian", "Ubuntu"}; }

  bool valid(std::string_view version) const override {
    const std::string_view text = trimmed(version);
    const auto colon = text.find(':');
    const bool epoch = colon != std::string_view::npos;
    if (epoch && !all_digits(text.substr(0, colon))) return false;
    const std::string_view rest = epoch ? text.substr(colon + 1) : text;
    return !rest.empty() && is_digit(rest.front()) &&
           rest.find_first_of(" \t\r\n/") == std::string_view::npos;
  }

  std::string key(std::string_view version) const override {
    std::string_view text = trimmed(version);
    VersionKey key;
    const auto colon = text.find(':');
    const bool epoch = colon != std::string_view::npos && all_digits(text.substr(0, colon));
    key.number(epoch ? text.substr(0, colon) : std::string_view{});
    if (epoch) text.remove_prefix(colon + 1);
    const auto hyphen = text.rfind('-');
    add_tilde_text(key, text.substr(0, hyphen));
    add_tilde_text(key, hyphen == std::string_view::npos ? std::string_view{} : text.substr(hyphen + 1));
    return key.take();
  }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<DebianOrdering>();
}

}  // namespace codelake::sca::debian
