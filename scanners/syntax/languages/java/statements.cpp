// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/java/hooks.h"
#include "scanners/syntax/languages/java/table.h"
#include "scanners/syntax/shapes.h"

#include <array>

namespace codelake::syntax::java {

namespace {

std::vector<Row> modifier_rows() {
  constexpr std::array<std::string_view, 14> words = {
      "public", "private",   "protected", "static",   "final",   "abstract", "synchronized",
      "native", "transient", "volatile",  "strictfp", "default", "sealed",   "non-sealed"};
  std::vector<Row> rows;
  for (const std::string_view word : words) {
    rows.push_back({.node = word, .treat = Treat::modifier, .kind = Kind::modifier});
  }
  return rows;
}

}  // namespace

std::vector<Row> statement_rows() {
  return {
      {.node = "line_comment", .treat = Treat::drop},
      {.node = "block_comment", .treat = Treat::drop},
      {.node = "expression_statement", .treat = Treat::splice},
      {.node = "block", .kind = Kind::block},
      {.node = "constructor_body", .kind = Kind::block},
      {.node = "if_statement", .kind = Kind::if_statement},
      {.node = "while_statement", .kind = Kind::while_statement},
      {.node = "do_statement", .kind = Kind::do_statement},
      {.node = "for_statement", .kind = Kind::for_statement},
      {.node = "enhanced_for_statement", .treat = Treat::hook, .kind = Kind::for_each_statement,
       .roles = {{"name", Role::left}, {"value", Role::right}}, .hook = declaration<Kind::for_each_statement>},
      {.node = "labeled_statement", .kind = Kind::labeled_statement, .roles = {{"", Role::label}, {"", Role::body}}},
      {.node = "synchronized_statement", .kind = Kind::with_statement, .symbol = "synchronized",
       .roles = {{"", Role::value}}},
      {.node = "switch_expression", .kind = Kind::switch_statement},
      {.node = "switch_block", .kind = Kind::switch_body},
      {.node = "switch_block_statement_group", .treat = Treat::hook, .kind = Kind::switch_case, .hook = switch_case},
      {.node = "switch_rule", .treat = Treat::hook, .kind = Kind::switch_case, .hook = switch_case},
      {.node = "try_statement", .kind = Kind::try_statement},
      {.node = "try_with_resources_statement", .kind = Kind::try_statement},
      {.node = "resource_specification", .treat = Treat::splice},
      {.node = "resource", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
      {.node = "catch_clause", .treat = Treat::hook, .kind = Kind::catch_clause,
       .hook = declaration<Kind::catch_clause>},
      {.node = "catch_formal_parameter", .treat = Treat::splice, .kind = Kind::modifier, .roles = {{"", Role::type}}},
      {.node = "finally_clause", .kind = Kind::finally_clause, .roles = {{"", Role::body}}},
      {.node = "return_statement", .kind = Kind::return_statement, .roles = {{"", Role::value}}},
      {.node = "yield_statement", .kind = Kind::yield, .roles = {{"", Role::value}}},
      {.node = "throw_statement", .kind = Kind::throw_statement, .roles = {{"", Role::value}}},
      {.node = "break_statement", .kind = Kind::break_statement, .roles = {{"", Role::label}}},
      {.node = "continue_statement", .kind = Kind::continue_statement, .roles = {{"", Role::label}}},
      {.node = "assert_statement", .kind = Kind::assert_statement,
       .roles = {{"", Role::condition}, {"", Role::value}}},
      {.node = "import_declaration", .treat = Treat::hook, .kind = Kind::import_statement, .hook = import_declaration},
      {.node = "package_declaration", .kind = Kind::package_declaration, .roles = {{"", Role::name}}},
      {.node = "local_variable_declaration", .treat = Treat::hook, .hook = variables},
  };
}

std::vector<Row> declaration_rows() {
  const std::vector<Row> rows = {
      {.node = "modifiers", .treat = Treat::splice, .kind = Kind::modifier},
      {.node = "annotation", .treat = Treat::hook, .kind = Kind::decorator, .hook = annotation},
      {.node = "marker_annotation", .kind = Kind::decorator, .roles = {{"name", Role::none}}},
      {.node = "annotation_argument_list", .kind = Kind::arguments},
      {.node = "element_value_pair", .kind = Kind::keyword_argument, .roles = {{"key", Role::name}}},
      {.node = "element_value_array_initializer", .kind = Kind::list},
      {.node = "field_declaration", .treat = Treat::hook, .hook = variables},
      {.node = "constant_declaration", .treat = Treat::hook, .hook = variables},
      {.node = "variable_declarator", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
      {.node = "method_declaration", .treat = Treat::hook, .kind = Kind::function,
       .roles = {{"type", Role::return_type}}, .hook = declaration<Kind::function>},
      {.node = "annotation_type_element_declaration", .treat = Treat::hook, .kind = Kind::function,
       .roles = {{"type", Role::return_type}}, .hook = declaration<Kind::function>},
      {.node = "constructor_declaration", .treat = Treat::hook, .kind = Kind::function,
       .hook = declaration<Kind::function>},
      {.node = "compact_constructor_declaration", .treat = Treat::hook, .kind = Kind::function,
       .hook = declaration<Kind::function>},
      {.node = "formal_parameters", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameter_list},
      {.node = "inferred_parameters", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameter_list},
      {.node = "formal_parameter", .treat = Treat::hook, .kind = Kind::parameter,
       .hook = declaration<Kind::parameter>},
      {.node = "spread_parameter", .treat = Treat::hook, .kind = Kind::parameter, .symbol = "...",
       .roles = {{"", Role::type}, {"", Role::name}}, .hook = declaration<Kind::parameter>},
      {.node = "class_declaration", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "class",
       .hook = declaration<Kind::class_declaration>},
      {.node = "interface_declaration", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "interface",
       .roles = {{"", Role::bases}}, .hook = declaration<Kind::class_declaration>},
      {.node = "annotation_type_declaration", .treat = Treat::hook, .kind = Kind::class_declaration,
       .symbol = "annotation", .hook = declaration<Kind::class_declaration>},
      {.node = "enum_declaration", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "enum",
       .hook = declaration<Kind::class_declaration>},
      {.node = "record_declaration", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "record",
       .hook = declaration<Kind::class_declaration>},
      {.node = "superclass", .kind = Kind::arguments, .symbol = "extends"},
      {.node = "super_interfaces", .kind = Kind::arguments, .symbol = "implements"},
      {.node = "extends_interfaces", .kind = Kind::arguments, .symbol = "extends"},
      {.node = "class_body", .kind = Kind::class_body},
      {.node = "interface_body", .kind = Kind::class_body},
      {.node = "annotation_type_body", .kind = Kind::class_body},
      {.node = "enum_body", .kind = Kind::class_body},
      {.node = "enum_body_declarations", .treat = Treat::splice},
      {.node = "enum_constant", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
  };
  return joined({rows, modifier_rows()});
}

}  // namespace codelake::syntax::java
