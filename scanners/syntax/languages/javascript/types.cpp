// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/javascript/hooks.h"
#include "scanners/syntax/languages/javascript/rows.h"
#include "scanners/syntax/shapes.h"

namespace codelake::syntax::javascript {

namespace {

std::vector<Row> type_expression_rows() {
  return {
      {.node = "type_annotation", .treat = Treat::splice},
      {.node = "adding_type_annotation", .treat = Treat::splice},
      {.node = "omitting_type_annotation", .treat = Treat::splice},
      {.node = "opting_type_annotation", .treat = Treat::splice},
      {.node = "type_predicate_annotation", .treat = Treat::splice},
      {.node = "asserts_annotation", .treat = Treat::splice},
      {.node = "type_identifier", .treat = Treat::hook, .kind = Kind::type_name, .hook = type_identifier},
      {.node = "predefined_type", .treat = Treat::leaf, .kind = Kind::type_name},
      {.node = "this_type", .treat = Treat::leaf, .kind = Kind::type_name},
      {.node = "existential_type", .treat = Treat::leaf, .kind = Kind::type_name},
      {.node = "nested_type_identifier", .treat = Treat::hook, .kind = Kind::field_access,
       .roles = {{"module", Role::module}}, .hook = qualified_type},
      {.node = "nested_identifier", .kind = Kind::field_access},
      {.node = "generic_type", .kind = Kind::type_name, .roles = {{"name", Role::type}}},
      {.node = "array_type", .kind = Kind::type_name, .symbol = "[]"},
      {.node = "union_type", .kind = Kind::type_name, .symbol = "|"},
      {.node = "intersection_type", .kind = Kind::type_name, .symbol = "&"},
      {.node = "tuple_type", .kind = Kind::type_name, .symbol = "tuple"},
      {.node = "object_type", .kind = Kind::type_name, .symbol = "object"},
      {.node = "function_type", .kind = Kind::type_name, .symbol = "function"},
      {.node = "constructor_type", .kind = Kind::type_name, .symbol = "constructor"},
      {.node = "conditional_type", .kind = Kind::type_name, .symbol = "conditional"},
      {.node = "lookup_type", .kind = Kind::type_name, .symbol = "lookup"},
      {.node = "readonly_type", .kind = Kind::type_name, .symbol = "readonly"},
      {.node = "type_query", .kind = Kind::type_name, .symbol = "typeof"},
      {.node = "index_type_query", .kind = Kind::type_name, .symbol = "keyof"},
      {.node = "infer_type", .kind = Kind::type_name, .symbol = "infer"},
      {.node = "template_literal_type", .kind = Kind::type_name, .symbol = "template"},
      {.node = "optional_type", .kind = Kind::type_name, .symbol = "optional"},
      {.node = "rest_type", .kind = Kind::type_name, .symbol = "rest"},
      {.node = "type_predicate", .kind = Kind::type_name, .symbol = "is"},
      {.node = "literal_type", .treat = Treat::splice},
      {.node = "parenthesized_type", .treat = Treat::splice},
      {.node = "type_arguments", .kind = Kind::type_arguments},
      {.node = "type_parameters", .kind = Kind::type_parameters},
      {.node = "as_expression", .kind = Kind::cast, .roles = {{"", Role::value}, {"", Role::type}}},
      {.node = "satisfies_expression", .kind = Kind::cast, .symbol = "satisfies",
       .roles = {{"", Role::value}, {"", Role::type}}},
      {.node = "non_null_expression", .treat = Treat::splice},
  };
}

std::vector<Row> type_declaration_rows() {
  return {
      {.node = "class_heritage", .treat = Treat::splice},
      {.node = "extends_clause", .kind = Kind::arguments, .symbol = "extends", .roles = {{"value", Role::none}}},
      {.node = "implements_clause", .kind = Kind::arguments, .symbol = "implements"},
      {.node = "extends_type_clause", .kind = Kind::arguments, .symbol = "extends", .roles = {{"type", Role::none}}},
      {.node = "accessibility_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "override_modifier", .treat = Treat::leaf, .kind = Kind::modifier},
      {.node = "abstract", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "readonly", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "declare", .treat = Treat::modifier, .kind = Kind::modifier},
      {.node = "required_parameter", .treat = Treat::hook, .kind = Kind::parameter,
       .roles = {{"pattern", Role::name}, {"value", Role::default_value}}, .hook = declaration<Kind::parameter>},
      {.node = "optional_parameter", .treat = Treat::hook, .kind = Kind::parameter, .flags = k_optional,
       .roles = {{"pattern", Role::name}, {"value", Role::default_value}}, .hook = declaration<Kind::parameter>},
      {.node = "public_field_definition", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
      {.node = "property_signature", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>},
      {.node = "method_signature", .treat = Treat::hook, .kind = Kind::function, .hook = declaration<Kind::function>},
      {.node = "abstract_method_signature", .treat = Treat::hook, .kind = Kind::function,
       .hook = declaration<Kind::function>},
      {.node = "function_signature", .treat = Treat::hook, .kind = Kind::function,
       .hook = declaration<Kind::function>},
      {.node = "abstract_class_declaration", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "class",
       .roles = {{"", Role::bases}}, .hook = declaration<Kind::class_declaration>},
      {.node = "interface_declaration", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "interface",
       .roles = {{"", Role::bases}}, .hook = declaration<Kind::class_declaration>},
      {.node = "interface_body", .kind = Kind::class_body},
      {.node = "enum_declaration", .treat = Treat::hook, .kind = Kind::class_declaration, .symbol = "enum",
       .hook = declaration<Kind::class_declaration>},
      {.node = "enum_body", .kind = Kind::class_body},
      {.node = "enum_assignment", .kind = Kind::variable_declaration},
      {.node = "type_alias_declaration", .kind = Kind::type_declaration, .roles = {{"value", Role::type}}},
      {.node = "ambient_declaration", .treat = Treat::hook, .hook = ambient},
  };
}

}  // namespace

std::vector<Row> typed_rows() {
  return joined({expression_rows(), statement_rows(), declaration_rows(), type_expression_rows(),
                 type_declaration_rows()});
}

}  // namespace codelake::syntax::javascript
