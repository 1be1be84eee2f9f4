// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

namespace codelake::syntax::java {

// o.m(a) is a call whose callee is the field access o.m.
void method_invocation(Lowering& to, RawId raw, Role role);
// a.b.T as a type is written like the expression a.b.T.
void scoped_type(Lowering& to, RawId raw, Role role);
// One type stands for itself; A | B is a node of both.
void catch_type(Lowering& to, RawId raw, Role role);
// Labels, then the statements as a block.
void switch_case(Lowering& to, RawId raw, Role role);
void import_declaration(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::java
