// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

namespace codelake::syntax::cpp {

// f<T> and A<T> are f and A where they are called or qualify a name.
void template_name(Lowering& to, RawId raw, Role role);
// The function or class below the parameters of the template.
void template_declaration(Lowering& to, RawId raw, Role role);
void base_classes(Lowering& to, RawId raw, Role role);
void lambda(Lowering& to, RawId raw, Role role);
void catch_clause(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::cpp
