// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/scala/hooks.h"
#include "scanners/syntax/languages/scala/table.h"

extern "C" const TSLanguage* tree_sitter_scala();

namespace codelake::syntax::scala {

std::unique_ptr<Language> make_language();

namespace {

PatternDialect patterns() {
  return {.triple_quotes = true,
          .dots_spread = false,
          .quotes = "\"",
          .code_mark = '$',
          .template_prefixes = "sf",
          .names_in_strings = true,
          .parameter = "{} : {}",
          .loop_headers = {"{} <- {}"},
          .loop_part = "{} <- {}",
          .cases = {{"match", "case {} => {}"}},
          .typed = "({X} : {T})",
          .typed_parameters = true,
          .member_words = {"object", "trait"},
          .silent_words = {"def"},
          .reserved_words = {"return", "throw", "val", "var", "def", "class", "if", "else", "for", "while", "match", "try",
                             "catch", "finally", "import", "package", "case"},
          .contexts = {{.before = "", .after = "\n"},
                       {.before = "object A {\n", .after = "\n}\n", .again = true},
                       {.before = "object A { def f() = {\n", .after = "\n} }\n", .again = true},
                       {.before = "object A { f(", .after = ") }\n", .single = true, .fallback = true},
                       {.before = "class A(", .after = ")\n", .single = true, .fallback = true},
                       {.before = "", .after = "\nclass A\n", .needs = {"@"}},
                       {.before = "object A { x match {\n", .after = "\n} }\n", .needs = {"case"}},
                       {.before = "", .tail = " { __codelake_e999_ }", .after = "\n", .partial = true}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "scala",
                              .rule_names = {"scala"},
                              .grammar = tree_sitter_scala(),
                              .rows = joined({expression_rows(), statement_rows(), declaration_rows()}),
                              .roles = roles(),
                              .patterns = patterns(),
                              .rewrite = readable});
}

}  // namespace codelake::syntax::scala
