// SPDX-License-Identifier: Apache-2.0
// OpenSSL: numbers, then the letters of its old patch releases: 1.0.2-beta1 < 1.0.2 < 1.0.2z < 1.0.2za
// < 1.1.0 < 3.0.0.
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"
#include "scanners/sca/versions/version_key.h"

#include <algorithm>

namespace codelake::sca::openssl {

namespace {

constexpr std::string_view k_number_characters = "0123456789.";

class OpensslOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"openssl"}; }

  bool valid(std::string_view version) const override {
    return !version.empty() && is_digit(version.front()) &&
           version.find_first_of(" \t\r\n") == std::string_view::npos;
  }

  std::string key(std::string_view version) const override {
    const std::string text = lower(trimmed(version));
    const auto length = std::min(text.find_first_not_of(k_number_characters), text.size());
    std::string_view numbers = std::string_view(text).substr(0, length);
    VersionKey key;
    while (!numbers.empty()) {
      const auto end = std::min(numbers.find('.'), numbers.size());
      key.number(numbers.substr(0, end));
      numbers.remove_prefix(std::min(end + 1, numbers.size()));
    }
    key.tag(0);
    const std::string_view rest = std::string_view(text).substr(length);
    key.tag(rest.starts_with('-') ? 0 : 1);
    key.text(rest);
    return key.take();
  }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<OpensslOrdering>();
}

}  // namespace codelake::sca::openssl
