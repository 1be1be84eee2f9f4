// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/swift/table.h"

extern "C" const TSLanguage* tree_sitter_swift();

namespace codelake::syntax::swift {

std::unique_ptr<Language> make_language();

namespace {

PatternDialect patterns() {
  return {.triple_quotes = true,
          .template_quotes = "\"",
          .code_mark = '\\',
          .code_brackets = "()",
          .bracket_entries = true,
          .own_names = {"$0", "$1", "$2", "$3"},
          .member = "var {}: {}\n",
          .parameter = "{}: {}",
          .pair = "{}: {}",
          .cases = {{"switch", "case {}: {}\n"}},
          .typed = "({X} as {T})",
          .typed_parameters = true,
          .member_words = {"protocol", "extension", "actor"},
          .silent_words = {"func"},
          .reserved_words = {"return", "throw", "let", "var", "func", "class", "struct", "enum", "if", "else", "guard",
                             "for", "while", "switch", "do", "catch", "defer", "import"},
          .contexts = {{.before = "", .after = "\n"},
                       {.before = "func f() {\n", .after = "\n}\n", .again = true},
                       {.before = "class A {\n", .after = "\n}\n", .fallback = true, .members = true},
                       {.before = "f(", .after = ")\n", .single = true, .fallback = true},
                       {.before = "", .after = "\nclass A {}\n", .needs = {"@"}},
                       {.before = "do {} ", .after = "\n", .single = true, .needs = {"catch"}},
                       {.before = "switch x {\n", .after = "\n}\n", .needs = {"case", "default"}},
                       {.before = "", .tail = " { __codelake_e999_ }", .after = "\n", .partial = true}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "swift",
                              .rule_names = {"swift"},
                              .grammar = tree_sitter_swift(),
                              .rows = joined({expression_rows(), statement_rows(), declaration_rows()}),
                              .roles = roles(),
                              .patterns = patterns()});
}

}  // namespace codelake::syntax::swift
