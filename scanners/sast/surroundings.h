// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/file_view.h"
#include "scanners/sast/match.h"

#include <functional>
#include <string>
#include <string_view>

namespace codelake::sast {

// The letters of a text in lower case, of its first 400 bytes: is_admin, isAdmin and 'is-admin' read alike.
std::string letters_of(std::string_view text);

// The innermost node around a match; 0, the file, when there is no other.
syntax::NodeId innermost(const syntax::Tree& tree, const Match& match);

// Whether a function is called in its own file, outside of itself, and each of these calls holds. False as well when it has
// no name or more than 16 calls.
bool each_call(const FileView& view, syntax::NodeId function, const std::function<bool(syntax::NodeId call)>& holds);

}  // namespace codelake::sast
