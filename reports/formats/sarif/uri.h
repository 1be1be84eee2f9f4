// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace codelake::reports::sarif {

// A path relative to the scanned root as a relative reference (RFC 3986, 4.2): every byte outside the unreserved
// characters and '/' percent-encoded, so that a ':' makes no scheme and invalid UTF-8 is kept. Empty gives "./".
std::string relative_uri(std::string_view path);

// Whether the text is an absolute http(s) URI of printable ASCII, fit for a `uri` property.
bool is_web_uri(std::string_view text);

}  // namespace codelake::reports::sarif
