// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/hcl/hooks.h"
#include "scanners/syntax/shapes.h"
#include "scanners/syntax/table_language.h"

extern "C" const TSLanguage* tree_sitter_hcl();

namespace codelake::syntax::hcl {

std::unique_ptr<Language> make_language();

namespace {

std::vector<Row> rows() {
  std::vector<Row> all = {
      {.node = "comment", .treat = Treat::drop},
      {.node = "body", .treat = Treat::splice},
      {.node = "attribute", .treat = Treat::hook, .hook = entry},
      {.node = "block", .treat = Treat::hook, .hook = block},
      {.node = "identifier", .treat = Treat::leaf, .kind = Kind::identifier},
      {.node = "expression", .treat = Treat::hook, .hook = term},
      {.node = "literal_value", .treat = Treat::splice},
      {.node = "numeric_lit", .treat = Treat::leaf, .kind = Kind::number},
      {.node = "bool_lit", .treat = Treat::leaf, .kind = Kind::boolean},
      {.node = "null_lit", .treat = Treat::leaf, .kind = Kind::null},
      {.node = "string_lit", .treat = Treat::hook, .hook = quoted_string},
      {.node = "quoted_template", .treat = Treat::hook, .hook = quoted_string},
      {.node = "heredoc_template", .treat = Treat::hook, .hook = heredoc},
      {.node = "template_expr", .treat = Treat::splice},
      {.node = "template_interpolation", .treat = Treat::splice, .kind = Kind::string_template},
      {.node = "collection_value", .treat = Treat::splice},
      {.node = "tuple", .kind = Kind::list},
      {.node = "object", .kind = Kind::dictionary},
      {.node = "object_elem", .treat = Treat::hook, .hook = entry},
      {.node = "new_index", .treat = Treat::splice},
      {.node = "legacy_index", .treat = Treat::leaf, .kind = Kind::number},
      {.node = "variable_expr", .treat = Treat::splice},
      {.node = "function_call", .treat = Treat::hook, .kind = Kind::call, .hook = function_call},
      {.node = "function_arguments", .kind = Kind::arguments},
      {.node = "conditional", .kind = Kind::conditional,
       .roles = {{"", Role::condition}, {"", Role::consequence}, {"", Role::alternative}}},
      {.node = "operation", .treat = Treat::splice},
      {.node = "unary_operation", .treat = Treat::hook, .kind = Kind::unary, .hook = operation},
      {.node = "binary_operation", .treat = Treat::hook, .kind = Kind::binary, .hook = operation},
      {.node = "for_expr", .treat = Treat::splice},
      {.node = "for_tuple_expr", .kind = Kind::comprehension, .symbol = "list"},
      {.node = "for_object_expr", .kind = Kind::comprehension, .symbol = "dictionary"}};
  for (const std::string_view dropped :
       {"quoted_template_start", "quoted_template_end", "template_literal", "template_interpolation_start",
        "template_interpolation_end", "strip_marker", "tuple_start", "tuple_end", "object_start", "object_end",
        "heredoc_start", "heredoc_identifier"}) {
    all.push_back({.node = dropped, .treat = Treat::drop});
  }
  for (const std::string_view token :
       {"*", "/", "%", "+", "-", ">", ">=", "<", "<=", "==", "!=", "&&", "||", "!"}) {
    all.push_back({.node = token, .treat = Treat::symbol});
  }
  return all;
}

PatternDialect dialect() {
  return {.hash_comments = true,
          .dots_spread = false,
          .quotes = "\"",
          .braces_hold_entries = true,
          .statement = "{} = {}",
          .pair = "{} = {}",
          .contexts = {{.before = "", .after = "\n"},
                       {.before = "a = ", .after = "\n", .single = true},
                       {.before = "a = {", .after = "}\n", .single = true, .fallback = true}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "hcl",
                              .rule_names = {"hcl", "terraform", "tf"},
                              .grammar = tree_sitter_hcl(),
                              .rows = rows(),
                              .roles = {},
                              .patterns = dialect()});
}

}  // namespace codelake::syntax::hcl
