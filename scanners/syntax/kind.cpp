// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/kind.h"

#include <array>

namespace codelake::syntax {

namespace {

constexpr std::array k_kind_names = {
    "error", "other",
    "module", "block", "arguments", "parameters", "type_arguments", "type_parameters", "class_body", "switch_body",
    "decorators",
    "identifier", "string", "string_template", "number", "boolean", "null", "regex", "char_literal",
    "call", "keyword_argument", "spread", "field_access", "index", "slice", "unary", "binary", "assignment",
    "conditional", "lambda", "list", "tuple", "set", "dictionary", "pair", "comprehension", "await", "yield", "cast",
    "instance_of", "parenthesised_type", "jsx_element", "jsx_attribute", "jsx_text",
    "return_statement", "if_statement", "while_statement", "do_statement", "for_statement", "for_each_statement",
    "switch_statement", "switch_case", "try_statement", "catch_clause", "finally_clause", "throw_statement",
    "break_statement", "continue_statement", "with_statement", "assert_statement", "delete_statement",
    "defer_statement", "go_statement", "labeled_statement", "pass_statement",
    "function", "parameter", "class_declaration", "variable_declaration", "import_statement", "import_name",
    "package_declaration", "type_declaration", "decorator", "modifier", "type_name", "comment",
    "metavariable", "metavariable_ellipsis", "ellipsis", "deep", "typed_metavariable"};
static_assert(k_kind_names.size() == static_cast<std::size_t>(Kind::typed_metavariable) + 1);

constexpr std::array k_role_names = {
    "none", "name", "object", "callee", "arguments", "parameters", "body", "condition", "consequence", "alternative",
    "left", "right", "value", "type", "return_type", "type_parameters", "type_arguments", "modifiers", "decorators",
    "bases", "key", "index", "initializer", "update", "module", "alias", "label", "default_value"};
static_assert(k_role_names.size() == static_cast<std::size_t>(Role::default_value) + 1);

}  // namespace

std::string_view to_text(Kind kind) { return k_kind_names[static_cast<std::size_t>(kind)]; }

std::string_view to_text(Role role) { return k_role_names[static_cast<std::size_t>(role)]; }

}  // namespace codelake::syntax
