// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

namespace codelake::syntax::javascript {

// {a} means {a: a}.
void shorthand(Lowering& to, RawId raw, Role role);
// In backticks; as the argument of a tag it is an argument list.
void template_string(Lowering& to, RawId raw, Role role);
// `a = 1` among parameters is a parameter.
void default_value(Lowering& to, RawId raw, Role role);
// `new T` means `new T()`.
void creation(Lowering& to, RawId raw, Role role);
// Text of white space alone says nothing.
void jsx_text(Lowering& to, RawId raw, Role role);
void import_statement(Lowering& to, RawId raw, Role role);
void import_clause(Lowering& to, RawId raw, Role role);
void namespace_import(Lowering& to, RawId raw, Role role);
// `export` is a modifier of what it exports.
void export_statement(Lowering& to, RawId raw, Role role);
// Decorators may stand before the member they belong to.
void class_body(Lowering& to, RawId raw, Role role);
// a.b.T as a type is written like the expression a.b.T.
void qualified_type(Lowering& to, RawId raw, Role role);
// `declare` is a modifier of what it declares.
void ambient(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::javascript
