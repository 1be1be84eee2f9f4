// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/semantic_version.h"

namespace codelake::sca::semver {

namespace {

class SemverOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override {
    return {"npm",
            "crates.io",
            "Go",
            "Hex",
            "Julia",
            "SwiftURL",
            "Bitnami",
            "Bioconductor",
            "GHC",
            "GitHub Actions",
            "Docker Hardened Images"};
  }
  bool valid(std::string_view version) const override { return valid_semantic(version, 3); }
  std::string key(std::string_view version) const override { return semantic_key(version); }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<SemverOrdering>();
}

}  // namespace codelake::sca::semver
