// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

namespace codelake::syntax::php {

// Names of functions, classes and constants are the same in any case.
void folded(Lowering& to, RawId raw, Role role);
// "… $x {$y}", heredocs and `…`: variables stand in the text without a node around them.
void template_string(Lowering& to, RawId raw, Role role);
void heredoc(Lowering& to, RawId raw, Role role);
// `…` is a command around a string.
void command(Lowering& to, RawId raw, Role role);
// \A\B\c is the field access A.B.c.
void qualified_name(Lowering& to, RawId raw, Role role);
// o->m(a) and C::m(a) are calls of a field access.
void method_call(Lowering& to, RawId raw, Role role);
void creation(Lowering& to, RawId raw, Role role);
// `k => v` is a pair, `v` is itself.
// ['a' => $x, 'b' => $y] = $pairs
void list_of_targets(Lowering& to, RawId raw, Role role);
void array_element(Lowering& to, RawId raw, Role role);
void foreach_statement(Lowering& to, RawId raw, Role role);
// One import statement for each clause; a group names its members.
void use_declaration(Lowering& to, RawId raw, Role role);
void use_clause(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::php
