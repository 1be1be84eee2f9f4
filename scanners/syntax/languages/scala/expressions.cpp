// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/scala/hooks.h"
#include "scanners/syntax/languages/scala/table.h"
#include "scanners/syntax/shapes.h"

namespace codelake::syntax::scala {

std::vector<Row> expression_rows() {
  return {
      {.node = "identifier", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "operator_identifier", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "wildcard", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "package_identifier", .treat = Treat::hook, .hook = dotted_name},
      {.node = "stable_identifier", .treat = Treat::hook, .hook = dotted_name},
      {.node = "stable_type_identifier", .treat = Treat::hook, .hook = dotted_name},
      {.node = "type_identifier", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "integer_literal", .treat = Treat::leaf, .kind = Kind::number},
      {.node = "floating_point_literal", .treat = Treat::leaf, .kind = Kind::number},
      {.node = "boolean_literal", .treat = Treat::leaf, .kind = Kind::boolean},
      {.node = "null_literal", .treat = Treat::leaf, .kind = Kind::null},
      {.node = "character_literal", .treat = Treat::hook, .kind = Kind::char_literal, .hook = quoted_character},
      {.node = "string", .treat = Treat::hook, .kind = Kind::string, .hook = quoted_string},
      {.node = "interpolated_string_expression", .treat = Treat::hook, .kind = Kind::string, .hook = interpolated},
      {.node = "interpolation", .treat = Treat::splice, .kind = Kind::string_template},
      {.node = "escape_sequence", .treat = Treat::drop},
      {.node = "unit", .kind = Kind::tuple},
      {.node = "parenthesized_expression", .treat = Treat::splice},
      {.node = "tuple_expression", .kind = Kind::tuple},
      {.node = "tuple_pattern", .kind = Kind::tuple},
      {.node = "field_expression", .kind = Kind::field_access, .roles = {{"value", Role::object}}},
      {.node = "postfix_expression", .kind = Kind::field_access, .roles = {{"", Role::object}, {"", Role::name}}},
      {.node = "generic_function", .treat = Treat::hook, .hook = first_child},
      {.node = "call_expression", .treat = Treat::hook, .kind = Kind::call, .hook = call},
      {.node = "arguments", .kind = Kind::arguments},
      {.node = "instance_expression", .treat = Treat::hook, .kind = Kind::call, .flags = k_creation,
       .hook = creation},
      {.node = "infix_expression", .treat = Treat::hook, .kind = Kind::binary, .hook = infix},
      {.node = "prefix_expression", .treat = Treat::hook, .kind = Kind::unary, .hook = unary_by_position},
      {.node = "assignment_expression", .treat = Treat::hook, .kind = Kind::assignment, .hook = assignment},
      {.node = "ascription_expression", .kind = Kind::cast, .roles = {{"", Role::value}, {"", Role::type}}},
      {.node = "lambda_expression", .treat = Treat::hook, .kind = Kind::lambda, .hook = lambda},
      {.node = "bindings", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameter_list},
      {.node = "binding", .treat = Treat::hook, .kind = Kind::parameter, .hook = declaration<Kind::parameter>},
      {.node = "generic_type", .kind = Kind::type_name},
      {.node = "type_arguments", .kind = Kind::type_arguments},
      {.node = "type_parameters", .kind = Kind::type_parameters},
      {.node = "repeated_parameter_type", .treat = Treat::splice},
      {.node = "lazy_parameter_type", .kind = Kind::type_name, .symbol = "=> lazy"},
      {.node = "function_type", .kind = Kind::type_name, .symbol = "=>"},
      {.node = "tuple_type", .kind = Kind::type_name, .symbol = "()"},
  };
}

std::vector<FieldRole> roles() {
  return {{"name", Role::name},
          {"field", Role::name},
          {"function", Role::callee},
          {"arguments", Role::arguments},
          {"type_arguments", Role::type_arguments},
          {"parameters", Role::parameters},
          {"class_parameters", Role::parameters},
          {"type_parameters", Role::type_parameters},
          {"return_type", Role::return_type},
          {"body", Role::body},
          {"condition", Role::condition},
          {"consequence", Role::consequence},
          {"alternative", Role::alternative},
          {"left", Role::left},
          {"right", Role::right},
          {"value", Role::value},
          {"default_value", Role::default_value},
          {"pattern", Role::condition},
          {"type", Role::type},
          {"extend", Role::bases},
          {"alias", Role::alias}};
}

}  // namespace codelake::syntax::scala
