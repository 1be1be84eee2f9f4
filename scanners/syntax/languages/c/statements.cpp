// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/c/hooks.h"
#include "scanners/syntax/languages/c/rows.h"
#include "scanners/syntax/shapes.h"

namespace codelake::syntax::c {

std::vector<Row> statement_rows() {
  return {
      {.node = "comment", .treat = Treat::drop},
      {.node = "preproc_include", .treat = Treat::hook, .kind = Kind::import_statement, .symbol = "<>", .hook = include},
      {.node = "preproc_def", .treat = Treat::drop},
      {.node = "preproc_function_def", .treat = Treat::drop},
      {.node = "preproc_call", .treat = Treat::drop},
      {.node = "preproc_if", .treat = Treat::hook, .hook = conditional_code},
      {.node = "preproc_ifdef", .treat = Treat::hook, .hook = conditional_code},
      {.node = "preproc_elif", .treat = Treat::hook, .hook = conditional_code},
      {.node = "preproc_elifdef", .treat = Treat::hook, .hook = conditional_code},
      {.node = "preproc_else", .treat = Treat::hook, .hook = conditional_code},
      {.node = "linkage_specification", .treat = Treat::splice},
      {.node = "declaration_list", .treat = Treat::splice},
      {.node = "expression_statement", .treat = Treat::splice},
      {.node = "attributed_statement", .treat = Treat::splice},
      {.node = "compound_statement", .treat = Treat::hook, .kind = Kind::block, .hook = compound_statement},
      {.node = "if_statement", .kind = Kind::if_statement},
      {.node = "else_clause", .treat = Treat::splice, .roles = {{"", Role::alternative}}},
      {.node = "while_statement", .kind = Kind::while_statement},
      {.node = "do_statement", .kind = Kind::do_statement},
      {.node = "for_statement", .kind = Kind::for_statement},
      {.node = "switch_statement", .kind = Kind::switch_statement},
      {.node = "case_statement", .treat = Treat::hook, .kind = Kind::switch_case, .hook = case_with_rest},
      {.node = "labeled_statement", .kind = Kind::labeled_statement, .roles = {{"", Role::body}}},
      {.node = "return_statement", .kind = Kind::return_statement, .roles = {{"", Role::value}}},
      {.node = "break_statement", .treat = Treat::leaf, .kind = Kind::break_statement, .symbol = "break"},
      {.node = "continue_statement", .treat = Treat::leaf, .kind = Kind::continue_statement, .symbol = "continue"},
  };
}

std::vector<Row> declaration_rows() {
  return {
      {.node = "type_qualifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "storage_class_specifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "attribute_specifier", .treat = Treat::drop},
      {.node = "attribute_declaration", .treat = Treat::drop},
      {.node = "declaration", .treat = Treat::hook, .kind = Kind::variable_declaration, .hook = declarations},
      {.node = "field_declaration", .treat = Treat::hook, .kind = Kind::variable_declaration, .hook = declarations},
      {.node = "function_definition", .treat = Treat::hook, .kind = Kind::function, .hook = function},
      {.node = "parameter_list", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameter_list},
      {.node = "parameter_declaration", .treat = Treat::hook, .kind = Kind::parameter, .hook = parameter},
      {.node = "type_definition", .treat = Treat::hook, .kind = Kind::type_declaration, .hook = type_definition},
      {.node = "struct_specifier", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "struct",
       .hook = struct_specifier},
      {.node = "union_specifier", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "union",
       .hook = struct_specifier},
      {.node = "enum_specifier", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "enum",
       .hook = struct_specifier},
      {.node = "field_declaration_list", .kind = Kind::class_body},
      {.node = "enumerator_list", .kind = Kind::class_body},
      {.node = "enumerator", .kind = Kind::variable_declaration},
  };
}

}  // namespace codelake::syntax::c
