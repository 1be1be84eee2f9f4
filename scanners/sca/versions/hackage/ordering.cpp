// SPDX-License-Identifier: Apache-2.0
// Hackage, after the Haskell package versioning policy: numbers between dots; a missing number stands before
// every number, so that 1 < 1.0 < 1.0.0 < 1.0.1.
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/number_list.h"

namespace codelake::sca::hackage {

namespace {

class HackageOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"Hackage"}; }

  bool valid(std::string_view version) const override { return valid_number_list(version, "."); }
  std::string key(std::string_view version) const override { return number_list_key(version, "."); }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<HackageOrdering>();
}

}  // namespace codelake::sca::hackage
