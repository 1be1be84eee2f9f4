// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/bash/hooks.h"
#include "scanners/syntax/shapes.h"
#include "scanners/syntax/table_language.h"

extern "C" const TSLanguage* tree_sitter_bash();

namespace codelake::syntax::bash {

std::unique_ptr<Language> make_language();

namespace {

std::vector<Row> word_rows() {
  return {{.node = "comment", .treat = Treat::drop},
          {.node = "command_name", .treat = Treat::hook, .hook = command_name},
          {.node = "word", .treat = Treat::hook, .hook = word},
          {.node = "number", .treat = Treat::hook, .hook = word},
          {.node = "variable_name", .treat = Treat::leaf, .kind = Kind::identifier},
          {.node = "special_variable_name", .treat = Treat::leaf, .kind = Kind::identifier},
          {.node = "raw_string", .treat = Treat::hook, .hook = quoted_string},
          {.node = "ansi_c_string", .treat = Treat::hook, .hook = quoted_string},
          {.node = "translated_string", .treat = Treat::splice},
          {.node = "string", .treat = Treat::hook, .hook = expanded_string},
          {.node = "string_content", .treat = Treat::hook, .hook = word},
          {.node = "heredoc_body", .treat = Treat::hook, .hook = heredoc},
          {.node = "heredoc_start", .treat = Treat::drop},
          {.node = "heredoc_end", .treat = Treat::drop},
          {.node = "concatenation", .kind = Kind::string_template, .symbol = "concatenation"},
          {.node = "simple_expansion", .treat = Treat::hook, .kind = Kind::other, .symbol = "expansion", .hook = expansion},
          {.node = "expansion", .treat = Treat::hook, .kind = Kind::other, .symbol = "expansion", .hook = expansion},
          {.node = "command_substitution", .treat = Treat::hook, .kind = Kind::other, .symbol = "substitution",
           .hook = substitution},
          {.node = "array", .kind = Kind::list},
          {.node = "subscript", .kind = Kind::index, .roles = {{"name", Role::object}, {"index", Role::index}}},
          {.node = "binary_expression", .kind = Kind::binary},
          {.node = "unary_expression", .kind = Kind::unary},
          {.node = "parenthesized_expression", .treat = Treat::splice}};
}

std::vector<Row> statement_rows() {
  return {{.node = "command", .treat = Treat::hook, .kind = Kind::other, .hook = command},
          {.node = "redirected_statement", .treat = Treat::hook, .kind = Kind::other, .hook = redirected},
          {.node = "variable_assignment", .kind = Kind::assignment,
           .roles = {{"name", Role::left}, {"value", Role::right}}},
          {.node = "variable_assignments", .treat = Treat::splice},
          {.node = "list", .kind = Kind::binary},
          {.node = "pipeline", .treat = Treat::hook, .kind = Kind::binary, .symbol = "|", .hook = pipeline},
          {.node = "negated_command", .kind = Kind::unary, .symbol = "!"},
          {.node = "compound_statement", .kind = Kind::block},
          {.node = "subshell", .kind = Kind::block, .symbol = "()"},
          {.node = "do_group", .kind = Kind::block},
          {.node = "if_statement", .treat = Treat::hook, .kind = Kind::if_statement, .hook = if_chain},
          {.node = "while_statement", .kind = Kind::while_statement},
          {.node = "for_statement", .kind = Kind::for_each_statement,
           .roles = {{"variable", Role::left}, {"value", Role::right}}},
          {.node = "c_style_for_statement", .kind = Kind::for_statement},
          {.node = "case_statement", .kind = Kind::switch_statement, .roles = {{"value", Role::condition}}},
          {.node = "case_item", .kind = Kind::switch_case, .roles = {{"value", Role::condition}}},
          {.node = "function_definition", .treat = Treat::hook, .kind = Kind::function,
           .hook = declaration<Kind::function>},
          {.node = "&", .treat = Treat::hook, .hook = background},
          {.node = "&&", .treat = Treat::symbol},
          {.node = "||", .treat = Treat::symbol},
          {.node = "+=", .treat = Treat::symbol, .symbol = "+"}};
}

std::vector<Row> rows() {
  std::vector<Row> all = word_rows();
  const std::vector<Row> statements = statement_rows();
  all.insert(all.end(), statements.begin(), statements.end());
  return all;
}

std::vector<FieldRole> roles() {
  return {{"name", Role::name},           {"body", Role::body},     {"condition", Role::condition},
          {"initializer", Role::initializer}, {"update", Role::update}, {"left", Role::left},
          {"right", Role::right}};
}

PatternDialect dialect() {
  return {.hash_comments = true,
          .slash_comments = false,
          .dots_spread = false,
          .template_quotes = "\"",
          .code_mark = '$',
          .code_brackets = "()",
          .names_in_strings = true,
          .quoted_names_are_text = false,
          .deep_open = "$(__codelake_deep ",
          .contexts = {{.before = "", .after = "\n"},
                       {.before = "x ", .after = "\n", .single = true, .value = true},
                       {.before = "x=", .after = "\n", .single = true, .needs = {"$(", "${", "`"}}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "bash",
                              .rule_names = {"bash", "sh"},
                              .grammar = tree_sitter_bash(),
                              .rows = rows(),
                              .roles = roles(),
                              .patterns = dialect(),
                              .rewrite = ended_pipelines});
}

}  // namespace codelake::syntax::bash
