// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/python/table.h"

#include "scanners/syntax/languages/python/hooks.h"
#include "scanners/syntax/shapes.h"

namespace codelake::syntax::python {

namespace {

std::vector<Row> expressions() {
  return {
      {.node = "identifier", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "dotted_name", .treat = Treat::hook, .hook = dotted_name},
      {.node = "relative_import", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "integer", .treat = Treat::leaf, .kind = Kind::number},
      {.node = "float", .treat = Treat::leaf, .kind = Kind::number},
      {.node = "true", .treat = Treat::leaf, .kind = Kind::boolean},
      {.node = "false", .treat = Treat::leaf, .kind = Kind::boolean},
      {.node = "none", .treat = Treat::leaf, .kind = Kind::null},
      {.node = "string", .treat = Treat::hook, .hook = quoted_string},
      {.node = "interpolation", .treat = Treat::splice, .kind = Kind::string_template},
      {.node = "string_start", .treat = Treat::drop},
      {.node = "string_content", .treat = Treat::drop},
      {.node = "string_end", .treat = Treat::drop},
      {.node = "concatenated_string", .kind = Kind::string_template},
      {.node = "parenthesized_expression", .treat = Treat::splice},
      {.node = "parenthesized_list_splat", .treat = Treat::splice},
      {.node = "attribute", .kind = Kind::field_access},
      {.node = "subscript", .kind = Kind::index, .roles = {{"value", Role::object}, {"subscript", Role::index}}},
      {.node = "slice", .treat = Treat::hook, .hook = slice},
      {.node = "call", .kind = Kind::call},
      {.node = "argument_list", .kind = Kind::arguments},
      {.node = "keyword_argument", .kind = Kind::keyword_argument},
      {.node = "generator_expression", .treat = Treat::hook, .kind = Kind::comprehension, .symbol = "generator",
       .hook = generator},
      {.node = "list_comprehension", .kind = Kind::comprehension, .symbol = "list"},
      {.node = "set_comprehension", .kind = Kind::comprehension, .symbol = "set"},
      {.node = "dictionary_comprehension", .kind = Kind::comprehension, .symbol = "dictionary"},
      {.node = "if_clause", .roles = {{"", Role::condition}}},
      {.node = "list_splat", .kind = Kind::spread, .symbol = "*", .roles = {{"", Role::value}}},
      {.node = "dictionary_splat", .kind = Kind::spread, .symbol = "**", .roles = {{"", Role::value}}},
      {.node = "list_splat_pattern", .kind = Kind::spread, .symbol = "*", .roles = {{"", Role::value}}},
      {.node = "dictionary_splat_pattern", .kind = Kind::spread, .symbol = "**", .roles = {{"", Role::value}}},
      {.node = "list", .kind = Kind::list},
      {.node = "list_pattern", .kind = Kind::list},
      {.node = "tuple", .kind = Kind::tuple},
      {.node = "tuple_pattern", .kind = Kind::tuple},
      {.node = "expression_list", .kind = Kind::tuple},
      {.node = "pattern_list", .kind = Kind::tuple},
      {.node = "set", .kind = Kind::set},
      {.node = "dictionary", .kind = Kind::dictionary},
      {.node = "pair", .kind = Kind::pair},
  };
}

std::vector<Row> operators() {
  return {
      {.node = "unary_operator", .kind = Kind::unary},
      {.node = "not_operator", .kind = Kind::unary, .symbol = "not"},
      {.node = "binary_operator", .kind = Kind::binary},
      {.node = "boolean_operator", .kind = Kind::binary},
      {.node = "comparison_operator", .treat = Treat::hook, .kind = Kind::binary,
       .roles = {{"", Role::left}, {"", Role::right}}, .hook = comparison},
      {.node = "conditional_expression", .treat = Treat::hook, .kind = Kind::conditional,
       .roles = {{"", Role::consequence}, {"", Role::condition}, {"", Role::alternative}},
       .hook = declaration<Kind::conditional>},
      {.node = "lambda", .treat = Treat::hook, .kind = Kind::lambda, .hook = declaration<Kind::lambda>},
      {.node = "await", .kind = Kind::await, .roles = {{"", Role::value}}},
      {.node = "yield", .kind = Kind::yield, .roles = {{"", Role::value}}},
      {.node = "named_expression", .kind = Kind::assignment, .flags = k_declares,
       .roles = {{"name", Role::left}, {"value", Role::right}}},
      {.node = "as_pattern", .treat = Treat::hook, .hook = as_pattern},
      {.node = "as_pattern_target", .treat = Treat::splice},
      {.node = "type", .treat = Treat::splice},
      {.node = "generic_type", .kind = Kind::index, .roles = {{"", Role::object}, {"", Role::index}}},
      {.node = "type_parameter", .treat = Treat::splice},
      {.node = "union_type", .kind = Kind::binary, .symbol = "|", .roles = {{"", Role::left}, {"", Role::right}}},
      {.node = "member_type", .kind = Kind::field_access, .roles = {{"", Role::object}, {"", Role::name}}},
      {.node = "splat_type", .kind = Kind::spread, .symbol = "*", .roles = {{"", Role::value}}},
  };
}

std::vector<Row> statements() {
  return {
      {.node = "comment", .treat = Treat::drop},
      {.node = "line_continuation", .treat = Treat::drop},
      {.node = "expression_statement", .treat = Treat::hook, .hook = tuple_if_many},
      {.node = "block", .treat = Treat::hook, .kind = Kind::block, .hook = suite},
      {.node = "assignment", .treat = Treat::hook, .kind = Kind::assignment, .hook = assignment},
      {.node = "augmented_assignment", .kind = Kind::assignment},
      {.node = "return_statement", .kind = Kind::return_statement, .roles = {{"", Role::value}}},
      {.node = "raise_statement", .kind = Kind::throw_statement, .roles = {{"", Role::value}}},
      {.node = "delete_statement", .kind = Kind::delete_statement, .roles = {{"", Role::value}}},
      {.node = "assert_statement", .kind = Kind::assert_statement,
       .roles = {{"", Role::condition}, {"", Role::value}}},
      {.node = "pass_statement", .treat = Treat::leaf, .kind = Kind::pass_statement, .symbol = "pass"},
      {.node = "break_statement", .treat = Treat::leaf, .kind = Kind::break_statement, .symbol = "break"},
      {.node = "continue_statement", .treat = Treat::leaf, .kind = Kind::continue_statement, .symbol = "continue"},
      {.node = "if_statement", .treat = Treat::hook, .kind = Kind::if_statement, .hook = if_chain},
      {.node = "elif_clause", .kind = Kind::if_statement},
      {.node = "else_clause", .treat = Treat::splice, .roles = {{"body", Role::alternative}}},
      {.node = "while_statement", .kind = Kind::while_statement},
      {.node = "for_statement", .kind = Kind::for_each_statement},
      {.node = "for_in_clause"},
      {.node = "async", .treat = Treat::flag, .flags = k_async},
      {.node = "try_statement", .kind = Kind::try_statement},
      {.node = "except_clause", .kind = Kind::catch_clause,
       .roles = {{"value", Role::type}, {"alias", Role::name}, {"", Role::body}}},
      {.node = "finally_clause", .kind = Kind::finally_clause, .roles = {{"", Role::body}}},
      {.node = "with_statement", .kind = Kind::with_statement},
      {.node = "with_clause", .treat = Treat::splice},
      {.node = "with_item", .treat = Treat::splice},
      {.node = "match_statement", .kind = Kind::switch_statement, .roles = {{"subject", Role::condition}}},
      {.node = "case_clause", .kind = Kind::switch_case,
       .roles = {{"consequence", Role::body}, {"guard", Role::condition}, {"", Role::condition}}},
      {.node = "case_pattern", .treat = Treat::splice},
      {.node = "import_statement", .treat = Treat::hook, .kind = Kind::import_statement, .hook = import_names},
      {.node = "import_from_statement", .treat = Treat::hook, .kind = Kind::import_statement, .hook = import_names},
      {.node = "future_import_statement", .treat = Treat::hook, .kind = Kind::import_statement, .hook = import_names},
      {.node = "aliased_import", .kind = Kind::import_name},
      {.node = "wildcard_import", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "type_alias_statement", .kind = Kind::type_declaration,
       .roles = {{"left", Role::name}, {"right", Role::type}}},
  };
}

std::vector<Row> declarations() {
  return {
      {.node = "decorated_definition", .treat = Treat::hook, .hook = decorated},
      {.node = "decorator", .kind = Kind::decorator},
      {.node = "function_definition", .treat = Treat::hook, .kind = Kind::function,
       .hook = declaration<Kind::function>},
      {.node = "class_definition", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "class",
       .hook = declaration<Kind::class_declaration>},
      {.node = "parameters", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameter_list},
      {.node = "lambda_parameters", .treat = Treat::hook, .kind = Kind::parameters, .hook = parameter_list},
      {.node = "default_parameter", .treat = Treat::hook, .kind = Kind::parameter,
       .roles = {{"value", Role::default_value}}, .hook = declaration<Kind::parameter>},
      {.node = "typed_parameter", .treat = Treat::hook, .kind = Kind::parameter, .roles = {{"", Role::name}},
       .hook = declaration<Kind::parameter>},
      {.node = "typed_default_parameter", .treat = Treat::hook, .kind = Kind::parameter,
       .roles = {{"value", Role::default_value}}, .hook = declaration<Kind::parameter>},
  };
}

}  // namespace

std::vector<FieldRole> roles() {
  return {{"name", Role::name},
          {"object", Role::object},
          {"attribute", Role::name},
          {"function", Role::callee},
          {"arguments", Role::arguments},
          {"argument", Role::value},
          {"parameters", Role::parameters},
          {"body", Role::body},
          {"condition", Role::condition},
          {"consequence", Role::consequence},
          {"alternative", Role::alternative},
          {"left", Role::left},
          {"right", Role::right},
          {"value", Role::value},
          {"type", Role::type},
          {"return_type", Role::return_type},
          {"type_parameters", Role::type_parameters},
          {"superclasses", Role::bases},
          {"key", Role::key},
          {"alias", Role::alias},
          {"module_name", Role::module}};
}

std::vector<Row> rows() {
  std::vector<Row> all = expressions();
  for (auto part : {operators, statements, declarations}) {
    const std::vector<Row> more = part();
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

}  // namespace codelake::syntax::python
