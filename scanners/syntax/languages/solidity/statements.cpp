// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/solidity/hooks.h"
#include "scanners/syntax/languages/solidity/table.h"
#include "scanners/syntax/shapes.h"

namespace codelake::syntax::solidity {

std::vector<Row> statement_rows() {
  return {
      {.node = "comment", .treat = Treat::drop},
      {.node = "statement", .treat = Treat::splice},
      {.node = "expression_statement", .treat = Treat::splice},
      {.node = "block_statement", .kind = Kind::block},
      {.node = "function_body", .kind = Kind::block},
      {.node = "unchecked", .treat = Treat::symbol},
      {.node = "if_statement", .treat = Treat::hook, .kind = Kind::if_statement, .hook = if_statement},
      {.node = "while_statement", .kind = Kind::while_statement},
      {.node = "do_while_statement", .kind = Kind::do_statement},
      {.node = "for_statement", .kind = Kind::for_statement},
      {.node = "try_statement", .kind = Kind::try_statement},
      {.node = "catch_clause", .kind = Kind::catch_clause},
      {.node = "return_statement", .kind = Kind::return_statement, .roles = {{"", Role::value}}},
      {.node = "break_statement", .treat = Treat::leaf, .kind = Kind::break_statement, .symbol = "break"},
      {.node = "continue_statement", .treat = Treat::leaf, .kind = Kind::continue_statement, .symbol = "continue"},
      {.node = "emit_statement", .treat = Treat::hook, .kind = Kind::call, .symbol = "emit",
       .roles = {{"name", Role::callee}}, .hook = call},
      {.node = "revert_statement", .treat = Treat::hook, .hook = keyword_call},
      {.node = "variable_declaration_statement", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = variable_statement},
      {.node = "variable_declaration", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
      {.node = "variable_declaration_tuple", .kind = Kind::tuple},
      {.node = "import_directive", .treat = Treat::hook, .kind = Kind::import_statement, .hook = import_directive},
      {.node = "solidity_version", .treat = Treat::leaf, .kind = Kind::number},
  };
}

std::vector<Row> declaration_rows() {
  return {
      {.node = "memory", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "storage", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "calldata", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "indexed", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "constant", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "abstract", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "public", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "internal", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "payable", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "immutable", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "visibility", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "state_mutability", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "state_location", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "virtual", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "override_specifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "modifier_invocation", .treat = Treat::hook, .kind = Kind::decorator, .hook = modifier_invocation},
      {.node = "contract_declaration", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "contract",
       .hook = contract},
      {.node = "interface_declaration", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "interface",
       .hook = contract},
      {.node = "library_declaration", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "library",
       .hook = contract},
      {.node = "inheritance_specifier", .treat = Treat::splice},
      {.node = "contract_body", .kind = Kind::class_body},
      {.node = "struct_declaration", .kind = Kind::class_declaration, .symbol = "struct"},
      {.node = "struct_body", .kind = Kind::class_body},
      {.node = "struct_member", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
      {.node = "enum_declaration", .kind = Kind::class_declaration, .symbol = "enum"},
      {.node = "enum_body", .kind = Kind::class_body},
      {.node = "state_variable_declaration", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
      {.node = "constant_variable_declaration", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
      {.node = "function_definition", .treat = Treat::hook, .kind = Kind::function, .hook = function},
      {.node = "constructor_definition", .treat = Treat::hook, .kind = Kind::function, .symbol = "constructor",
       .hook = function},
      {.node = "fallback_receive_definition", .treat = Treat::hook, .kind = Kind::function, .symbol = "fallback",
       .hook = function},
      {.node = "modifier_definition", .treat = Treat::hook, .kind = Kind::function, .symbol = "modifier",
       .hook = function},
      {.node = "event_definition", .treat = Treat::hook, .kind = Kind::function, .symbol = "event", .hook = function},
      {.node = "error_declaration", .treat = Treat::hook, .kind = Kind::function, .symbol = "error", .hook = function},
      {.node = "return_type_definition", .kind = Kind::parameters},
      {.node = "parameter", .treat = Treat::hook, .kind = Kind::parameter, .hook = declaration<Kind::parameter>},
      {.node = "return_parameter", .treat = Treat::hook, .kind = Kind::parameter,
       .hook = declaration<Kind::parameter>},
      {.node = "event_parameter", .treat = Treat::hook, .kind = Kind::parameter, .hook = declaration<Kind::parameter>},
      {.node = "error_parameter", .treat = Treat::hook, .kind = Kind::parameter, .hook = declaration<Kind::parameter>},
  };
}

}  // namespace codelake::syntax::solidity
