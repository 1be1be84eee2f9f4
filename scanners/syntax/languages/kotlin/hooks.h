// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

namespace codelake::syntax::kotlin {

// true, false and null are names to the grammar.
void identifier(Lowering& to, RawId raw, Role role);
// The grammar knows ${…} in a string, but not $name.
void string(Lowering& to, RawId raw, Role role);
// f(a) { … }: a lambda behind the arguments is the last of them.
void call(Lowering& to, RawId raw, Role role);
// !a.b(): the grammar reads (!a).b().
void access(Lowering& to, RawId raw, Role role);
// a !in b.
void in(Lowering& to, RawId raw, Role role);
void argument(Lowering& to, RawId raw, Role role);
// x!! is x.
void unary(Lowering& to, RawId raw, Role role);
void lambda(Lowering& to, RawId raw, Role role);
void property(Lowering& to, RawId raw, Role role);
void function(Lowering& to, RawId raw, Role role);
// `= e` is a body of one expression.
void function_body(Lowering& to, RawId raw, Role role);
// Modifiers and default values stand beside the parameters.
void parameters(Lowering& to, RawId raw, Role role);
void class_like(Lowering& to, RawId raw, Role role);
void when_entry(Lowering& to, RawId raw, Role role);
void import(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::kotlin
