// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/scala/hooks.h"
#include "scanners/syntax/languages/scala/table.h"
#include "scanners/syntax/shapes.h"

namespace codelake::syntax::scala {

std::vector<Row> statement_rows() {
  return {
      {.node = "comment", .treat = Treat::drop},
      {.node = "block_comment", .treat = Treat::drop},
      {.node = "block", .kind = Kind::block},
      {.node = "indented_block", .kind = Kind::block},
      {.node = "if_expression", .kind = Kind::if_statement},
      {.node = "while_expression", .kind = Kind::while_statement},
      {.node = "do_while_expression", .kind = Kind::do_statement},
      {.node = "for_expression", .treat = Treat::hook, .kind = Kind::for_each_statement, .hook = for_expression},
      {.node = "enumerators", .treat = Treat::splice},
      {.node = "enumerator", .treat = Treat::splice, .roles = {{"", Role::left}, {"", Role::right}}},
      {.node = "guard", .treat = Treat::splice},
      {.node = "match_expression", .kind = Kind::switch_statement, .roles = {{"value", Role::condition}}},
      {.node = "case_block", .kind = Kind::switch_body},
      {.node = "indented_cases", .kind = Kind::switch_body},
      {.node = "case_clause", .treat = Treat::hook, .kind = Kind::switch_case, .hook = case_clause},
      {.node = "try_expression", .kind = Kind::try_statement},
      {.node = "catch_clause", .treat = Treat::hook, .hook = catch_clause},
      {.node = "finally_clause", .kind = Kind::finally_clause, .roles = {{"", Role::body}}},
      {.node = "return_expression", .kind = Kind::return_statement, .roles = {{"", Role::value}}},
      {.node = "throw_expression", .kind = Kind::throw_statement, .roles = {{"", Role::value}}},
      {.node = "import_declaration", .treat = Treat::hook, .kind = Kind::import_statement, .hook = import_declaration},
      {.node = "package_clause", .kind = Kind::package_declaration},
  };
}

std::vector<Row> declaration_rows() {
  return {
      {.node = "modifiers", .treat = Treat::splice, .kind = Kind::modifier},
      {.node = "access_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "inline_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "infix_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "open_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "override", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "lazy", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "final", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "sealed", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "abstract", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "val", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "var", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "annotation", .treat = Treat::hook, .kind = Kind::decorator, .hook = annotation},
      {.node = "class_definition", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "class",
       .hook = declaration<Kind::class_declaration>},
      {.node = "object_definition", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "object",
       .hook = declaration<Kind::class_declaration>},
      {.node = "trait_definition", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "trait",
       .hook = declaration<Kind::class_declaration>},
      {.node = "enum_definition", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "enum",
       .hook = declaration<Kind::class_declaration>},
      {.node = "extends_clause", .treat = Treat::hook, .kind = Kind::arguments, .symbol = "extends", .hook = extends},
      {.node = "derives_clause", .treat = Treat::drop},
      {.node = "template_body", .kind = Kind::class_body},
      {.node = "with_template_body", .kind = Kind::class_body},
      {.node = "enum_body", .kind = Kind::class_body},
      {.node = "val_definition", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .roles = {{"pattern", Role::name}}, .hook = declaration<Kind::variable_declaration>},
      {.node = "var_definition", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .roles = {{"pattern", Role::name}}, .hook = declaration<Kind::variable_declaration>},
      {.node = "val_declaration", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
      {.node = "var_declaration", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
      {.node = "function_definition", .treat = Treat::hook, .kind = Kind::function, .hook = function},
      {.node = "function_declaration", .treat = Treat::hook, .kind = Kind::function, .hook = function},
      {.node = "class_parameters", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameter_list},
      {.node = "parameters", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameter_list},
      {.node = "class_parameter", .treat = Treat::hook, .kind = Kind::parameter,
       .hook = declaration<Kind::parameter>},
      {.node = "parameter", .treat = Treat::hook, .kind = Kind::parameter, .hook = declaration<Kind::parameter>},
  };
}

}  // namespace codelake::syntax::scala
