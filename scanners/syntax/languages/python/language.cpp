// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/python/table.h"

extern "C" const TSLanguage* tree_sitter_python();

namespace codelake::syntax::python {

std::unique_ptr<Language> make_language();

namespace {

PatternDialect dialect() {
  return {.hash_comments = true,
          .slash_comments = false,
          .indented = true,
          .triple_quotes = true,
          .dots_spread = false,
          .template_quotes = "",
          .template_prefix = true,
          .pair = "{}: {}",
          .typed = "__codelake_typed({T}, {X})",
          .contexts = {{.before = "", .after = "\n"},
                       {.before = "f(", .after = ")\n", .single = true, .fallback = true},
                       {.before = "{", .after = "}\n", .single = true, .fallback = true},
                       {.before = "", .after = "\ndef f():\n  pass\n", .needs = {"@"}},
                       {.before = "", .tail = "\n  __codelake_e999_", .after = "\n", .partial = true},
                       {.before = "try:\n  pass\n", .after = "\n", .needs = {"except", "finally"}},
                       {.before = "def f(", .after = "):\n  pass\n", .single = true, .fallback = true}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "python",
                              .rule_names = {"python", "py", "python2", "python3"},
                              .grammar = tree_sitter_python(),
                              .rows = rows(),
                              .roles = roles(),
                              .patterns = dialect()});
}

}  // namespace codelake::syntax::python
