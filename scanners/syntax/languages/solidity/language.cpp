// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/solidity/table.h"

extern "C" const TSLanguage* tree_sitter_solidity();

namespace codelake::syntax::solidity {

std::unique_ptr<Language> make_language();

namespace {

PatternDialect patterns() {
  return {.dots_spread = false,
          .statement = "{};",
          .member = "{} {};",
          .parameter = "{} {}",
          .pair = "{}: {}",
          .loop_headers = {"{};{};{}"},
          .loop_rest = "{};{}",
          .typed_parameters = true,
          .member_words = {"contract", "library"},
          .silent_words = {"is"},
          .reserved_words = {"return", "emit", "new", "break", "continue", "else", "if", "for", "while", "do", "try",
                             "catch", "function", "contract", "unchecked"},
          .contexts = {{.before = "function f() {\n", .after = "\n}\n", .ends = ";}"},
                       {.before = "function f() {\n", .tail = ";", .after = "\n}\n"},
                       {.before = "", .after = "\n", .ends = ";}"},
                       {.before = "contract A {\n", .after = "\n}\n", .members = true, .ends = ";}"},
                       {.before = "contract A {\n", .tail = ";", .after = "\n}\n", .members = true},
                       {.before = "function f() { g(", .after = "); }\n", .single = true, .fallback = true},
                       {.before = "function f() { ", .after = " x; }\n", .single = true, .value = true},
                       {.before = "function f() {\n", .tail = " { __codelake_e999_; }", .after = "\n}\n",
                        .partial = true},
                       {.before = "", .tail = " { __codelake_e999_; }", .after = "\n", .partial = true},
                       {.before = "", .tail = " { __codelake_e999_ __codelake_e999_; }", .after = "\n",
                        .partial = true}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "solidity",
                              .rule_names = {"solidity", "sol"},
                              .grammar = tree_sitter_solidity(),
                              .rows = joined({expression_rows(), statement_rows(), declaration_rows()}),
                              .roles = roles(),
                              .patterns = patterns(),
                              .postfix_around_operations = true});
}

}  // namespace codelake::syntax::solidity
