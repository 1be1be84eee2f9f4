// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/javascript/hooks.h"
#include "scanners/syntax/languages/javascript/rows.h"
#include "scanners/syntax/shapes.h"

namespace codelake::syntax::javascript {

namespace {

std::vector<Row> literal_rows() {
  return {
      {.node = "identifier", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "property_identifier", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "private_property_identifier", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "statement_identifier", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "shorthand_property_identifier", .treat = Treat::hook, .kind = Kind::pair, .hook = shorthand},
      {.node = "shorthand_property_identifier_pattern", .treat = Treat::hook, .kind = Kind::pair, .hook = shorthand},
      {.node = "this", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "super", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "import", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "meta_property", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "undefined", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "number", .treat = Treat::leaf, .kind = Kind::number},
      {.node = "true", .treat = Treat::leaf, .kind = Kind::boolean},
      {.node = "false", .treat = Treat::leaf, .kind = Kind::boolean},
      {.node = "null", .treat = Treat::leaf, .kind = Kind::null},
      {.node = "regex", .treat = Treat::leaf, .kind = Kind::regex},
      {.node = "regex_pattern", .treat = Treat::drop},
      {.node = "regex_flags", .treat = Treat::drop},
      {.node = "string", .treat = Treat::hook, .kind = Kind::string, .hook = quoted_string},
      {.node = "string_fragment", .treat = Treat::drop},
      {.node = "escape_sequence", .treat = Treat::drop},
      {.node = "template_string", .treat = Treat::hook, .kind = Kind::string_template, .hook = template_string},
      {.node = "template_substitution", .treat = Treat::splice, .kind = Kind::string_template},
      {.node = "array", .kind = Kind::list},
      {.node = "array_pattern", .kind = Kind::list},
      {.node = "object", .kind = Kind::dictionary},
      {.node = "object_pattern", .kind = Kind::dictionary},
      {.node = "pair", .kind = Kind::pair},
      {.node = "pair_pattern", .kind = Kind::pair},
      {.node = "object_assignment_pattern", .treat = Treat::hook, .hook = default_value},
      {.node = "assignment_pattern", .treat = Treat::hook, .hook = default_value},
  };
}

std::vector<Row> operator_rows() {
  return {
      {.node = "parenthesized_expression", .treat = Treat::splice},
      {.node = "member_expression", .kind = Kind::field_access},
      {.node = "subscript_expression", .kind = Kind::index},
      {.node = "optional_chain", .treat = Treat::flag, .flags = k_optional},
      {.node = "call_expression", .kind = Kind::call},
      {.node = "new_expression", .treat = Treat::hook, .kind = Kind::call, .flags = k_creation, .hook = creation},
      {.node = "arguments", .kind = Kind::arguments},
      {.node = "spread_element", .kind = Kind::spread, .symbol = "...", .roles = {{"", Role::value}}},
      {.node = "rest_pattern", .kind = Kind::spread, .symbol = "...", .roles = {{"", Role::value}}},
      {.node = "await_expression", .kind = Kind::await, .roles = {{"", Role::value}}},
      {.node = "yield_expression", .kind = Kind::yield, .roles = {{"", Role::value}}},
      {.node = "unary_expression", .kind = Kind::unary},
      {.node = "update_expression", .treat = Treat::hook, .kind = Kind::unary, .hook = increment},
      {.node = "binary_expression", .kind = Kind::binary},
      {.node = "ternary_expression", .kind = Kind::conditional},
      {.node = "assignment_expression", .kind = Kind::assignment},
      {.node = "augmented_assignment_expression", .kind = Kind::assignment},
      {.node = "arrow_function", .treat = Treat::hook, .kind = Kind::lambda, .hook = declaration<Kind::lambda>},
      {.node = "function_expression", .treat = Treat::hook, .kind = Kind::lambda, .hook = declaration<Kind::lambda>},
      {.node = "generator_function", .treat = Treat::hook, .kind = Kind::lambda, .flags = k_generator,
       .hook = declaration<Kind::lambda>},
  };
}

}  // namespace

std::vector<Row> expression_rows() { return joined({literal_rows(), operator_rows()}); }

std::vector<Row> jsx_rows() {
  return {
      {.node = "jsx_element", .kind = Kind::jsx_element},
      {.node = "jsx_self_closing_element", .kind = Kind::jsx_element},
      {.node = "jsx_opening_element", .treat = Treat::splice},
      {.node = "jsx_closing_element", .treat = Treat::drop},
      {.node = "jsx_attribute", .kind = Kind::jsx_attribute, .roles = {{"", Role::name}, {"", Role::value}}},
      {.node = "jsx_expression", .treat = Treat::splice},
      {.node = "jsx_namespace_name", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "jsx_text", .treat = Treat::hook, .kind = Kind::jsx_text, .hook = jsx_text},
      {.node = "html_character_reference", .treat = Treat::drop},
  };
}

std::vector<Row> joined(const std::vector<std::vector<Row>>& parts) {
  std::vector<Row> all;
  for (const std::vector<Row>& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace codelake::syntax::javascript
