// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

namespace codelake::syntax::csharp {

// f<T>(a): the type arguments are a part of the call.
void invocation(Lowering& to, RawId raw, Role role);
// new T(a) { B = c }: always with arguments, the initialiser is the body.
void creation(Lowering& to, RawId raw, Role role);
// { a, b } is a list, { A = b } a dictionary.
void initializer(Lowering& to, RawId raw, Role role);
// List<T> is a type; as the name of what is called or created it is List.
void generic_name(Lowering& to, RawId raw, Role role);
// a?.b and a?[b] are written like a.b and a[b].
void conditional_access(Lowering& to, RawId raw, Role role);
// x! is x.
void postfix(Lowering& to, RawId raw, Role role);
// The last parameter, `params T[] x`, lacks a node of its own.
void parameters(Lowering& to, RawId raw, Role role);
// Parts of a declaration that stand in no field.
void bases(Lowering& to, RawId raw, Role role);
void type_parameters(Lowering& to, RawId raw, Role role);
// => e is a body of one expression.
void arrow_body(Lowering& to, RawId raw, Role role);
// The members of a namespace stand in a block.
void declaration_list(Lowering& to, RawId raw, Role role);
// var (a, b) = c: the tuple is what is declared.
void declarator(Lowering& to, RawId raw, Role role);
void switch_section(Lowering& to, RawId raw, Role role);
// 1 => a is a case; _ => b is the default.
void switch_arm(Lowering& to, RawId raw, Role role);
// new { a = 1, b }: pairs of a name and a value.
void anonymous_object(Lowering& to, RawId raw, Role role);
// `: base(a)` is a call beside the body.
void constructor_initializer(Lowering& to, RawId raw, Role role);
// `using A.B;` imports all of A.B.
void using_directive(Lowering& to, RawId raw, Role role);
// What stands between #if and #endif, without the condition.
void conditional_code(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::csharp
