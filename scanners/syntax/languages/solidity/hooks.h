// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

namespace codelake::syntax::solidity {

// Functions, constructors, modifiers, events and errors: the grammar has no node for the list of parameters.
void function(Lowering& to, RawId raw, Role role);
// Contracts, interfaces and libraries: one list of bases.
void contract(Lowering& to, RawId raw, Role role);
// A call whose arguments stand in no list of their own: f(a), T(a), emit E(a), new C(a), f{value: v}.
void call(Lowering& to, RawId raw, Role role);
// An invocation of a modifier is a decorator.
void modifier_invocation(Lowering& to, RawId raw, Role role);
void if_statement(Lowering& to, RawId raw, Role role);
// T memory a = b, (T a, T b) = c: one declaration.
void variable_statement(Lowering& to, RawId raw, Role role);
void import_directive(Lowering& to, RawId raw, Role role);
// T stands for itself; arrays and mappings have nodes.
void type_name(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::solidity
