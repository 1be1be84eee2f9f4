// SPDX-License-Identifier: Apache-2.0
// Pub (Dart): Semantic Versioning whose build metadata counts, too: 1.0.0-a < 1.0.0-a+1 < 1.0.0 < 1.0.0+1
// < 1.0.0+a.
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/semantic_version.h"

namespace codelake::sca::pub {

namespace {

class PubOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"Pub"}; }

  bool valid(std::string_view version) const override { return valid_semantic(version, 3); }

  std::string key(std::string_view version) const override {
    return semantic_key(version, BuildMetadata::ordered);
  }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<PubOrdering>();
}

}  // namespace codelake::sca::pub
