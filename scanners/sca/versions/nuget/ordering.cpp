// SPDX-License-Identifier: Apache-2.0
// NuGet: Semantic Versioning with up to four numbers, whose pre-release identifiers do not tell upper from
// lower case: 1.0.0-BETA = 1.0.0-beta, 1.0.0 = 1.0.0.0 < 1.0.0.1.
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"
#include "scanners/sca/versions/semantic_version.h"

namespace codelake::sca::nuget {

namespace {

class NugetOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"NuGet"}; }
  bool valid(std::string_view version) const override { return valid_semantic(version, 4); }
  std::string key(std::string_view version) const override { return semantic_key(lower(version)); }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<NugetOrdering>();
}

}  // namespace codelake::sca::nuget
