// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace codelake::sca {

// When the advisories of an ecosystem (a ":suffix" is ignored) were imported, or last found unchanged (RFC 3339); empty
// when that is not known. Checks nothing else, so that it costs next to nothing.
std::string imported_at(const std::string& directory, const std::string& ecosystem);

}  // namespace codelake::sca
