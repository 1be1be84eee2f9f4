// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/constant.h"
#include "scanners/syntax/tree.h"

#include <string_view>
#include <utility>

namespace codelake::sast {

// What a literal is worth; of a text what stands between its quotes, escapes as they are.
Constant literal(const syntax::Tree& tree, syntax::NodeId node);

// What two constants come to under an operator of a language; unknown when that depends on more.
Constant combined(std::string_view language, std::string_view sign, const std::pair<Constant, Constant>& operands);

// The same for an operator with one operand.
Constant negated(std::string_view sign, const Constant& operand);

// What `x += value` and `x++` leave in x; `node` is the assignment or the step.
Constant augmented(const syntax::Tree& tree, syntax::NodeId node, const Constant& before, const Constant& value);

// What a method of a text gives for one argument, or for none when that is unknown (contains, startsWith, charAt …).
Constant asked(std::string_view method, const Constant& text, const Constant& argument);

// The character of a text at a position, from the end when it is negative.
Constant character(const Constant& text, const Constant& position);

}  // namespace codelake::sast
