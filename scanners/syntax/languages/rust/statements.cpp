// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/rust/hooks.h"
#include "scanners/syntax/languages/rust/table.h"
#include "scanners/syntax/shapes.h"

namespace codelake::syntax::rust {

std::vector<Row> statement_rows() {
  return {
      {.node = "line_comment", .treat = Treat::drop},
      {.node = "block_comment", .treat = Treat::drop},
      {.node = "shebang", .treat = Treat::drop},
      {.node = "empty_statement", .treat = Treat::drop},
      {.node = "attribute_item", .treat = Treat::hook, .hook = attribute_item},
      {.node = "attribute", .treat = Treat::hook, .kind = Kind::decorator, .hook = attribute},
      {.node = "inner_attribute_item", .treat = Treat::drop},
      {.node = "label", .treat = Treat::drop},
      {.node = "lifetime", .treat = Treat::drop},
      {.node = "where_clause", .treat = Treat::drop},
      {.node = "trait_bounds", .treat = Treat::drop},
      {.node = "expression_statement", .treat = Treat::splice},
      {.node = "block", .kind = Kind::block},
      {.node = "unsafe_block", .kind = Kind::with_statement, .symbol = "unsafe", .roles = {{"", Role::body}}},
      {.node = "async_block", .kind = Kind::with_statement, .symbol = "async", .roles = {{"", Role::body}}},
      {.node = "if_expression", .kind = Kind::if_statement},
      {.node = "else_clause", .treat = Treat::splice, .roles = {{"", Role::alternative}}},
      {.node = "let_condition", .kind = Kind::variable_declaration, .roles = {{"pattern", Role::name}}},
      {.node = "while_expression", .kind = Kind::while_statement},
      {.node = "loop_expression", .kind = Kind::while_statement, .symbol = "loop"},
      {.node = "for_expression", .kind = Kind::for_each_statement,
       .roles = {{"pattern", Role::left}, {"value", Role::right}}},
      {.node = "match_expression", .kind = Kind::switch_statement, .roles = {{"value", Role::condition}}},
      {.node = "match_block", .kind = Kind::switch_body},
      {.node = "match_arm", .treat = Treat::hook, .kind = Kind::switch_case, .hook = match_arm},
      {.node = "match_pattern", .treat = Treat::splice},
      {.node = "return_expression", .kind = Kind::return_statement, .roles = {{"", Role::value}}},
      {.node = "break_expression", .kind = Kind::break_statement, .roles = {{"", Role::value}}},
      {.node = "continue_expression", .kind = Kind::continue_statement},
      {.node = "use_declaration", .treat = Treat::hook, .kind = Kind::import_statement, .hook = use_declaration},
  };
}

std::vector<Row> declaration_rows() {
  return {
      {.node = "visibility_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "function_modifiers", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "mutable_specifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "let_declaration", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .roles = {{"pattern", Role::name}}, .hook = declaration<Kind::variable_declaration>},
      {.node = "const_item", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
      {.node = "static_item", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
      {.node = "function_item", .treat = Treat::hook, .kind = Kind::function, .hook = declaration<Kind::function>},
      {.node = "function_signature_item", .treat = Treat::hook, .kind = Kind::function,
       .hook = declaration<Kind::function>},
      {.node = "parameters", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameter_list},
      {.node = "parameter", .treat = Treat::hook, .kind = Kind::parameter, .roles = {{"pattern", Role::name}},
       .hook = declaration<Kind::parameter>},
      {.node = "self_parameter", .kind = Kind::parameter, .roles = {{"", Role::name}}},
      {.node = "struct_item", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "struct",
       .hook = declaration<Kind::class_declaration>},
      {.node = "union_item", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "union",
       .hook = declaration<Kind::class_declaration>},
      {.node = "enum_item", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "enum",
       .hook = declaration<Kind::class_declaration>},
      {.node = "trait_item", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "trait",
       .hook = declaration<Kind::class_declaration>},
      {.node = "impl_item", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "impl",
       .roles = {{"type", Role::name}}, .hook = declaration<Kind::class_declaration>},
      {.node = "mod_item", .treat = Treat::hook, .kind = Kind::package_declaration,
       .hook = declaration<Kind::package_declaration>},
      {.node = "declaration_list", .kind = Kind::class_body},
      {.node = "field_declaration_list", .kind = Kind::class_body},
      {.node = "enum_variant_list", .kind = Kind::class_body},
      {.node = "enum_variant", .kind = Kind::variable_declaration},
      {.node = "field_declaration", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
      {.node = "type_item", .kind = Kind::type_declaration},
  };
}

}  // namespace codelake::syntax::rust
