// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/c/rows.h"

extern "C" const TSLanguage* tree_sitter_c();

namespace codelake::syntax::c {

std::unique_ptr<Language> make_language();

PatternDialect patterns() {
  return {.dots_spread = false,
          .statement = "{};",
          .member = "{} {};",
          .parameter = "{} {}",
          .pair = "{};",
          .loop_headers = {"{};{};{}"},
          .cases = {{"switch", "case {}:"}},
          .typed = "__codelake_typed[({T}) {X}]",
          .type_first = true,
          .typed_declarations = true,
          .member_words = {"union", "namespace"},
          .reserved_words = {"return", "break", "continue", "case", "else", "if", "for", "while", "do", "switch", "goto",
                             "struct", "union", "enum", "typedef", "sizeof", "new", "delete", "throw", "using"},
          .contexts = {{.before = "void f() {\n", .after = "\n}\n", .ends = ";}"},
                       {.before = "void f() {\n", .tail = ";", .after = "\n}\n"},
                       {.before = "", .after = "\n"},
                       {.before = "struct A {\n", .after = "\n};\n", .members = true, .ends = ";}"},
                       {.before = "void f() { g(", .after = "); }\n", .single = true, .fallback = true},
                       {.before = "void f() { ", .after = " x; }\n", .single = true, .value = true},
                       {.before = "void f() { switch (x) {\n", .after = "\n} }\n", .needs = {"case", "default"}},
                       {.before = "void f() {\n", .tail = " { __codelake_e999_; }", .after = "\n}\n", .partial = true},
                       {.before = "", .tail = " { __codelake_e999_; }", .after = "\n", .partial = true}}};
}

std::unique_ptr<Language> make_language() {
  const std::vector<Row> own = {{.node = "variadic_parameter", .kind = Kind::parameter, .symbol = "..."}};
  return make_table_language({.name = "c",
                              .rule_names = {"c"},
                              .grammar = tree_sitter_c(),
                              .rows = joined({expression_rows(), statement_rows(), declaration_rows(), own}),
                              .roles = roles(),
                              .patterns = patterns()});
}

}  // namespace codelake::syntax::c
