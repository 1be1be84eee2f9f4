// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/rust/table.h"

extern "C" const TSLanguage* tree_sitter_rust();

namespace codelake::syntax::rust {

std::unique_ptr<Language> make_language();

namespace {

PatternDialect patterns() {
  // A single quote also starts a lifetime.
  return {.dots_spread = false,
          .quotes = "\"",
          .statement = "{};",
          .member = "const {}: {} = {};",
          .field = "{}: {},",
          .parameter = "{}: {}",
          .cases = {{"match", "{} => {},"}},
          .typed = "({X} as {T})",
          .typed_parameters = true,
          .member_words = {"impl", "trait", "union", "mod"},
          .silent_words = {"let", "fn", "use"},
          .reserved_words = {"return", "let", "if", "else", "for", "while", "loop", "match", "fn", "use", "unsafe", "impl",
                             "struct", "enum"},
          .contexts = {{.before = "fn f() {\n", .after = "\n}\n", .ends = ";}"},
                       {.before = "fn f() {\n", .tail = ";", .after = "\n}\n"},
                       {.before = "fn f() { g(", .after = ") }\n", .single = true, .value = true},
                       {.before = "impl A {\n", .after = "\n}\n", .members = true, .ends = ";}"},
                       {.before = "fn f() { let x: ", .after = " = y; }\n", .single = true, .fallback = true},
                       {.before = "fn f() { A { ", .after = " } }\n", .single = true, .fallback = true},
                       {.before = "fn f() { match x {\n", .after = "\n} }\n", .needs = {"=>"}},
                       {.before = "fn f() {\n", .tail = " { __codelake_e999_; }", .after = "\n}\n", .partial = true}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "rust",
                              .rule_names = {"rust", "rs"},
                              .grammar = tree_sitter_rust(),
                              .rows = joined({expression_rows(), statement_rows(), declaration_rows()}),
                              .roles = roles(),
                              .patterns = patterns()});
}

}  // namespace codelake::syntax::rust
