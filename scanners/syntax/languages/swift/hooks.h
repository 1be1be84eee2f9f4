// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

#include <vector>

namespace codelake::syntax::swift {

// Whether the node is a type; the grammar's fields do not tell.
bool is_type(const Lowering& of, RawId raw);
// The children with a meaning, tokens among them (`nil`).
std::vector<RawId> parts_of(const Lowering& of, RawId raw);

void string(Lowering& to, RawId raw, Role role);
// f(a) { … }: closures behind the arguments are the last of them. x[i] is a call to the grammar, as is `defer { … }`.
void call(Lowering& to, RawId raw, Role role);
void argument(Lowering& to, RawId raw, Role role);
// -x; `.name` is the name.
void prefix(Lowering& to, RawId raw, Role role);
void tuple(Lowering& to, RawId raw, Role role);
// The entries, whose keys and values lie flat.
void dictionary(Lowering& to, RawId raw, Role role);
void closure(Lowering& to, RawId raw, Role role);
// What a value is compared with or taken apart into: one name, or a tuple.
void pattern(Lowering& to, RawId raw, Role role);

// if, guard, while: names bound by a condition are declared before it; a guard asks for the contrary.
void conditional(Lowering& to, RawId raw, Role role);
void loop(Lowering& to, RawId raw, Role role);
void repeat(Lowering& to, RawId raw, Role role);
void switch_entry(Lowering& to, RawId raw, Role role);
// `do` without a catch is a block.
void do_statement(Lowering& to, RawId raw, Role role);
void catch_block(Lowering& to, RawId raw, Role role);
// return, throw, break and continue are one kind to the grammar.
void transfer(Lowering& to, RawId raw, Role role);

// One declaration for each of the names.
void property(Lowering& to, RawId raw, Role role);
void enum_entry(Lowering& to, RawId raw, Role role);
// What computes or watches a property: a function without a name.
void accessor(Lowering& to, RawId raw, Role role);
void computed(Lowering& to, RawId raw, Role role);
void function(Lowering& to, RawId raw, Role role);
void parameter(Lowering& to, RawId raw, Role role);
void class_like(Lowering& to, RawId raw, Role role);
void attribute(Lowering& to, RawId raw, Role role);
void type_alias(Lowering& to, RawId raw, Role role);
void import(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::swift
