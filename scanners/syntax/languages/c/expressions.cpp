// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/c/hooks.h"
#include "scanners/syntax/languages/c/rows.h"
#include "scanners/syntax/shapes.h"

namespace codelake::syntax::c {

std::vector<Row> expression_rows() {
  return {
      {.node = "identifier", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "field_identifier", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "statement_identifier", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "number_literal", .treat = Treat::leaf, .kind = Kind::number},
      {.node = "true", .treat = Treat::leaf, .kind = Kind::boolean},
      {.node = "false", .treat = Treat::leaf, .kind = Kind::boolean},
      {.node = "null", .treat = Treat::leaf, .kind = Kind::null},
      {.node = "char_literal", .treat = Treat::hook, .kind = Kind::char_literal, .hook = quoted_character},
      {.node = "string_literal", .treat = Treat::hook, .kind = Kind::string, .hook = quoted_string},
      {.node = "system_lib_string", .treat = Treat::hook, .kind = Kind::string, .hook = system_header},
      {.node = "concatenated_string", .kind = Kind::string_template},
      {.node = "string_content", .treat = Treat::drop},
      {.node = "escape_sequence", .treat = Treat::drop},
      {.node = "character", .treat = Treat::drop},
      {.node = "parenthesized_expression", .treat = Treat::splice},
      {.node = "field_expression", .kind = Kind::field_access, .roles = {{"argument", Role::object}}},
      {.node = "subscript_expression", .kind = Kind::index, .roles = {{"argument", Role::object}}},
      {.node = "call_expression", .kind = Kind::call},
      {.node = "argument_list", .kind = Kind::arguments},
      {.node = "unary_expression", .kind = Kind::unary},
      {.node = "pointer_expression", .kind = Kind::unary},
      {.node = "update_expression", .treat = Treat::hook, .kind = Kind::unary, .hook = increment},
      {.node = "binary_expression", .kind = Kind::binary},
      {.node = "assignment_expression", .kind = Kind::assignment},
      {.node = "conditional_expression", .kind = Kind::conditional},
      {.node = "comma_expression", .kind = Kind::tuple},
      {.node = "cast_expression", .kind = Kind::cast},
      {.node = "compound_literal_expression", .kind = Kind::cast},
      {.node = "initializer_list", .kind = Kind::list},
      {.node = "initializer_pair", .kind = Kind::pair, .roles = {{"designator", Role::key}}},
      {.node = "field_designator", .treat = Treat::splice},
      {.node = "subscript_designator", .treat = Treat::splice},
      {.node = "type_descriptor", .treat = Treat::hook, .kind = Kind::type_name, .hook = type_descriptor},
      {.node = "type_identifier", .treat = Treat::hook, .kind = Kind::type_name, .hook = type_identifier},
      {.node = "primitive_type", .treat = Treat::leaf, .kind = Kind::type_name},
      {.node = "sized_type_specifier", .treat = Treat::leaf, .kind = Kind::type_name},
  };
}

std::vector<FieldRole> roles() {
  return {{"name", Role::name},
          {"field", Role::name},
          {"argument", Role::value},
          {"index", Role::index},
          {"indices", Role::index},
          {"function", Role::callee},
          {"arguments", Role::arguments},
          {"parameters", Role::parameters},
          {"body", Role::body},
          {"condition", Role::condition},
          {"consequence", Role::consequence},
          {"alternative", Role::alternative},
          {"initializer", Role::initializer},
          {"update", Role::update},
          {"left", Role::left},
          {"right", Role::right},
          {"value", Role::value},
          {"default_value", Role::default_value},
          {"type", Role::type},
          {"label", Role::label},
          {"path", Role::module},
          {"scope", Role::object}};
}

}  // namespace codelake::syntax::c
