// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/solidity/hooks.h"
#include "scanners/syntax/languages/solidity/table.h"
#include "scanners/syntax/shapes.h"

#include <array>

namespace codelake::syntax::solidity {

namespace {

std::vector<Row> assignment_operators() {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> operators = {
      {{"+=", "+"}, {"-=", "-"}, {"*=", "*"}, {"/=", "/"}, {"%=", "%"}, {"|=", "|"}, {"&=", "&"}, {"^=", "^"},
       {"<<=", "<<"}, {">>=", ">>"}}};
  std::vector<Row> rows;
  for (const auto& [token, symbol] : operators) {
    rows.push_back({.node = token, .treat = Treat::symbol, .symbol = symbol});
  }
  return rows;
}

std::vector<Row> assembly_rows() {
  return {
      {.node = "yul_identifier", .treat = Treat::splice},
      {.node = "yul_path", .treat = Treat::hook, .hook = dotted_name},
      {.node = "yul_evm_builtin", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "yul_decimal_number", .treat = Treat::leaf, .kind = Kind::number},
      {.node = "yul_hex_number", .treat = Treat::leaf, .kind = Kind::number},
      {.node = "yul_boolean", .treat = Treat::leaf, .kind = Kind::boolean},
      {.node = "yul_string_literal", .treat = Treat::splice},
      {.node = "yul_function_call", .treat = Treat::hook, .kind = Kind::call, .hook = call},
      {.node = "yul_block", .kind = Kind::block},
      {.node = "yul_if_statement", .kind = Kind::if_statement,
       .roles = {{"", Role::condition}, {"", Role::consequence}}},
      {.node = "yul_assignment", .kind = Kind::assignment, .roles = {{"", Role::left}, {"", Role::right}}},
      {.node = "yul_variable_declaration", .kind = Kind::variable_declaration,
       .roles = {{"left", Role::name}, {"right", Role::value}}},
  };
}

}  // namespace

std::vector<Row> expression_rows() {
  const std::vector<Row> rows = {
      {.node = "identifier", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "enum_value", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "number_literal", .treat = Treat::leaf, .kind = Kind::number},
      {.node = "boolean_literal", .treat = Treat::leaf, .kind = Kind::boolean},
      {.node = "string_literal", .treat = Treat::hook, .kind = Kind::string_template, .hook = tuple_if_many},
      {.node = "string", .treat = Treat::hook, .kind = Kind::string, .hook = quoted_string},
      {.node = "hex_string_literal", .treat = Treat::hook, .kind = Kind::string, .hook = quoted_string},
      {.node = "unicode_string_literal", .treat = Treat::hook, .kind = Kind::string, .hook = quoted_string},
      {.node = "expression", .treat = Treat::splice},
      {.node = "parenthesized_expression", .treat = Treat::splice},
      {.node = "member_expression", .kind = Kind::field_access},
      {.node = "array_access", .kind = Kind::index},
      {.node = "slice_access", .kind = Kind::slice},
      {.node = "call_expression", .treat = Treat::hook, .kind = Kind::call, .hook = call},
      {.node = "type_cast_expression", .treat = Treat::hook, .kind = Kind::call, .hook = call},
      {.node = "struct_expression", .treat = Treat::hook, .kind = Kind::call, .symbol = "{}",
       .roles = {{"type", Role::callee}}, .hook = call},
      {.node = "struct_field_assignment", .kind = Kind::keyword_argument},
      {.node = "new_expression", .treat = Treat::hook, .kind = Kind::call, .flags = k_creation, .hook = call},
      {.node = "payable_conversion_expression", .treat = Treat::hook, .hook = keyword_call},
      {.node = "meta_type_expression", .treat = Treat::hook, .hook = keyword_call},
      {.node = "call_argument", .treat = Treat::splice},
      {.node = "revert_arguments", .treat = Treat::splice},
      {.node = "call_struct_argument", .kind = Kind::keyword_argument},
      {.node = "unary_expression", .kind = Kind::unary, .roles = {{"argument", Role::value}}},
      {.node = "update_expression", .treat = Treat::hook, .kind = Kind::unary, .roles = {{"argument", Role::value}},
       .hook = increment},
      {.node = "binary_expression", .kind = Kind::binary},
      {.node = "assignment_expression", .kind = Kind::assignment},
      {.node = "augmented_assignment_expression", .kind = Kind::assignment},
      {.node = "ternary_expression", .kind = Kind::conditional,
       .roles = {{"", Role::condition}, {"", Role::consequence}, {"", Role::alternative}}},
      {.node = "tuple_expression", .kind = Kind::tuple},
      {.node = "inline_array_expression", .kind = Kind::list},
      {.node = "primitive_type", .treat = Treat::leaf, .kind = Kind::type_name},
      {.node = "user_defined_type", .treat = Treat::hook, .hook = dotted_name},
      {.node = "type_name", .treat = Treat::hook, .kind = Kind::type_name, .hook = type_name},
  };
  return joined({rows, assignment_operators(), assembly_rows()});
}

std::vector<FieldRole> roles() {
  return {{"name", Role::name},
          {"object", Role::object},
          {"property", Role::name},
          {"base", Role::object},
          {"index", Role::index},
          {"function", Role::callee},
          {"body", Role::body},
          {"condition", Role::condition},
          {"initial", Role::initializer},
          {"update", Role::update},
          {"left", Role::left},
          {"right", Role::right},
          {"value", Role::value},
          {"attempt", Role::value},
          {"type", Role::type},
          {"return_type", Role::return_type}};
}

}  // namespace codelake::syntax::solidity
