// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

#include <string>
#include <string_view>

namespace codelake::syntax::scala {

// What the grammar can read. `{ implicit x: T => … }` becomes `{ (x: T)=> … }`; the new brackets take the place of white
// space, so that nothing moves, and where there is none the text stays. The annotation of a constructor, `class A @B() (…)`,
// to which the grammar gives the parameters, is left out. 'a, a symbol, becomes ~a.
std::string readable(std::string_view source);
// s"… $x ${y}": the prefix belongs to the string.
void interpolated(Lowering& to, RawId raw, Role role);
// a op b; `a += b` is an assignment, `a f b` the call a.f(b).
void infix(Lowering& to, RawId raw, Role role);
// f { … } has one argument.
void call(Lowering& to, RawId raw, Role role);
void creation(Lowering& to, RawId raw, Role role);
// f[T] is f.
void first_child(Lowering& to, RawId raw, Role role);
// Among arguments `a = 1` is a keyword argument.
void assignment(Lowering& to, RawId raw, Role role);
void lambda(Lowering& to, RawId raw, Role role);
// Several lists of parameters become one; the body is a block.
void function(Lowering& to, RawId raw, Role role);
void extends(Lowering& to, RawId raw, Role role);
void for_expression(Lowering& to, RawId raw, Role role);
void case_clause(Lowering& to, RawId raw, Role role);
// Every case of a catch is a clause of its own.
void catch_clause(Lowering& to, RawId raw, Role role);
void import_declaration(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::scala
