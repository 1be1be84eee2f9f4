// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/go/table.h"

extern "C" const TSLanguage* tree_sitter_go();

namespace codelake::syntax::go {

std::unique_ptr<Language> make_language();

namespace {

PatternDialect patterns() {
  return {.quotes = "\"'`",
          .parameter = "{} {}",
          .import_entry = "{} \"{}\"",
          .cases = {{"switch", "case {}:"}, {"select", "case {}:"}},
          .typed = "{X}.({T})",
          .silent_words = {"import", "var", "type"},
          .reserved_words = {"return", "defer", "go", "break", "continue", "goto", "case", "import", "package", "else",
                             "var", "type", "func", "range", "if", "for", "switch", "select", "const", "fallthrough"},
          .value_words = {"func", "map", "chan", "struct", "interface"},
          .contexts = {{.before = "", .after = "\n"},
                       {.before = "func f() {\n", .after = "\n}\n", .again = true},
                       {.before = "var x = f(", .after = ")\n", .single = true, .value = true},
                       {.before = "var x ", .after = "\n", .single = true, .value = true},
                       {.before = "var x = T{", .after = "}\n", .single = true, .fallback = true},
                       {.before = "type T struct {\n", .after = "\n}\n", .fallback = true, .members = true},
                       {.before = "type T interface {\n", .after = "\n}\n", .fallback = true, .members = true},
                       {.before = "func f() { switch x {\n", .after = "\n} }\n", .needs = {"case", "default"}},
                       {.before = "func f() { select {\n", .after = "\n} }\n", .needs = {"case", "default"}},
                       {.before = "import (\n", .after = "\n)\n", .fallback = true},
                       {.before = "func f(", .after = ") {}\n", .single = true, .fallback = true},
                       {.before = "", .tail = " { __codelake_e999_ }", .after = "\n", .partial = true},
                       {.before = "func f() {\n", .tail = " { __codelake_e999_ }", .after = "\n}\n",
                        .partial = true}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "go",
                              .rule_names = {"go", "golang"},
                              .grammar = tree_sitter_go(),
                              .rows = joined({expression_rows(), statement_rows(), declaration_rows()}),
                              .roles = roles(),
                              .patterns = patterns()});
}

}  // namespace codelake::syntax::go
