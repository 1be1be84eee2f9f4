// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/csharp/table.h"

extern "C" const TSLanguage* tree_sitter_c_sharp();

namespace codelake::syntax::csharp {

std::unique_ptr<Language> make_language();

namespace {

PatternDialect patterns() {
  return {.triple_quotes = true,
          .dots_spread = false,
          .template_prefixes = "$",
          .initializers = true,
          .statement = "{} {};",
          .lone_statement = "{} {}",
          .member = "{} {};",
          .parameter = "{} {}",
          .loop_headers = {"{};{};{}"},
          .cases = {{"switch", "case {}: {} {};"}},
          .chain_end = "{}({})",
          .typed = "__codelake_typed[({T}) {X}]",
          .type_first = true,
          .typed_declarations = true,
          .silent_words = {"var", "using"},
          .reserved_words = {"return", "throw", "new", "break", "continue", "case", "using", "namespace", "else", "if",
                             "for", "foreach", "while", "do", "switch", "try", "catch", "finally", "class", "public",
                             "private", "protected", "static", "async"},
          .contexts = {{.before = "", .after = "\n", .ends = ";}"},
                       {.before = "", .tail = ";", .after = "\n"},
                       {.before = "class A { void f() {\n", .after = "\n} }\n", .ends = ";}", .again = true},
                       {.before = "class A { void f() {\n", .tail = ";", .after = "\n} }\n", .again = true},
                       {.before = "class A {\n", .after = "\n}\n", .members = true, .ends = ";}"},
                       {.before = "class A {\n", .tail = ";", .after = "\n}\n", .members = true},
                       {.before = "class A { object x = f(", .after = "); }\n", .single = true, .fallback = true},
                       {.before = "class A { ", .after = " x; }\n", .single = true, .value = true},
                       {.before = "", .after = "\nclass A {}\n", .needs = {"["}},
                       {.before = "try {} ", .after = "\n", .single = true, .needs = {"catch", "finally"}},
                       {.before = "switch (x) {\n", .after = "\n}\n", .needs = {"case", "default"}},
                       {.before = "", .tail = " { __codelake_e999_ __codelake_e999_; }", .after = "\n", .partial = true},
                       {.before = "try {} ", .tail = " { __codelake_e999_ __codelake_e999_; }", .after = "\n", .single = true,
                        .partial = true},
                       {.before = "class A {\n", .tail = " { __codelake_e999_ __codelake_e999_; }", .after = "\n}\n", .partial = true,
                        .members = true}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "csharp",
                              .rule_names = {"csharp", "c#", "C#"},
                              .grammar = tree_sitter_c_sharp(),
                              .rows = joined({expression_rows(), statement_rows(), declaration_rows()}),
                              .roles = roles(),
                              .patterns = patterns()});
}

}  // namespace codelake::syntax::csharp
