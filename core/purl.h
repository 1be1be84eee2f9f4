// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <map>
#include <string>
#include <string_view>

namespace codelake {

// A package URL (ECMA-427): pkg:type/namespace/name@version?qualifiers#subpath, its parts decoded. Empty
// parts are absent.
struct Purl {
  std::string type;
  std::string name_space;  // segments between '/'
  std::string name;
  std::string version;
  std::map<std::string, std::string> qualifiers;  // none of them empty
  std::string subpath;                            // segments between '/'

  bool operator==(const Purl&) const = default;
};

// The parts as the rules of their type want them (letters in lower case, PyPI's '-' for '_' …). Fails when a
// part is missing, has no place in that type, or holds what it may not hold; unknown types have no rules of
// their own.
Result<Purl> canonical_purl(Purl purl);

// Reads a package URL into its canonical parts. The key of a qualifier must begin in lower case.
Result<Purl> parse_purl(std::string_view text);

// The one canonical text of these parts.
Result<std::string> purl_text(Purl purl);

// The canonical text of a package URL, however it is spelled.
Result<std::string> canonical_purl_text(std::string_view text);

}  // namespace codelake
