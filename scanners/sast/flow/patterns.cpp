// SPDX-License-Identifier: Apache-2.0
//
// The names that patterns give to parts of a subject: case {a: v}, o is { Name: var v }, in [a, b], Some(x) => ...
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/kinds.h"

#include <algorithm>
#include <array>
#include <string>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;
using syntax::symbol_of;

namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

}  // namespace

// The part at a position: of a record, what stands there in the head of its class.
Symbol Builder::position_label(const Operand& object, std::int64_t position) const {
  const auto type = object.object == 0 ? m_types.end() : m_types.find(object.object);
  const auto fields = type == m_types.end() ? m_declared_fields.end() : m_declared_fields.find(type->second.name);
  const auto index = static_cast<std::size_t>(position);
  const bool head = fields != m_declared_fields.end() && m_heads.count(type->second.name) != 0 && index < fields->second.size();
  return head ? fields->second[index] : label_of_position(position);
}

void Builder::bind_by_position(NodeId patterns, const Operand& subject) {
  std::int64_t position = 0;
  for (NodeId each = first_code(m_tree, patterns); each != 0; each = next_code(m_tree, each)) {
    if (node(each).role == Role::type || node(each).kind == Kind::type_name) continue;
    bind_pattern(each, part(subject, position_label(subject, position++), each));
  }
}

void Builder::bind_pattern(NodeId pattern, const Operand& subject) {
  const Kind kind = node(pattern).kind;
  const bool names = is_one_of(m_tree.language, {"python", "ruby", "scala", "rust", "swift"});
  if (kind == Kind::identifier && names) return assign_name(pattern, subject);
  if (kind == Kind::variable_declaration) return assign(child(pattern, Role::name), subject);
  if (kind == Kind::list || kind == Kind::tuple) return assign_parts(pattern, subject);
  if (kind != Kind::other) return;
  const std::string_view what = m_tree.symbol_text(pattern);
  if (what == "array_pattern" || what == "list_pattern") return bind_by_position(pattern, subject);
  if (what == "negated_pattern" || what == "hash_pattern" || what == "recursive_pattern" || what == "property_pattern_clause") {
    for (NodeId inner = first_code(m_tree, pattern); inner != 0; inner = next_code(m_tree, inner)) {
      if (node(inner).kind != Kind::identifier) bind_pattern(inner, subject);
    }
    return;
  }
  if (what == "subpattern") {
    const NodeId field = first_code(m_tree, pattern);
    const NodeId inner = field == 0 ? 0 : next_code(m_tree, field);
    if (inner != 0) bind_pattern(inner, part(subject, field_label(field), inner));
    return;
  }
  const bool alias = what == "as_pattern";
  NodeId key = 0;
  for (NodeId inner = first_code(m_tree, pattern); inner != 0; inner = next_code(m_tree, inner)) {
    if (node(inner).role == Role::key || node(inner).kind == Kind::string) {
      key = inner;
    } else if (node(inner).kind == Kind::identifier && (alias || node(inner).role == Role::value)) {
      assign_name(inner, key == 0 ? subject : part(subject, label_of(key, {}), inner));
    } else if (node(inner).kind == Kind::other) {
      bind_pattern(inner, alias ? subject : any_part(subject, inner));
    }
  }
  // Ruby: in {name:}
  if (what == "keyword_pattern" && key != 0 && next_code(m_tree, key) == 0) assign_name(first_code(m_tree, key), part(subject, label_of(key, {}), key));
}

}  // namespace codelake::sast::flow
