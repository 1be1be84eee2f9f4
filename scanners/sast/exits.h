// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <vector>

namespace codelake::sast {

// The statements at which control leaves a function, or the file's top level: returns, throws, and those that nothing follows.
// Ascending. Whether a throw is caught is not looked at.
std::vector<syntax::NodeId> exits_of(const syntax::Tree& tree);

// The expressions whose value functions give without a `return`: the last ones of their bodies. Ascending; none where the
// language asks for the word.
std::vector<syntax::NodeId> values_given(const syntax::Tree& tree);

}  // namespace codelake::sast
