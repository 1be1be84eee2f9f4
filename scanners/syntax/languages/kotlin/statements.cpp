// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/kotlin/hooks.h"
#include "scanners/syntax/languages/kotlin/table.h"
#include "scanners/syntax/shapes.h"

namespace codelake::syntax::kotlin {

std::vector<Row> statement_rows() {
  return {
      {.node = "line_comment", .treat = Treat::drop},
      {.node = "block_comment", .treat = Treat::drop},
      {.node = "shebang", .treat = Treat::drop},
      {.node = "file_annotation", .treat = Treat::drop},
      {.node = "block", .kind = Kind::block},
      {.node = "if_expression", .kind = Kind::if_statement,
       .roles = {{"", Role::consequence}, {"", Role::alternative}}},
      {.node = "while_statement", .kind = Kind::while_statement, .roles = {{"", Role::body}}},
      {.node = "do_while_statement", .kind = Kind::do_statement, .roles = {{"", Role::body}}},
      {.node = "for_statement", .kind = Kind::for_each_statement,
       .roles = {{"", Role::left}, {"", Role::right}, {"", Role::body}}},
      {.node = "when_expression", .treat = Treat::hook, .kind = Kind::switch_statement, .hook = cases_in_body},
      {.node = "when_subject", .treat = Treat::splice},
      {.node = "when_entry", .treat = Treat::hook, .kind = Kind::switch_case, .hook = when_entry},
      {.node = "try_expression", .kind = Kind::try_statement, .roles = {{"", Role::body}, {"", Role::none}}},
      {.node = "catch_block", .treat = Treat::hook, .kind = Kind::catch_clause,
       .roles = {{"", Role::name}, {"", Role::type}, {"", Role::body}}, .hook = declaration<Kind::catch_clause>},
      {.node = "finally_block", .kind = Kind::finally_clause, .roles = {{"", Role::body}}},
      {.node = "return_expression", .kind = Kind::return_statement, .roles = {{"", Role::value}}},
      {.node = "throw_expression", .kind = Kind::throw_statement, .roles = {{"", Role::value}}},
      {.node = "import", .treat = Treat::hook, .kind = Kind::import_statement, .hook = import},
      {.node = "package_header", .kind = Kind::package_declaration, .roles = {{"", Role::name}}},
  };
}

std::vector<Row> declaration_rows() {
  return {
      {.node = "modifiers", .treat = Treat::splice, .kind = Kind::modifier},
      {.node = "parameter_modifiers", .treat = Treat::splice, .kind = Kind::modifier},
      {.node = "class_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "function_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "inheritance_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "member_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "parameter_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "platform_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "property_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "visibility_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "val", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "var", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "use_site_target", .treat = Treat::drop},
      {.node = "annotation", .kind = Kind::decorator},
      {.node = "class_declaration", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "class",
       .hook = class_like},
      {.node = "object_declaration", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "object",
       .hook = class_like},
      {.node = "companion_object", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "object",
       .hook = class_like},
      {.node = "primary_constructor", .treat = Treat::splice, .kind = Kind::parameters},
      {.node = "class_parameters", .kind = Kind::parameters},
      {.node = "class_parameter", .treat = Treat::hook, .kind = Kind::parameter,
       .roles = {{"", Role::name}, {"", Role::type}, {"", Role::default_value}},
       .hook = declaration<Kind::parameter>},
      {.node = "delegation_specifiers", .kind = Kind::arguments, .symbol = "extends"},
      {.node = "delegation_specifier", .treat = Treat::splice},
      {.node = "class_body", .kind = Kind::class_body},
      {.node = "enum_class_body", .kind = Kind::class_body},
      {.node = "enum_entry", .kind = Kind::variable_declaration,
       .roles = {{"", Role::name}, {"", Role::value}}},
      {.node = "anonymous_initializer", .treat = Treat::splice},
      {.node = "secondary_constructor", .treat = Treat::hook, .kind = Kind::function, .symbol = "constructor",
       .hook = function},
      {.node = "constructor_delegation_call", .treat = Treat::drop},
      {.node = "property_declaration", .treat = Treat::hook, .kind = Kind::variable_declaration, .hook = property},
      {.node = "property_delegate", .treat = Treat::splice},
      {.node = "variable_declaration", .treat = Treat::splice, .kind = Kind::variable_declaration,
       .roles = {{"", Role::name}, {"", Role::type}}},
      {.node = "multi_variable_declaration", .kind = Kind::tuple},
      {.node = "getter", .treat = Treat::hook, .kind = Kind::function, .hook = function},
      {.node = "setter", .treat = Treat::hook, .kind = Kind::function, .hook = function},
      {.node = "function_declaration", .treat = Treat::hook, .kind = Kind::function, .hook = function},
      {.node = "function_value_parameters", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameters},
      {.node = "parameter", .kind = Kind::parameter, .roles = {{"", Role::name}, {"", Role::type}}},
      {.node = "function_body", .treat = Treat::hook, .kind = Kind::block, .hook = function_body},
      {.node = "type_alias", .kind = Kind::type_declaration, .roles = {{"type", Role::name}, {"", Role::type}}},
  };
}

}  // namespace codelake::syntax::kotlin
