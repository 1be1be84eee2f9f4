// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string_view>

namespace codelake::sca {

// The order of Semantic Versioning 2.0.0, section 11, read as forgivingly as the tools that use it do; the
// .cpp says how. A total preorder; what does not start with a number stands before every version, by its
// bytes.
std::strong_ordering compare_semantic(std::string_view a, std::string_view b);

// One to `numbers_max` numbers, then "-" and pre-release identifiers, then "+" and build identifiers, both
// optional; before them a "v" or "=", which tools leave out.
bool valid_semantic(std::string_view text, int numbers_max);

}  // namespace codelake::sca
