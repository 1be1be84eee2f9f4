// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/maven_version.h"

#include "scanners/sca/versions/characters.h"

namespace codelake::sca {

void set_maven_version(Package& package, const std::string& version) {
  std::string_view exact = trimmed(version);
  const bool single =
      exact.starts_with('[') && exact.ends_with(']') && exact.find(',') == std::string_view::npos;
  if (single) exact = trimmed(exact.substr(1, exact.size() - 2));
  const std::string word = lower(exact);
  const bool moving =
      word == "latest" || word == "release" || word.starts_with("latest.") || word.ends_with('+');
  const bool plain = exact.find_first_of("[](),${} ") == std::string_view::npos;
  if (plain && !moving && !exact.empty())
    package.version = exact;
  else
    package.requirement = exact.empty() ? "*" : version;
}

}  // namespace codelake::sca
