// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/constants.h"
#include "scanners/syntax/tree.h"

#include <string_view>
#include <utility>

namespace codelake::sast {

// What a literal is worth.
Constant literal(const syntax::Tree& tree, syntax::NodeId node);

// What two constants come to under an operator of the file's language; unknown when that depends on more.
Constant combined(const syntax::Tree& tree, std::string_view sign, const std::pair<Constant, Constant>& operands);

// The same for an operator with one operand.
Constant negated(std::string_view sign, const Constant& operand);

// What `x += value` and `x++` leave in x; `node` is the assignment or the step.
Constant augmented(const syntax::Tree& tree, syntax::NodeId node, const Constant& before, const Constant& value);

}  // namespace codelake::sast
