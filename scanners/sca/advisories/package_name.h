// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace codelake::sca {

// An OSV ecosystem name taken apart: "Packagist:https://x.example/8" is base "Packagist" and suffix
// "https://x.example/8".
struct EcosystemName {
  std::string_view base;
  std::string_view suffix;  // empty when there is none
};
EcosystemName split_ecosystem(std::string_view ecosystem);

// Whether a base name may become a file name: 1–64 letters, digits, spaces, '.', '_' or '-', led by a letter
// or digit.
bool valid_ecosystem(std::string_view base);

// The one spelling of a package name that the ecosystem takes for the same: PEP 503 for PyPI, lower case for
// NuGet, Packagist, Hex and Pub, a URL without scheme and ".git" for SwiftURL; as it is for the others.
std::string normalised_name(std::string_view base, std::string_view name);

}  // namespace codelake::sca
