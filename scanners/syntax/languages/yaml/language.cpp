// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/yaml/hooks.h"
#include "scanners/syntax/shapes.h"
#include "scanners/syntax/table_language.h"

extern "C" const TSLanguage* tree_sitter_yaml();

namespace codelake::syntax::yaml {

std::unique_ptr<Language> make_language();

namespace {

std::vector<Row> rows() {
  return {{.node = "comment", .treat = Treat::drop},
          {.node = "yaml_directive", .treat = Treat::drop},
          {.node = "tag_directive", .treat = Treat::drop},
          {.node = "reserved_directive", .treat = Treat::drop},
          {.node = "document", .treat = Treat::splice},
          {.node = "block_node", .treat = Treat::hook, .hook = value},
          {.node = "flow_node", .treat = Treat::hook, .hook = value},
          {.node = "anchor", .treat = Treat::drop},
          {.node = "alias", .treat = Treat::leaf, .kind = Kind::identifier},
          {.node = "block_mapping", .treat = Treat::hook, .kind = Kind::dictionary, .hook = block},
          {.node = "block_mapping_pair", .treat = Treat::hook, .kind = Kind::pair, .hook = pair},
          {.node = "block_sequence", .treat = Treat::hook, .kind = Kind::list, .hook = block},
          {.node = "block_sequence_item", .treat = Treat::splice},
          {.node = "flow_mapping", .kind = Kind::dictionary},
          {.node = "flow_pair", .treat = Treat::hook, .kind = Kind::pair, .hook = pair},
          {.node = "flow_sequence", .kind = Kind::list},
          {.node = "plain_scalar", .treat = Treat::splice},
          {.node = "string_scalar", .treat = Treat::hook, .hook = plain_string},
          {.node = "timestamp_scalar", .treat = Treat::hook, .hook = plain_string},
          {.node = "integer_scalar", .treat = Treat::leaf, .kind = Kind::number},
          {.node = "float_scalar", .treat = Treat::leaf, .kind = Kind::number},
          {.node = "boolean_scalar", .treat = Treat::leaf, .kind = Kind::boolean},
          {.node = "null_scalar", .treat = Treat::leaf, .kind = Kind::null},
          {.node = "double_quote_scalar", .treat = Treat::hook, .hook = quoted_string},
          {.node = "single_quote_scalar", .treat = Treat::hook, .hook = quoted_string},
          {.node = "block_scalar", .treat = Treat::hook, .hook = block_scalar}};
}

PatternDialect dialect() {
  return {.hash_comments = true,
          .slash_comments = false,
          .dots_spread = false,
          .braces_hold_entries = true,
          .single_entries = true,
          .line = line_form,
          .pair = "{}: {}",
          .contexts = {{.before = "", .after = "\n"}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "yaml",
                              .rule_names = {"yaml"},
                              .grammar = tree_sitter_yaml(),
                              .rows = rows(),
                              .roles = {{"key", Role::key}, {"value", Role::value}},
                              .patterns = dialect()});
}

}  // namespace codelake::syntax::yaml
