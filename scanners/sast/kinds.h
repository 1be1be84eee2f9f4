// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

namespace codelake::sast {

// Kinds that have a value: what an expression pattern can stand for.
bool is_expression(syntax::Kind kind);

// Whether a node is an expression in its place, and not the name of a declaration, member, label or argument.
bool is_value(const syntax::Tree& tree, syntax::NodeId id);

// Kinds of expressions that may be constants without being literals.
bool may_hold_constant(syntax::Kind kind);

// Kinds whose children are statements in order.
bool is_statement_list(syntax::Kind kind);

// Whether a pattern's node leaves open what the code's symbol is: `class C` stands for all that Swift declares like it
// (structures, extensions, actors), `$F(...)` for a macro of Rust, too, `#include $X` for both kinds of paths.
bool has_any_symbol(const syntax::Tree& pattern, syntax::NodeId id);

// Nodes whose children tell their part by role, so that a pattern may leave parts out.
bool has_parts(syntax::Kind kind);

// The next sibling, or the first child, that is no comment; 0 when there is none. Inline: the matcher's
// hottest calls.
inline syntax::NodeId next_code(const syntax::Tree& tree, syntax::NodeId id) {
  syntax::NodeId next = tree.next_sibling(id);
  while (next != 0 && tree[next].kind == syntax::Kind::comment) next = tree.next_sibling(next);
  return next;
}
inline syntax::NodeId first_code(const syntax::Tree& tree, syntax::NodeId parent) {
  const syntax::NodeId child = tree.first_child(parent);
  return child != 0 && tree[child].kind == syntax::Kind::comment ? next_code(tree, child) : child;
}

// f(): a call of a name, with no argument.
bool is_bare_call(const syntax::Tree& tree, syntax::NodeId id);

// The block of a call in Ruby, f(a) do … end, which counts as no argument when a pattern does not speak of it.
bool is_trailing_block(const syntax::Tree& tree, syntax::NodeId id);

// Code between tags: `{a}` in `<p>{a}</p>`.
bool is_after_bracket(const syntax::Tree& tree, syntax::NodeId id);

// An expression, or what gives one a name or back: `f();`, `x = f();`, `int x = f();`, `return f();`.
bool is_made_of_expression(syntax::Kind statement);

// The nearest node at or above `id` that stands where a statement stands; 0 when there is none.
syntax::NodeId statement_of(const syntax::Tree& tree, syntax::NodeId id);

// The part of the statement that holds `id` and is done before it: `x = f()` in `if x = f(); x > 0 {`
// and in `try (A x = f()) {`. 0: it is in none.
syntax::NodeId leading_statement(const syntax::Tree& tree, syntax::NodeId statement, syntax::NodeId id);

}  // namespace codelake::sast
