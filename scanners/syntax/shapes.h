// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

namespace codelake::syntax {

// Hooks that more than one language needs.

// A declaration: its parts in the order its kind prescribes.
template <Kind kind>
void declaration(Lowering& to, RawId raw, Role role) {
  to.lower_declaration(raw, role, kind);
}

// a.b.c written as a flat list of names: nested field accesses, as the expression a.b.c has them.
void dotted_name(Lowering& to, RawId raw, Role role);

// A string in quotes after optional prefix letters. Children spliced with Kind::string_template are interpolations;
// with one of them it is a template of strings and expressions.
void quoted_string(Lowering& to, RawId raw, Role role);
// The same for content that starts and ends where the caller says.
void string_parts(Lowering& to, Item item, Span content);

// A list of parameters, whose members may be bare names or patterns: each becomes a Kind::parameter.
void parameter_list(Lowering& to, RawId raw, Role role);

// One named child takes the place of the node; several become a tuple.
void tuple_if_many(Lowering& to, RawId raw, Role role);

// What the variables of one declaration have in common: modifiers, decorators and type, and where all of it stands.
struct SharedParts {
  Prefix parts;
  Role role = Role::none;
};

// `int a = 1, b = 2`: one declaration for each declarator. The first begins where all begins, the others where they do
// themselves or the earliest of the parts they share.
void split_declarators(Lowering& to, const std::vector<RawId>& declarators, const SharedParts& shared);

// A declaration of several variables: what is in no declarator is shared.
void variables(Lowering& to, RawId raw, Role role);

// The name of a type: an identifier where it declares the type or qualifies another name.
void type_identifier(Lowering& to, RawId raw, Role role);

// i++ and ++i have different symbols.
void increment(Lowering& to, RawId raw, Role role);

// A character literal: what stands between its quotes.
void quoted_character(Lowering& to, RawId raw, Role role);

// A case of a switch whose statements follow its label: they become a block.
void case_with_statements(Lowering& to, RawId raw, Role role);

// The named children of a raw node, in their order.
std::vector<RawId> named_children(const Lowering& of, RawId raw);

}  // namespace codelake::syntax
