// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/go/hooks.h"
#include "scanners/syntax/languages/go/table.h"
#include "scanners/syntax/shapes.h"

namespace codelake::syntax::go {

std::vector<Row> statement_rows() {
  return {
      {.node = "comment", .treat = Treat::drop},
      {.node = "empty_statement", .treat = Treat::drop},
      {.node = "expression_statement", .treat = Treat::splice},
      {.node = "block", .kind = Kind::block},
      {.node = "statement_list", .treat = Treat::splice},
      {.node = "assignment_statement", .kind = Kind::assignment},
      {.node = "short_var_declaration", .treat = Treat::hook, .kind = Kind::assignment, .flags = k_declares,
       .hook = short_declaration},
      {.node = "inc_statement", .kind = Kind::unary, .symbol = "postfix ++", .roles = {{"", Role::value}}},
      {.node = "dec_statement", .kind = Kind::unary, .symbol = "postfix --", .roles = {{"", Role::value}}},
      {.node = "send_statement", .kind = Kind::binary, .symbol = "<-",
       .roles = {{"channel", Role::left}, {"value", Role::right}}},
      {.node = "if_statement", .kind = Kind::if_statement},
      {.node = "for_statement", .treat = Treat::hook, .kind = Kind::for_statement,
       .roles = {{"", Role::condition}}, .hook = loop},
      {.node = "for_clause", .treat = Treat::splice},
      {.node = "range_clause", .treat = Treat::splice, .kind = Kind::for_each_statement},
      {.node = "expression_switch_statement", .treat = Treat::hook, .kind = Kind::switch_statement,
       .roles = {{"value", Role::condition}}, .hook = switch_with_cases},
      {.node = "type_switch_statement", .treat = Treat::hook, .kind = Kind::switch_statement, .symbol = "type",
       .roles = {{"value", Role::condition}}, .hook = switch_with_cases},
      {.node = "select_statement", .treat = Treat::hook, .kind = Kind::switch_statement, .symbol = "select",
       .hook = switch_with_cases},
      {.node = "expression_case", .treat = Treat::hook, .kind = Kind::switch_case,
       .roles = {{"value", Role::condition}}, .hook = switch_case},
      {.node = "type_case", .treat = Treat::hook, .kind = Kind::switch_case,
       .roles = {{"type", Role::condition}}, .hook = switch_case},
      {.node = "communication_case", .treat = Treat::hook, .kind = Kind::switch_case, .hook = switch_case},
      {.node = "default_case", .treat = Treat::hook, .kind = Kind::switch_case, .symbol = "default",
       .hook = switch_case},
      {.node = "return_statement", .kind = Kind::return_statement, .roles = {{"", Role::value}}},
      {.node = "break_statement", .kind = Kind::break_statement, .roles = {{"", Role::label}}},
      {.node = "continue_statement", .kind = Kind::continue_statement, .roles = {{"", Role::label}}},
      {.node = "defer_statement", .kind = Kind::defer_statement, .roles = {{"", Role::value}}},
      {.node = "go_statement", .kind = Kind::go_statement, .roles = {{"", Role::value}}},
      {.node = "labeled_statement", .kind = Kind::labeled_statement, .roles = {{"", Role::body}}},
      {.node = "package_clause", .kind = Kind::package_declaration, .roles = {{"", Role::name}}},
      {.node = "import_declaration", .treat = Treat::hook, .hook = imports},
      {.node = "import_spec_list", .treat = Treat::splice},
      {.node = "import_spec", .treat = Treat::hook, .kind = Kind::import_statement, .hook = import_spec},
  };
}

std::vector<Row> declaration_rows() {
  return {
      {.node = "const", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "var_declaration", .treat = Treat::splice},
      {.node = "var_spec_list", .treat = Treat::splice},
      {.node = "const_declaration", .treat = Treat::hook, .hook = constants},
      {.node = "var_spec", .treat = Treat::hook, .kind = Kind::variable_declaration, .hook = named_variables},
      {.node = "const_spec", .treat = Treat::hook, .kind = Kind::variable_declaration, .hook = named_variables},
      {.node = "function_declaration", .treat = Treat::hook, .kind = Kind::function,
       .hook = declaration<Kind::function>},
      {.node = "method_declaration", .treat = Treat::hook, .kind = Kind::function,
       .hook = declaration<Kind::function>},
      {.node = "method_elem", .treat = Treat::hook, .kind = Kind::function, .hook = declaration<Kind::function>},
      {.node = "parameter_list", .kind = Kind::parameters},
      {.node = "parameter_declaration", .treat = Treat::hook, .kind = Kind::parameter, .hook = parameters},
      {.node = "variadic_parameter_declaration", .treat = Treat::hook, .kind = Kind::parameter, .symbol = "...",
       .hook = declaration<Kind::parameter>},
      {.node = "type_declaration", .treat = Treat::splice},
      {.node = "type_spec", .treat = Treat::hook, .kind = Kind::type_declaration, .hook = type_spec},
      {.node = "type_alias", .kind = Kind::type_declaration, .symbol = "alias"},
      {.node = "field_declaration_list", .treat = Treat::splice},
      {.node = "field_declaration", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = named_variables},
  };
}

}  // namespace codelake::syntax::go
