// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/ruby/table.h"

extern "C" const TSLanguage* tree_sitter_ruby();

namespace codelake::syntax::ruby {

std::unique_ptr<Language> make_language();

namespace {

PatternDialect patterns() {
  return {.hash_comments = true,
          .dots_spread = false,
          .quotes = "\"'`",
          .regexes = true,
          .template_quotes = "\"`/",
          .code_mark = '#',
          .declared = "C{}",
          .declaring_words = {"class", "module"},
          .pair = "{} => {}",
          .silent_words = {"do", "end"},
          .reserved_words = {"rescue", "when", "ensure", "if", "unless", "else", "elsif", "end", "while", "until", "then"},
          .contexts = {{.before = "", .after = "\n"},
                       {.before = "f(", .after = ")\n", .single = true, .fallback = true},
                       {.before = "x = {", .after = "}\n", .single = true, .needs = {"=>", ":"}},
                       {.before = "f(", .after = ")\n", .single = true, .needs = {": "}},
                       {.before = "begin\n", .after = "\nend\n", .needs = {"rescue", "ensure"}},
                       {.before = "case x\n", .after = "\nend\n", .needs = {"when"}},
                       {.before = "", .tail = "\n  __codelake_e999_\nend", .after = "\n", .partial = true}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "ruby",
                              .rule_names = {"ruby", "rb"},
                              .grammar = tree_sitter_ruby(),
                              .rows = joined({expression_rows(), statement_rows()}),
                              .roles = roles(),
                              .patterns = patterns()});
}

}  // namespace codelake::syntax::ruby
