// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/kinds.h"

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Tree;

bool is_expression(Kind kind) {
  switch (kind) {
    case Kind::identifier:
    case Kind::string:
    case Kind::string_template:
    case Kind::number:
    case Kind::boolean:
    case Kind::null:
    case Kind::regex:
    case Kind::char_literal:
    case Kind::call:
    case Kind::field_access:
    case Kind::index:
    case Kind::slice:
    case Kind::unary:
    case Kind::binary:
    case Kind::assignment:
    case Kind::conditional:
    case Kind::lambda:
    case Kind::list:
    case Kind::tuple:
    case Kind::set:
    case Kind::dictionary:
    case Kind::comprehension:
    case Kind::await:
    case Kind::yield:
    case Kind::cast:
    case Kind::instance_of:
    case Kind::jsx_element:
    case Kind::spread:
    case Kind::ellipsis:
    case Kind::deep:
    case Kind::metavariable:
    case Kind::typed_metavariable:
      return true;
    default:
      return false;
  }
}

bool is_value(const Tree& tree, NodeId id) {
  if (!is_expression(tree[id].kind)) return false;
  switch (tree[id].role) {
    case Role::name:
    case Role::label:
    case Role::alias:
    case Role::module:
    case Role::type:
    case Role::return_type:
      return false;
    default:
      return tree[tree[id].parent].kind != Kind::import_name;
  }
}

bool may_hold_constant(Kind kind) {
  switch (kind) {
    case Kind::identifier:
    case Kind::field_access:
    case Kind::binary:
    case Kind::unary:
    case Kind::string_template:
    case Kind::conditional:
    case Kind::call:
      return true;
    default:
      return false;
  }
}

bool is_statement_list(Kind kind) {
  return kind == Kind::module || kind == Kind::block || kind == Kind::class_body || kind == Kind::switch_body;
}

bool has_any_symbol(const Tree& pattern, NodeId id) {
  const Kind kind = pattern[id].kind;
  if (kind == Kind::class_declaration) return pattern.language == "swift" && pattern.symbol_text(id) == "class";
  const bool c = pattern.language == "c" || pattern.language == "cpp";
  if (kind == Kind::import_statement) return c && pattern[pattern.first_child(id)].kind == Kind::metavariable;
  const bool call = kind == Kind::call && pattern[id].symbol == 0 && pattern.language == "rust";
  return call && pattern[pattern.first_child(id)].kind == Kind::metavariable;
}

bool has_parts(Kind kind) {
  switch (kind) {
    case Kind::function:
    case Kind::parameter:
    case Kind::class_declaration:
    case Kind::variable_declaration:
    case Kind::lambda:
    case Kind::assignment:
    case Kind::if_statement:
    case Kind::while_statement:
    case Kind::do_statement:
    case Kind::for_statement:
    case Kind::for_each_statement:
    case Kind::switch_statement:
    case Kind::try_statement:
    case Kind::catch_clause:
    case Kind::with_statement:
    case Kind::type_declaration:
    case Kind::import_statement:
    case Kind::import_name:
    case Kind::jsx_element:
    case Kind::call:
      return true;
    default:
      return false;
  }
}

bool is_bare_call(const Tree& tree, NodeId id) {
  const NodeId callee = tree[id].kind == Kind::call ? tree.first_child(id) : 0;
  const NodeId arguments = callee == 0 ? 0 : tree.next_sibling(callee);
  if (arguments == 0 || tree[callee].kind != Kind::identifier || tree.next_sibling(arguments) != 0) return false;
  return tree[arguments].kind == Kind::arguments && first_code(tree, arguments) == 0;
}

bool is_trailing_block(const Tree& tree, NodeId id) {
  if (tree[id].kind != Kind::lambda || tree.language != "ruby" || tree.next_sibling(id) != 0) return false;
  return tree.text(id).starts_with("do") || tree.text(id).starts_with('{');
}

bool is_after_bracket(const Tree& tree, NodeId id) {
  const std::size_t last = tree.source.substr(0, tree[id].begin).find_last_not_of(" \t\r\n(");
  return last != std::string_view::npos && tree.source[last] == '{';
}

bool is_made_of_expression(Kind statement) {
  return is_expression(statement) || statement == Kind::variable_declaration || statement == Kind::return_statement;
}

NodeId statement_of(const Tree& tree, NodeId id) {
  while (id != 0 && (tree[id].flags & syntax::k_statement) == 0) id = tree[id].parent;
  return id;
}

NodeId leading_statement(const Tree& tree, NodeId statement, NodeId id) {
  const Kind kind = tree[statement].kind;
  if (kind != Kind::if_statement && kind != Kind::switch_statement && kind != Kind::try_statement) return 0;
  while (id != 0 && tree[id].parent != statement) id = tree[id].parent;
  return id != 0 && tree[id].role == Role::initializer ? id : 0;
}

}  // namespace codelake::sast
