// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/kotlin/table.h"

extern "C" const TSLanguage* tree_sitter_kotlin();

namespace codelake::syntax::kotlin {

std::unique_ptr<Language> make_language();

namespace {

PatternDialect patterns() {
  return {.triple_quotes = true,
          .dots_spread = false,
          .template_quotes = "\"",
          .code_mark = '$',
          .names_in_strings = true,
          .member = "val {}: {}\n",
          .parameter = "{}: {}",
          .loop_headers = {"{} in {}"},
          .cases = {{"when", "{} -> {}\n"}},
          .typed = "({X} as {T})",
          .typed_parameters = true,
          .class_parameters = true,
          .member_words = {"object"},
          .silent_words = {"fun"},
          .reserved_words = {"return", "throw", "val", "var", "fun", "class", "if", "else", "for", "while", "when", "try",
                             "catch", "finally", "import", "package"},
          .contexts = {{.before = "", .after = "\n"},
                       {.before = "fun f() {\n", .after = "\n}\n", .again = true},
                       {.before = "class A {\n", .after = "\n}\n", .fallback = true, .members = true},
                       {.before = "fun f() { g(", .after = ") }\n", .single = true, .fallback = true},
                       {.before = "", .after = "\nclass A\n", .needs = {"@"}},
                       {.before = "fun f() { try {} ", .after = " }\n", .single = true, .needs = {"catch", "finally"}},
                       {.before = "fun f() { when (x) {\n", .after = "\n} }\n", .needs = {"->"}},
                       {.before = "", .tail = " { __codelake_e999_ }", .after = "\n", .partial = true}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "kotlin",
                              .rule_names = {"kotlin", "kt"},
                              .grammar = tree_sitter_kotlin(),
                              .rows = joined({expression_rows(), statement_rows(), declaration_rows()}),
                              .roles = roles(),
                              .patterns = patterns()});
}

}  // namespace codelake::syntax::kotlin
