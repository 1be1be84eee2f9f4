// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/grammar.h"
#include "scanners/syntax/raw_tree.h"

namespace codelake::syntax {

// Gives calls, members and indexes the operand they belong to, for grammars that put them around a whole operation.
void bind_postfix_first(const Grammar& grammar, RawTree& raw);

}  // namespace codelake::syntax
