// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/ruby/hooks.h"
#include "scanners/syntax/languages/ruby/table.h"
#include "scanners/syntax/shapes.h"

namespace codelake::syntax::ruby {

std::vector<Row> statement_rows() {
  return {
      {.node = "comment", .treat = Treat::drop},
      {.node = "uninterpreted", .treat = Treat::drop},
      {.node = "empty_statement", .treat = Treat::drop},
      {.node = "block_body", .treat = Treat::hook, .kind = Kind::block, .hook = body},
      {.node = "body_statement", .treat = Treat::hook, .kind = Kind::block, .hook = body},
      {.node = "begin", .treat = Treat::hook, .kind = Kind::try_statement, .hook = begin},
      {.node = "then", .kind = Kind::block},
      {.node = "do", .kind = Kind::block},
      {.node = "else", .kind = Kind::block},
      {.node = "rescue", .treat = Treat::hook, .kind = Kind::catch_clause, .hook = rescue},
      {.node = "exceptions", .treat = Treat::splice},
      {.node = "exception_variable", .treat = Treat::splice},
      {.node = "ensure", .treat = Treat::hook, .kind = Kind::finally_clause, .hook = rescue},
      {.node = "if", .treat = Treat::hook, .kind = Kind::if_statement, .hook = condition},
      {.node = "elsif", .treat = Treat::hook, .kind = Kind::if_statement, .hook = condition},
      {.node = "unless", .treat = Treat::hook, .kind = Kind::if_statement, .hook = condition},
      {.node = "if_modifier", .treat = Treat::hook, .kind = Kind::if_statement, .hook = condition},
      {.node = "unless_modifier", .treat = Treat::hook, .kind = Kind::if_statement, .hook = condition},
      {.node = "while", .treat = Treat::hook, .kind = Kind::while_statement, .hook = condition},
      {.node = "until", .treat = Treat::hook, .kind = Kind::while_statement, .hook = condition},
      {.node = "while_modifier", .treat = Treat::hook, .kind = Kind::while_statement, .hook = condition},
      {.node = "until_modifier", .treat = Treat::hook, .kind = Kind::while_statement, .hook = condition},
      {.node = "for", .kind = Kind::for_each_statement, .roles = {{"pattern", Role::left}, {"value", Role::right}}},
      {.node = "in", .treat = Treat::splice},
      {.node = "case", .treat = Treat::hook, .kind = Kind::switch_statement, .hook = case_statement},
      {.node = "case_match", .treat = Treat::hook, .kind = Kind::switch_statement, .hook = case_statement},
      {.node = "when", .kind = Kind::switch_case},
      {.node = "in_clause", .kind = Kind::switch_case},
      {.node = "pattern", .treat = Treat::splice},
      {.node = "return", .treat = Treat::hook, .kind = Kind::return_statement, .hook = jump},
      {.node = "break", .treat = Treat::hook, .kind = Kind::break_statement, .hook = jump},
      {.node = "next", .treat = Treat::hook, .kind = Kind::continue_statement, .hook = jump},
      {.node = "yield", .treat = Treat::hook, .kind = Kind::yield, .hook = jump},
      {.node = "method", .treat = Treat::hook, .kind = Kind::function, .hook = definition},
      {.node = "singleton_method", .treat = Treat::hook, .kind = Kind::function, .hook = definition},
      {.node = "class", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "class", .hook = definition},
      {.node = "module", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "module", .hook = definition},
      {.node = "singleton_class", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "singleton",
       .roles = {{"value", Role::name}}, .hook = definition},
      {.node = "superclass", .kind = Kind::arguments, .symbol = "extends"},
      {.node = "method_parameters", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameter_list},
      {.node = "lambda_parameters", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameter_list},
      {.node = "block_parameters", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameter_list},
      {.node = "destructured_parameter", .kind = Kind::tuple},
      {.node = "optional_parameter", .kind = Kind::parameter, .roles = {{"value", Role::default_value}}},
      {.node = "keyword_parameter", .kind = Kind::parameter, .roles = {{"value", Role::default_value}}},
      {.node = "splat_parameter", .kind = Kind::parameter, .symbol = "*"},
      {.node = "hash_splat_parameter", .kind = Kind::parameter, .symbol = "**"},
      {.node = "block_parameter", .kind = Kind::parameter, .symbol = "&"},
      {.node = "begin_block", .kind = Kind::block},
      {.node = "end_block", .kind = Kind::block},
  };
}

}  // namespace codelake::syntax::ruby
