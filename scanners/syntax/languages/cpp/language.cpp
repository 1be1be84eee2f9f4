// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/c/hooks.h"
#include "scanners/syntax/languages/c/rows.h"
#include "scanners/syntax/languages/cpp/hooks.h"
#include "scanners/syntax/shapes.h"

extern "C" const TSLanguage* tree_sitter_cpp();

namespace codelake::syntax::cpp {

std::unique_ptr<Language> make_language();

namespace {

std::vector<Row> expressions() {
  return {
      {.node = "this", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "auto", .treat = Treat::drop},
      {.node = "namespace_identifier", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "operator_name", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "destructor_name", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "user_defined_literal", .treat = Treat::leaf, .kind = Kind::number},
      {.node = "raw_string_literal", .treat = Treat::hook, .kind = Kind::string, .hook = quoted_string},
      {.node = "raw_string_delimiter", .treat = Treat::drop},
      {.node = "raw_string_content", .treat = Treat::drop},
      {.node = "qualified_identifier", .treat = Treat::hook, .kind = Kind::field_access, .hook = scoped_name},
      {.node = "template_function", .treat = Treat::hook, .kind = Kind::type_name, .hook = template_name},
      {.node = "template_method", .treat = Treat::hook, .kind = Kind::type_name, .hook = template_name},
      {.node = "template_type", .treat = Treat::hook, .kind = Kind::type_name, .hook = template_name},
      {.node = "template_argument_list", .kind = Kind::type_arguments},
      {.node = "dependent_name", .treat = Treat::splice},
      {.node = "dependent_type", .treat = Treat::splice},
      {.node = "placeholder_type_specifier", .treat = Treat::splice},
      {.node = "subscript_argument_list", .treat = Treat::splice},
      {.node = "new_expression", .kind = Kind::call, .flags = k_creation, .roles = {{"type", Role::callee}}},
      {.node = "delete_expression", .kind = Kind::delete_statement, .roles = {{"", Role::value}}},
      {.node = "lambda_expression", .treat = Treat::hook, .kind = Kind::lambda, .hook = lambda},
      {.node = "co_await_expression", .kind = Kind::await, .roles = {{"argument", Role::value}}},
      {.node = "structured_binding_declarator", .kind = Kind::tuple},
  };
}

std::vector<Row> statements() {
  return {
      {.node = "condition_clause", .treat = Treat::splice},
      {.node = "for_range_loop", .kind = Kind::for_each_statement,
       .roles = {{"declarator", Role::left}, {"right", Role::right}}},
      {.node = "try_statement", .kind = Kind::try_statement},
      {.node = "catch_clause", .treat = Treat::hook, .kind = Kind::catch_clause, .hook = catch_clause},
      {.node = "throw_statement", .kind = Kind::throw_statement, .roles = {{"", Role::value}}},
      {.node = "co_return_statement", .kind = Kind::return_statement, .roles = {{"", Role::value}}},
      {.node = "co_yield_statement", .kind = Kind::yield, .roles = {{"", Role::value}}},
      {.node = "namespace_definition", .kind = Kind::package_declaration},
      {.node = "template_declaration", .treat = Treat::hook, .hook = template_declaration},
      {.node = "template_parameter_list", .kind = Kind::type_parameters},
      {.node = "using_declaration", .kind = Kind::import_statement, .roles = {{"", Role::module}}},
      {.node = "alias_declaration", .kind = Kind::type_declaration},
      {.node = "class_specifier", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "class",
       .hook = c::struct_specifier},
      {.node = "base_class_clause", .treat = Treat::hook, .kind = Kind::arguments, .symbol = "extends",
       .hook = base_classes},
      {.node = "access_specifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "virtual_specifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "explicit_function_specifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "virtual", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "field_initializer_list", .treat = Treat::drop},
      {.node = "optional_parameter_declaration", .treat = Treat::hook, .kind = Kind::parameter, .hook = c::parameter},
      {.node = "variadic_parameter_declaration", .treat = Treat::hook, .kind = Kind::parameter, .hook = c::parameter},
  };
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language(
      {.name = "cpp",
       .rule_names = {"cpp", "c++"},
       .grammar = tree_sitter_cpp(),
       .rows = joined({c::expression_rows(), c::statement_rows(), c::declaration_rows(), expressions(), statements()}),
       .roles = c::roles(),
       .patterns = c::patterns()});
}

}  // namespace codelake::syntax::cpp
