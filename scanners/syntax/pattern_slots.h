// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/pattern_tokens.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace codelake::syntax {

// What may stand where an ellipsis stands.
enum class Slot {
  expression, assigned, line, statement, member, field, enumerator, parameter, annotation_argument, import_entry, entry,
  loop_header, loop_part, loop_rest, switch_case, chain_end
};

// A typed metavariable: the tokens from `open` to `close`, both brackets included.
struct TypedMetavariable {
  std::size_t close = 0;
  std::size_t name = 0;        // the metavariable
  std::size_t type_begin = 0;  // its type: tokens [type_begin, type_end)
  std::size_t type_end = 0;
  bool argument = false;       // the brackets are those of a call, and stay
};

// Tells from the brackets and words around a token what kind of place it stands in.
class PatternSlots {
 public:
  PatternSlots(std::string_view pattern, const std::vector<Token>& tokens, const PatternDialect& dialect);

  Slot slot(std::size_t ellipsis, bool members) const;
  // The form of the cases that stand where the ellipsis does; empty when none do.
  std::string_view case_form(std::size_t ellipsis) const;
  // A "case" before an ellipsis that stands for the whole of it.
  bool is_case_of_any(std::size_t word) const;
  // A name the word before it declares or refers to.
  bool is_declared(std::size_t metavariable) const;
  // All of a statement but the ";" behind it.
  bool is_lone_statement(std::size_t metavariable) const;
  // What stands behind a name and a "=".
  bool is_assigned(std::size_t token) const { return text(before(token)) == "=" && is_name(before(before(token))); }
  // A name alone where a parameter is declared.
  bool is_bare_parameter(std::size_t metavariable) const;
  bool is_key(std::size_t token) const { return text(after(token)) == ":"; }
  bool is_separated(std::size_t token) const { return text(after(token)) == ","; }
  bool is_trailing_comma(std::size_t token) const;
  std::optional<TypedMetavariable> typed(std::size_t open) const;

 private:
  static constexpr std::size_t k_none = static_cast<std::size_t>(-1);

  std::string_view text(std::size_t token) const;
  std::size_t before(std::size_t token) const;
  std::size_t after(std::size_t token) const;
  bool is_name(std::size_t token) const;
  bool stands_alone(std::size_t token) const;
  bool holds_parameters(std::size_t open) const;
  bool declares_by_type(std::size_t open) const;
  bool closes_type_arguments(std::size_t angle) const;
  bool is_annotation(std::size_t open) const;
  bool holds_members(std::size_t open) const;
  bool holds_fields(std::size_t open) const;
  Slot slot_in_loop(std::size_t ellipsis, std::size_t open) const;
  bool holds_enumerators(std::size_t open) const;
  bool holds_keys(std::size_t open) const;
  bool may_be_key(std::size_t token) const;
  bool is_initializer(std::size_t open) const;
  bool is_value(std::size_t open) const;
  bool is_type(std::size_t begin, std::size_t end) const;
  Slot slot_in_braces(std::size_t ellipsis, std::size_t open) const;

  std::string_view m_pattern;
  const std::vector<Token>& m_tokens;
  const PatternDialect& m_dialect;
  std::vector<std::size_t> m_enclosing;  // by token: the bracket open around it
  std::vector<std::size_t> m_partner;    // by bracket: the other one
};

}  // namespace codelake::syntax
