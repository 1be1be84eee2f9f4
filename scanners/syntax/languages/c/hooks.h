// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

namespace codelake::syntax::c {

// T *a = b, c[2]; one declaration for each declarator; a pointer belongs to the type. Prototypes are functions.
void declarations(Lowering& to, RawId raw, Role role);
void parameter(Lowering& to, RawId raw, Role role);
void function(Lowering& to, RawId raw, Role role);
void type_definition(Lowering& to, RawId raw, Role role);
// T* as in a cast.
void type_descriptor(Lowering& to, RawId raw, Role role);
// `struct S { … }` declares, `struct S` names.
void struct_specifier(Lowering& to, RawId raw, Role role);
// The statements of a switch stand in a switch body.
void compound_statement(Lowering& to, RawId raw, Role role);
// <a.h> is a string.
// A path in angles gives the import its symbol.
void include(Lowering& to, RawId raw, Role role);
void system_header(Lowering& to, RawId raw, Role role);
// What stands between #if and #endif, without the condition.
void conditional_code(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::c
