// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

namespace codelake::syntax::go {

// a[1:2] is an index whose index is a slice; its symbol says which bounds are present.
void slice(Lowering& to, RawId raw, Role role);
// What stands in the braces of T{…}: arguments; of a nested {…}: a list or a dictionary.
void literal_value(Lowering& to, RawId raw, Role role);
// name: value is a keyword argument; any other key makes a pair.
void keyed_element(Lowering& to, RawId raw, Role role);
// pkg.T as a type is written like the expression pkg.T.
void qualified_type(Lowering& to, RawId raw, Role role);
// x := e declares x; a, b := e is an assignment that declares.
void short_declaration(Lowering& to, RawId raw, Role role);
// With a range clause it goes over each element.
void loop(Lowering& to, RawId raw, Role role);
// Cases stand in a switch body, as in the other languages.
void switch_with_cases(Lowering& to, RawId raw, Role role);
void switch_case(Lowering& to, RawId raw, Role role);
void imports(Lowering& to, RawId raw, Role role);
void import_spec(Lowering& to, RawId raw, Role role);
void constants(Lowering& to, RawId raw, Role role);
// `a, b T = 1, 2` declares each; names that share one value are a tuple.
void named_variables(Lowering& to, RawId raw, Role role);
// `a, b T` are two parameters.
void parameters(Lowering& to, RawId raw, Role role);
// A struct or interface is a class.
void type_spec(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::go
