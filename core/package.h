// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/location.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake {

// Where a dependency is taken from. Only a registry package may be matched with a registry's advisories.
enum class PackageSource { registry, git, path, workspace, url, unknown };
std::string_view to_text(PackageSource source);

// One dependency as a manifest or lockfile states it.
struct Package {
  std::string ecosystem;   // OSV name: npm PyPI Go crates.io RubyGems Packagist Maven …
  std::string name;        // as written; "group:artifact" for Maven
  std::string version;     // as written; empty when not pinned to one version
  std::string requirement; // the range asked for, when `version` is empty or its floor
  PackageSource source = PackageSource::registry;
  bool direct = false;
  bool direct_known = false;                // false: the file does not tell direct from transitive
  std::vector<std::string> groups;          // "prod", "dev", "test", "optional", "peer"; sorted
  std::vector<std::string> dependencies;    // "name@version" of packages in the same file
  std::vector<std::string> hashes;          // "sha512:<hex or base64 as written>"
  std::string license;                      // as declared; empty when the file does not tell
  std::string origin;                       // repository, address or folder of one that is no registry's, as written
  std::string commit;                       // of a repository, when told
  std::string purl;
  std::string path;                         // the file it stands in
  Range range;                              // where it stands there
};

}  // namespace codelake
