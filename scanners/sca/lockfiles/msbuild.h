// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xml.h"
#include "scanners/sca/lockfiles/builder.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// One <PackageReference>, <PackageVersion> or <GlobalPackageReference> of an MSBuild file.
struct MsbuildItem {
  std::string kind;
  std::string name;
  std::string version;  // as written, maybe with $(properties); empty when it stands elsewhere
  bool dev = false;     // PrivateAssets="all": not passed on to those who use the project
  std::uint32_t line = 1;
};

// Properties and package items of one MSBuild file. Conditions are not evaluated: what holds in some builds
// counts.
struct MsbuildFile {
  std::map<std::string, std::string, std::less<>> properties;  // the last value of each
  std::vector<MsbuildItem> items;
};
MsbuildFile read_msbuild(const xml::Element& root);

// `text` with $(name) replaced; a property that is not known stays as it is.
std::string with_properties(std::string_view text,
                            const std::map<std::string, std::string, std::less<>>& properties);

// Adds a direct NuGet package. "1.2.3" is a least version, but of a direct dependency NuGet takes the lowest
// that will do, so it is the version; "[1.2.3]" too. Wildcards, open ranges and unknown properties are
// requirements.
void add_msbuild_package(LockfileBuilder& builder, const MsbuildItem& item, const std::string& version);

}  // namespace codelake::sca
