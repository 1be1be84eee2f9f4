// SPDX-License-Identifier: Apache-2.0
// opam, after "Version ordering" of its manual: one text in the order of tilde_text.h, so that 1.0~beta < 1.0
// < 1.0+p < 1.1.
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"
#include "scanners/sca/versions/tilde_text.h"
#include "scanners/sca/versions/version_key.h"

#include <algorithm>

namespace codelake::sca::opam {

namespace {

class OpamOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"opam"}; }

  bool valid(std::string_view version) const override {
    constexpr std::string_view others = "-_+.~";
    return !version.empty() && std::all_of(version.begin(), version.end(), [&](char c) {
      return is_digit(c) || is_letter(c) || others.find(c) != std::string_view::npos;
    });
  }

  std::string key(std::string_view version) const override {
    VersionKey key;
    add_tilde_text(key, version);
    return key.take();
  }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<OpamOrdering>();
}

}  // namespace codelake::sca::opam
