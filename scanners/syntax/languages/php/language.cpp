// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/php/table.h"

extern "C" const TSLanguage* tree_sitter_php();

namespace codelake::syntax::php {

std::unique_ptr<Language> make_language();

namespace {

PatternDialect patterns() {
  return {.quotes = "\"'`",
          .template_quotes = "\"`",
          .names_in_strings = true,
          .expression = "${}",
          .declaring_words = {"class", "interface", "trait", "enum", "function", "extends", "implements", "use",
                              "namespace", "const", "goto"},
          .types_before_names = true,
          .own_names = {"$_GET", "$_POST", "$_COOKIE", "$_REQUEST", "$_SERVER", "$_FILES", "$_SESSION", "$_ENV"},
          .statement = "${};",
          .member = "var ${};",
          .parameter = "${}",
          .loop_headers = {"${};${};${}"},
          .cases = {{"switch", "case ${}:"}, {"match", "${} => ${},"}},
          .silent_words = {"<?php", "<?=", "?>", "use"},
          .contexts = {{.before = "<?php\n", .after = "\n", .ends = ";}"},
                       {.before = "<?php\n", .tail = ";", .after = "\n"},
                       {.before = "", .after = "\n", .needs = {"<?"}},
                       {.before = "<?php\nclass A {\n", .after = "\n}\n", .members = true, .ends = ";}"},
                       {.before = "<?php\nclass A {\n", .tail = ";", .after = "\n}\n", .members = true},
                       {.before = "<?php\n[", .after = "];\n", .single = true, .needs = {"=>"}},
                       {.before = "<?php\nf(", .after = ");\n", .single = true, .fallback = true},
                       {.before = "<?php\nnew ", .after = ";\n", .single = true, .fallback = true},
                       {.before = "<?php\ntry {} ", .after = "\n", .single = true, .needs = {"catch", "finally"}},
                       {.before = "<?php\nswitch ($x) {\n", .after = "\n}\n", .needs = {"case", "default"}},
                       {.before = "<?php\n", .tail = " { $__codelake_e999_; }", .after = "\n", .partial = true},
                       {.before = "<?php\ntry {} ", .tail = " { $__codelake_e999_; }", .after = "\n", .single = true,
                        .partial = true},
                       {.before = "<?php\nclass A {\n", .tail = " { $__codelake_e999_; }", .after = "\n}\n",
                        .partial = true, .members = true},
                       {.before = "<?php\n", .tail = " { var $__codelake_e999_; }", .after = "\n", .partial = true}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "php",
                              .rule_names = {"php"},
                              .grammar = tree_sitter_php(),
                              .rows = joined({expression_rows(), statement_rows(), declaration_rows()}),
                              .roles = roles(),
                              .patterns = patterns()});
}

}  // namespace codelake::syntax::php
