// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/javascript/hooks.h"
#include "scanners/syntax/languages/javascript/rows.h"
#include "scanners/syntax/shapes.h"

namespace codelake::syntax::javascript {

std::vector<Row> statement_rows() {
  return {
      {.node = "comment", .treat = Treat::drop},
      {.node = "html_comment", .treat = Treat::drop},
      {.node = "hash_bang_line", .treat = Treat::drop},
      {.node = "empty_statement", .treat = Treat::drop},
      {.node = "expression_statement", .treat = Treat::splice},
      {.node = "statement_block", .kind = Kind::block},
      {.node = "if_statement", .kind = Kind::if_statement},
      {.node = "else_clause", .treat = Treat::splice},
      {.node = "while_statement", .kind = Kind::while_statement},
      {.node = "do_statement", .kind = Kind::do_statement},
      {.node = "for_statement", .kind = Kind::for_statement},
      {.node = "for_in_statement", .kind = Kind::for_each_statement},
      {.node = "switch_statement", .kind = Kind::switch_statement, .roles = {{"value", Role::condition}}},
      {.node = "switch_body", .kind = Kind::switch_body},
      {.node = "switch_case", .treat = Treat::hook, .kind = Kind::switch_case,
       .roles = {{"value", Role::condition}}, .hook = case_with_statements},
      {.node = "switch_default", .treat = Treat::hook, .kind = Kind::switch_case, .symbol = "default",
       .hook = case_with_statements},
      {.node = "try_statement", .kind = Kind::try_statement},
      {.node = "catch_clause", .treat = Treat::hook, .kind = Kind::catch_clause,
       .roles = {{"parameter", Role::name}}, .hook = declaration<Kind::catch_clause>},
      {.node = "finally_clause", .kind = Kind::finally_clause},
      {.node = "return_statement", .kind = Kind::return_statement, .roles = {{"", Role::value}}},
      {.node = "throw_statement", .kind = Kind::throw_statement, .roles = {{"", Role::value}}},
      {.node = "break_statement", .kind = Kind::break_statement},
      {.node = "continue_statement", .kind = Kind::continue_statement},
      {.node = "labeled_statement", .kind = Kind::labeled_statement},
      {.node = "with_statement", .kind = Kind::with_statement, .roles = {{"object", Role::value}}},
      {.node = "import_statement", .treat = Treat::hook, .kind = Kind::import_statement, .hook = import_statement},
      {.node = "import_clause", .treat = Treat::hook, .hook = import_clause},
      {.node = "named_imports", .treat = Treat::splice},
      {.node = "namespace_import", .treat = Treat::hook, .kind = Kind::import_name, .hook = namespace_import},
      {.node = "import_specifier", .kind = Kind::import_name},
      {.node = "export_statement", .treat = Treat::hook, .hook = export_statement},
      {.node = "export_clause", .treat = Treat::splice},
      {.node = "export_specifier", .kind = Kind::import_name},
  };
}

std::vector<Row> declaration_rows() {
  return {
      {.node = "decorator", .kind = Kind::decorator},
      {.node = "async", .treat = Treat::flag, .flags = k_async},
      {.node = "static", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "get", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "set", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "const", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "export", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "default", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "function_declaration", .treat = Treat::hook, .kind = Kind::function,
       .hook = declaration<Kind::function>},
      {.node = "generator_function_declaration", .treat = Treat::hook, .kind = Kind::function, .flags = k_generator,
       .hook = declaration<Kind::function>},
      {.node = "method_definition", .treat = Treat::hook, .kind = Kind::function,
       .hook = declaration<Kind::function>},
      {.node = "formal_parameters", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameter_list},
      {.node = "class_declaration", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "class",
       .roles = {{"", Role::bases}}, .hook = declaration<Kind::class_declaration>},
      {.node = "class", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "class",
       .roles = {{"", Role::bases}}, .hook = declaration<Kind::class_declaration>},
      {.node = "class_body", .treat = Treat::hook, .kind = Kind::class_body, .hook = class_body},
      {.node = "lexical_declaration", .treat = Treat::hook, .hook = variables},
      {.node = "variable_declaration", .treat = Treat::hook, .hook = variables},
      {.node = "variable_declarator", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
  };
}

std::vector<FieldRole> roles() {
  return {{"name", Role::name},
          {"object", Role::object},
          {"property", Role::name},
          {"index", Role::index},
          {"function", Role::callee},
          {"constructor", Role::callee},
          {"arguments", Role::arguments},
          {"type_arguments", Role::type_arguments},
          {"argument", Role::value},
          {"parameters", Role::parameters},
          {"parameter", Role::parameters},
          {"type_parameters", Role::type_parameters},
          {"body", Role::body},
          {"condition", Role::condition},
          {"consequence", Role::consequence},
          {"alternative", Role::alternative},
          {"initializer", Role::initializer},
          {"increment", Role::update},
          {"left", Role::left},
          {"right", Role::right},
          {"value", Role::value},
          {"type", Role::type},
          {"return_type", Role::return_type},
          {"key", Role::key},
          {"alias", Role::alias},
          {"label", Role::label},
          {"source", Role::module},
          {"decorator", Role::decorators}};
}

}  // namespace codelake::syntax::javascript
