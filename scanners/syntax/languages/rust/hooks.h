// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

namespace codelake::syntax::rust {

// f::<T> is f.
void turbofish(Lowering& to, RawId raw, Role role);
// m!(a, b) is a call of m; its arguments are tokens, of which names, literals and groups remain.
void macro(Lowering& to, RawId raw, Role role);
// A { x: 1 } creates an A.
void struct_expression(Lowering& to, RawId raw, Role role);
// One import statement for each path of the tree of a `use`.
void use_declaration(Lowering& to, RawId raw, Role role);
// Belongs to the function or type that follows.
void attribute_item(Lowering& to, RawId raw, Role role);
// A decorator around a name, or around a call when it has arguments.
void attribute(Lowering& to, RawId raw, Role role);

void match_arm(Lowering& to, RawId raw, Role role);
// a[b]
void index(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::rust
