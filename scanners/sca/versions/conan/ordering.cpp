// SPDX-License-Identifier: Apache-2.0
// Conan, after "Version" of its reference: items between dots, zeros at the end left out, then "-" and
// pre-release items, then
// "+" and build items, which count, too.
//
//   1 = 1.0 < 1+b1 < 1.1-alpha.3 < 1.1 < 1.1a < 1.1.a < 1.2 < 1.a
//
// An item compares by the number it begins with, then by what follows. (Conan compares a number and an item
// that is none as texts, by which 9 < 10 < 1a < 9.)
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"
#include "scanners/sca/versions/version_key.h"

#include <algorithm>
#include <vector>

namespace codelake::sca::conan {

namespace {

void add_items(VersionKey& key, std::string_view text) {
  std::vector<std::string_view> items;
  while (true) {
    const auto end = std::min(text.find('.'), text.size());
    items.push_back(text.substr(0, end));
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
  }
  const auto says_nothing = [](std::string_view item) {
    return item.find_first_not_of('0') == std::string_view::npos;
  };
  while (!items.empty() && says_nothing(items.back())) items.pop_back();
  for (const std::string_view item : items) {
    const auto digits = std::min(item.find_first_not_of("0123456789"), item.size());
    key.tag(digits > 0 ? 1 : 2);
    key.number(item.substr(0, digits));
    key.text(item.substr(digits));
  }
  key.tag(0);
}

class ConanOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"ConanCenter"}; }

  bool valid(std::string_view version) const override {
    return !version.empty() && version.find_first_of(" \t\r\n/@[]") == std::string_view::npos;
  }

  std::string key(std::string_view version) const override {
    const std::string lowered = lower(version);
    std::string_view text = lowered;
    VersionKey key;
    const auto plus = text.find('+');
    const std::string_view build =
        plus == std::string_view::npos ? std::string_view{} : text.substr(plus + 1);
    text = text.substr(0, plus);
    const auto hyphen = text.find('-');
    add_items(key, text.substr(0, hyphen));
    key.tag(hyphen == std::string_view::npos ? 1 : 0);
    if (hyphen != std::string_view::npos) add_items(key, text.substr(hyphen + 1));
    add_items(key, build);
    return key.take();
  }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<ConanOrdering>();
}

}  // namespace codelake::sca::conan
