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
// The same of names found elsewhere, in their order.
void dotted_names(Lowering& to, Item whole, std::span<const RawId> names);

// A::b is a field access; b alone, or ::b, stands for itself.
void scoped_name(Lowering& to, RawId raw, Role role);

// A name in a field of its own before the value makes a keyword argument.
void argument_with_name(Lowering& to, RawId raw, Role role);

// A word of the language before operands (echo a, revert(a), type(T)): a call of what the word names.
void keyword_call(Lowering& to, RawId raw, Role role);

// A string in quotes after optional prefix letters. Children spliced with Kind::string_template are interpolations;
// with one of them it is a template of strings and expressions.
void quoted_string(Lowering& to, RawId raw, Role role);
// The same for content that starts and ends where the caller says.
void string_parts(Lowering& to, Item item, Span content);

// What is interpolated into a string, and the bytes it takes there.
struct Hole {
  Span span;
  RawId node = 0;      // 0: a name behind one mark
  bool inner = false;  // the node's children are meant
};
// A template of the strings between the holes and the holes; without holes a string.
void template_parts(Lowering& to, Item item, Span content, std::span<const Hole> holes);

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

// An operator written before or after its operand, in no field: !a, a++ (symbol "postfix ++").
void unary_by_position(Lowering& to, RawId raw, Role role);

// `if a … elif b … else …` written as a flat list: each alternative is an if statement in the one before.
void if_chain(Lowering& to, RawId raw, Role role);

// An annotation is a decorator around a name, or around a call when it has arguments.
void annotation(Lowering& to, RawId raw, Role role);

// Modifiers and decorators around a declaration of variables in a node of its own.
void wrapped_variables(Lowering& to, RawId raw, Role role);

// i++ and ++i have different symbols.
void increment(Lowering& to, RawId raw, Role role);

// A character literal: what stands between its quotes.
void quoted_character(Lowering& to, RawId raw, Role role);

// A case of a switch whose statements follow its label: they become a block.
void case_with_statements(Lowering& to, RawId raw, Role role);

// The same where nothing but the value of the case stands in a field; one without a value is the default.
void case_with_rest(Lowering& to, RawId raw, Role role);

// Statements that stand in no node of their own become a block; without one it is empty, at `end`.
void block_of(Lowering& to, std::span<const RawId> statements, Role role, std::uint32_t end);

// A call whose parts lie flat: what is called, type arguments, lists of arguments, and what is passed behind those
// without brackets (f(1) { … }), which counts as one more argument. `parts` is not empty.
void call_of_parts(Lowering& to, Item call, std::span<const RawId> parts);

// An argument, which has its name before it when it is of two parts and the first of that type.
void named_argument(Lowering& to, Item argument, std::span<const RawId> parts, std::string_view name_type);

// A type written A.B or A<T>.
void generic_type(Lowering& to, RawId raw, Role role);

// What is switched over and the cases stand side by side: the cases get a body around them.
void cases_in_body(Lowering& to, RawId raw, Role role);

// The named children of a raw node, in their order.
std::vector<RawId> named_children(const Lowering& of, RawId raw);

// A list in which some children are a key and a value with `sign` between them, and no node around: those get a pair.
void pairs_joined_by(Lowering& to, RawId raw, Role role, std::string_view sign);

}  // namespace codelake::syntax
