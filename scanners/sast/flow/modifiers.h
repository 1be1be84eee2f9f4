// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <string_view>

namespace codelake::sast::flow {

// Whether a function is declared with a word, or decorated with it: `static`, `@staticmethod`.
bool has_modifier(const syntax::Tree& tree, syntax::NodeId function, std::string_view word);

// A method that is read like a field: `get total()`, `@property def total(self)`.
bool is_getter(const syntax::Tree& tree, syntax::NodeId function);

}  // namespace codelake::sast::flow
