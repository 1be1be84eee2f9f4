// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/javascript/hooks.h"
#include "scanners/syntax/languages/javascript/rows.h"
#include "scanners/syntax/shapes.h"

extern "C" const TSLanguage* tree_sitter_javascript();
extern "C" const TSLanguage* tree_sitter_tsx();

namespace codelake::syntax::javascript {

std::unique_ptr<Language> make_language();

PatternDialect patterns() {
  return {.quotes = "\"'`",
          .template_quotes = "`",
          .declared = "\"{}\"",
          .declaring_words = {"from"},
          .statement = "{};",
          .member = "{};",
          .assigned = "{{}}",
          .loop_headers = {"{};{};{}", "{} of {}", "{} in {}"},
          .cases = {{"switch", "case {}:"}},
          .typed = "({X} as {T})",
          .value_words = {"function", "class", "async", "let", "abstract"},
          .contexts = {{.before = "", .after = "\n"},
                       {.before = "(", .after = ")\n", .single = true, .value = true},
                       {.before = "async function* f() {\n", .after = "\n}\n", .again = true},
                       {.before = "({", .after = "})\n", .single = true, .fallback = true},
                       {.before = "class A {\n", .after = "\n}\n", .fallback = true, .members = true},
                       {.before = "try {} ", .after = "\n", .single = true, .needs = {"catch", "finally"}},
                       {.before = "", .after = "\nclass A {}\n", .single = true, .needs = {"@"}},
                       {.before = "f(", .after = ")\n", .single = true, .fallback = true},
                       {.before = "switch (x) {\n", .after = "\n}\n", .needs = {"case", "default"}},
                       {.before = "", .tail = " { __codelake_e999_ }", .after = "\n", .partial = true},
                       {.before = "try {} ", .tail = " { __codelake_e999_ }", .after = "\n", .single = true,
                        .partial = true}}};
}

std::unique_ptr<Language> make_language() {
  const std::vector<Row> own = {
      {.node = "using_declaration", .treat = Treat::hook, .hook = variables},
      {.node = "class_heritage", .kind = Kind::arguments, .symbol = "extends"},
      {.node = "field_definition", .treat = Treat::hook, .kind = Kind::variable_declaration,
       .hook = declaration<Kind::variable_declaration>}};
  // Rules for both languages hold patterns only TypeScript can read; they are no error here, they just match less.
  return make_table_language(
      {.name = "javascript",
       .rule_names = {"javascript", "js", "jsx"},
       .grammar = tree_sitter_javascript(),
       .rows = joined({expression_rows(), statement_rows(), declaration_rows(), jsx_rows(), own}),
       .roles = roles(),
       .patterns = patterns(),
       .fallback_grammar = tree_sitter_tsx(),
       .fallback_rows = joined({typed_rows(), jsx_rows()})});
}

}  // namespace codelake::syntax::javascript
