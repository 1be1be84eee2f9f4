// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/shapes.h"
#include "scanners/syntax/table_language.h"

extern "C" const TSLanguage* tree_sitter_json();

namespace codelake::syntax::json {

std::unique_ptr<Language> make_language();

namespace {

std::vector<Row> rows() {
  return {{.node = "comment", .treat = Treat::drop},
          {.node = "object", .kind = Kind::dictionary},
          {.node = "pair", .kind = Kind::pair, .roles = {{"key", Role::key}, {"value", Role::value}}},
          {.node = "array", .kind = Kind::list},
          {.node = "string", .treat = Treat::hook, .hook = quoted_string},
          {.node = "number", .treat = Treat::leaf, .kind = Kind::number},
          {.node = "true", .treat = Treat::leaf, .kind = Kind::boolean},
          {.node = "false", .treat = Treat::leaf, .kind = Kind::boolean},
          {.node = "null", .treat = Treat::leaf, .kind = Kind::null}};
}

// JSON has no names, so metavariables and ellipses become strings.
PatternDialect dialect() {
  return {.dots_spread = false,
          .quotes = "\"",
          .braces_hold_entries = true,
          .keys_in_quotes = true,
          .trailing_commas = false,
          .expression = "\"{}\"",
          .deep_open = "{\"__codelake_deep\": ",
          .statement = "\"{}\"",
          .pair = "\"{}\": \"{}\"",
          .contexts = {{.before = "", .after = "\n"}, {.before = "{", .after = "}\n", .single = true, .fallback = true}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "json",
                              .rule_names = {"json"},
                              .grammar = tree_sitter_json(),
                              .rows = rows(),
                              .roles = {},
                              .patterns = dialect()});
}

}  // namespace codelake::syntax::json
