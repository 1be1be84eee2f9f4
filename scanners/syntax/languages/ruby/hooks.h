// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

namespace codelake::syntax::ruby {

// :a and the a of `a: 1` are the same, a unary ":" over the name.
void symbol(Lowering& to, RawId raw, Role role);
// :"a b" is a unary ":" over the string.
void quoted_symbol(Lowering& to, RawId raw, Role role);
// In quotes or %q(…).
void string(Lowering& to, RawId raw, Role role);
// A word of %w(…).
void bare_string(Lowering& to, RawId raw, Role role);
// <<A takes the text that starts on a later line.
void heredoc(Lowering& to, RawId raw, Role role);
void nothing(Lowering& to, RawId raw, Role role);
// /…/ is a leaf, unless it holds code.
void regex(Lowering& to, RawId raw, Role role);
// `…` is a command around a string.
void command(Lowering& to, RawId raw, Role role);
// o.m without arguments is a field access; a block is the last argument, a lambda.
void call(Lowering& to, RawId raw, Role role);
// `a: 1` and `:a => 1` among arguments are keyword arguments.
void pair(Lowering& to, RawId raw, Role role);
void lambda(Lowering& to, RawId raw, Role role);
// unless and until: the condition is negated; `x if y` is the statement `if y`.
void condition(Lowering& to, RawId raw, Role role);
// Rescue and ensure belong to a try statement around what stands before them.
void body(Lowering& to, RawId raw, Role role);
void begin(Lowering& to, RawId raw, Role role);
void rescue(Lowering& to, RawId raw, Role role);
// A method, class or module: its parts in the common order, with a body even when it is empty.
void definition(Lowering& to, RawId raw, Role role);
void case_statement(Lowering& to, RawId raw, Role role);
// The values after return, break and next, without the list around them.
void jump(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::ruby
