// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace codelake::syntax {

// The kinds of the generic tree, common to all languages. A construct with the same meaning has the same kind in every
// language; `other` keeps a construct that has none, with the grammar's own node name as its symbol.
// Sugar is gone: parentheses, semicolons, expression statements and chained else-if leave no node of their own.
enum class Kind : std::uint8_t {
  error,              // text the grammar could not read; kept, counted, never matched
  other,
  // a whole file, and lists
  module, block, arguments, parameters, type_arguments, type_parameters, class_body, switch_body, decorators,
  // names and literals
  identifier,         // symbol: the name
  string,             // symbol: the content without quotes; see Tree::content
  string_template,    // interpolated: children are string pieces and the expressions between them
  number, boolean, null, regex, char_literal,
  // expressions
  call,               // children: callee, arguments, body? (`new T(…)`, Go's T{…} too, with k_creation)
  keyword_argument,   // children: name, value
  spread,             // *a, **a, ...a; symbol: the operator
  field_access,       // children: object, name             (a.b, a?.b, package.Name, a::b)
  index,              // children: object, index
  slice, unary, binary,  // unary, binary: symbol is the operator (i++: "postfix ++"); slice: which bounds are present
  assignment,         // children: target (left), type?, value (right); augmented: symbol is the operator without '='
  conditional,        // children: condition, consequence, alternative
  lambda,             // as function; the body may be an expression
  list, tuple, set, dictionary, pair, comprehension, await, yield, cast, instance_of, parenthesised_type,
  jsx_element, jsx_attribute, jsx_text,
  // statements
  return_statement, if_statement, while_statement, do_statement, for_statement, for_each_statement, switch_statement,
  switch_case, try_statement, catch_clause, finally_clause, throw_statement, break_statement, continue_statement,
  with_statement, assert_statement, delete_statement, defer_statement, go_statement, labeled_statement, pass_statement,
  // declarations
  function,           // children: decorators?, modifiers, receiver? (object), name?, type_parameters?, parameters,
                      // return type?, body?
  parameter,          // children: decorators?, modifiers, type?, name, default value?; symbol: "*", "**", "..."
  class_declaration,  // children as function, with bases (arguments; symbol "extends", "implements") for parameters;
                      // symbol: class, interface, enum, struct, record, trait
  variable_declaration,  // one variable each: modifiers, type?, name, value?
  import_statement,   // see Import in scopes of later versions; children: module, imported names
  import_name,        // children: name, alias?
  // switch_case: conditions, then the statements as a block (body); the default case has the symbol "default".
  // catch_clause: type?, name?, body. for_each_statement: type?, left, right, body.
  package_declaration, type_declaration, decorator, modifier, type_name,
  comment,            // lists pass over it; for a shell, what stands beside a command's words (redirections) is one, too
  // only in patterns
  metavariable,           // $X; symbol: the name with '$'
  metavariable_ellipsis,  // $...X
  ellipsis,               // ...
  deep,                   // <... e ...>; one child. $X. ... .f(): a field_access whose name is an ellipsis
  typed_metavariable,     // (T $X); children: type, metavariable
};

std::string_view to_text(Kind kind);

// The part a node plays in its parent, from the grammar's field names, so that a matcher can pass over parts a
// pattern does not mention.
enum class Role : std::uint8_t {
  none, name, object, callee, arguments, parameters, body, condition, consequence, alternative, left, right, value,
  type, return_type, type_parameters, type_arguments, modifiers, decorators, bases, key, index, initializer, update,
  module, alias, label, default_value,
};

std::string_view to_text(Role role);

// Further meaning a kind alone does not carry.
enum Flag : std::uint16_t {
  k_creation = 1,       // `new`
  k_async = 2,
  k_generator = 4,
  k_optional = 8,       // a?.b
  k_statement = 16,     // the node stands where a statement stands
  k_missing = 32,       // the grammar made it up to go on after an error
  k_declares = 64,      // an assignment that also declares (let, var, const, :=)
  k_unsized = 128,      // declares an array without its length: T x[]
};

}  // namespace codelake::syntax
