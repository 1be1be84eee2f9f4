// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/kotlin/hooks.h"
#include "scanners/syntax/languages/kotlin/table.h"
#include "scanners/syntax/shapes.h"

namespace codelake::syntax::kotlin {

std::vector<Row> expression_rows() {
  return {
      {.node = "identifier", .treat = Treat::hook, .kind = Kind::identifier, .hook = identifier},
      {.node = "this_expression", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "super_expression", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "qualified_identifier", .treat = Treat::hook, .hook = dotted_name},
      {.node = "number_literal", .treat = Treat::leaf, .kind = Kind::number},
      {.node = "float_literal", .treat = Treat::leaf, .kind = Kind::number},
      {.node = "character_literal", .treat = Treat::hook, .kind = Kind::char_literal, .hook = quoted_character},
      {.node = "string_literal", .treat = Treat::hook, .kind = Kind::string, .hook = string},
      {.node = "multiline_string_literal", .treat = Treat::hook, .kind = Kind::string, .hook = string},
      {.node = "interpolation", .treat = Treat::splice, .kind = Kind::string_template},
      {.node = "string_content", .treat = Treat::drop},
      {.node = "escape_sequence", .treat = Treat::drop},
      {.node = "parenthesized_expression", .treat = Treat::splice},
      {.node = "annotated_expression", .treat = Treat::splice},
      {.node = "labeled_expression", .treat = Treat::splice},
      {.node = "label", .treat = Treat::drop},
      {.node = "navigation_expression", .treat = Treat::hook, .kind = Kind::field_access,
       .roles = {{"", Role::object}, {"", Role::name}}, .hook = access},
      {.node = "index_expression", .treat = Treat::hook, .kind = Kind::index, .roles = {{"", Role::object}, {"", Role::index}},
       .hook = access},
      {.node = "call_expression", .treat = Treat::hook, .kind = Kind::call, .hook = call},
      {.node = "constructor_invocation", .treat = Treat::hook, .kind = Kind::call, .hook = call},
      {.node = "value_arguments", .kind = Kind::arguments},
      {.node = "value_argument", .treat = Treat::hook, .kind = Kind::keyword_argument, .hook = argument},
      {.node = "spread_expression", .kind = Kind::spread, .symbol = "*", .roles = {{"", Role::value}}},
      {.node = "collection_literal", .kind = Kind::list},
      {.node = "annotated_lambda", .treat = Treat::splice},
      {.node = "lambda_literal", .treat = Treat::hook, .kind = Kind::lambda, .hook = lambda},
      {.node = "lambda_parameters", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameter_list},
      {.node = "anonymous_function", .treat = Treat::hook, .kind = Kind::lambda, .hook = function},
      {.node = "object_literal", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "object",
       .hook = class_like},
      {.node = "unary_expression", .treat = Treat::hook, .kind = Kind::unary, .hook = unary},
      {.node = "binary_expression", .kind = Kind::binary},
      {.node = "range_expression", .kind = Kind::binary, .symbol = "..",
       .roles = {{"", Role::left}, {"", Role::right}}},
      {.node = "infix_expression", .kind = Kind::binary,
       .roles = {{"", Role::left}, {"", Role::name}, {"", Role::right}}},
      {.node = "in_expression", .treat = Treat::hook, .kind = Kind::binary, .symbol = "in", .hook = in},
      {.node = "is_expression", .kind = Kind::instance_of},
      {.node = "as_expression", .kind = Kind::cast, .roles = {{"left", Role::value}, {"right", Role::type}}},
      {.node = "assignment", .kind = Kind::assignment},
      {.node = "user_type", .treat = Treat::hook, .kind = Kind::type_name, .hook = generic_type},
      {.node = "nullable_type", .treat = Treat::splice},
      {.node = "non_nullable_type", .treat = Treat::splice},
      {.node = "parenthesized_type", .treat = Treat::splice},
      {.node = "function_type", .kind = Kind::type_name, .symbol = "->"},
      {.node = "type_arguments", .kind = Kind::type_arguments},
      {.node = "type_projection", .treat = Treat::splice},
      {.node = "type_parameters", .kind = Kind::type_parameters},
  };
}

std::vector<FieldRole> roles() {
  return {{"name", Role::name},           {"condition", Role::condition}, {"left", Role::left},
          {"right", Role::right},         {"argument", Role::value},      {"label", Role::label},
          {"type", Role::type}};
}

}  // namespace codelake::syntax::kotlin
