// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

namespace codelake::syntax::hcl {

// A block is a call of its type: its labels and then its body, a dictionary, are the arguments.
void block(Lowering& to, RawId raw, Role role);
// A term with what follows it: attributes, indices and splats.
void term(Lowering& to, RawId raw, Role role);
// As term on both sides of the operator.
void operation(Lowering& to, RawId raw, Role role);
// An attribute of a block or an element of an object.
void entry(Lowering& to, RawId raw, Role role);
void function_call(Lowering& to, RawId raw, Role role);
// A template between markers on lines of their own.
void heredoc(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::hcl
