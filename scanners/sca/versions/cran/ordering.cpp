// SPDX-License-Identifier: Apache-2.0
// CRAN, as R's package_version: numbers between "." or "-", which mean the same; a missing number stands
// before every number.
//
//   0.9 < 0.75        0.1-0 = 0.01.0 < 0.1.0.0
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/number_list.h"

namespace codelake::sca::cran {

namespace {

class CranOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"CRAN"}; }

  bool valid(std::string_view version) const override { return valid_number_list(version, ".-"); }
  std::string key(std::string_view version) const override { return number_list_key(version, ".-"); }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<CranOrdering>();
}

}  // namespace codelake::sca::cran
