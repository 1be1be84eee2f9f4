// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

namespace codelake::syntax::python {

// f(x for x in y) lacks the node of the argument list.
void generator(Lowering& to, RawId raw, Role role);
// a < b < c: one node whose symbol holds all operators.
void comparison(Lowering& to, RawId raw, Role role);
// The symbol says which parts are present: "x:", ":x", "x:x:x" …
void slice(Lowering& to, RawId raw, Role role);
// The body of a class is a class body, that of `match` a switch body, any other a block.
void suite(Lowering& to, RawId raw, Role role);
// `x: int` without a value is a declaration.
void assignment(Lowering& to, RawId raw, Role role);
void import_names(Lowering& to, RawId raw, Role role);
// Decorators become a part of the function or class.
void decorated(Lowering& to, RawId raw, Role role);
// `except E as e` names type and name of the clause itself.
void as_pattern(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::python
