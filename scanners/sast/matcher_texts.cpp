// SPDX-License-Identifier: Apache-2.0
// Strings, templates and regular expressions of a pattern; see matcher.cpp for the idea.
#include "scanners/sast/constant_arithmetic.h"
#include "scanners/sast/kinds.h"
#include "scanners/sast/matcher.h"

#include <algorithm>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

// Text of a template, between what it interpolates: a string without quotes of its own.
bool is_piece(const syntax::Tree& tree, NodeId id) {
  return tree[id].kind == Kind::string && tree[tree[id].parent].kind == Kind::string_template &&
         tree.text(id).size() == tree.content(id).size();
}

// What reads a string, in a language where that may be any function: sql"…" of Scala.
std::string_view reader_of(const syntax::Tree& tree, NodeId id) {
  if (tree.language != "scala" || is_piece(tree, id)) return {};
  const std::string_view text = tree.text(id);
  return text.substr(0, std::min(text.find('"'), text.size()));
}

}  // namespace

bool Matcher::interpolates(NodeId code) const {
  for (NodeId at = m_code.first_child(code); at != 0; at = m_code.next_sibling(at)) {
    // Strings that stand side by side are put together, not put into one another.
    if (m_code[at].kind != Kind::string && m_code[at].kind != Kind::string_template) return true;
  }
  return false;
}

bool Matcher::string(NodeId pattern, NodeId code, const Task* next) {
  const PatternNode& wanted = m_reading.nodes[pattern];
  const syntax::Node& found = m_code[code];
  const std::string_view reader = reader_of(m_pattern, pattern);
  if (!reader.empty() && reader != "s" && reader != reader_of(m_code, code)) return false;
  if (wanted.string_mode == StringMode::exact && found.kind == Kind::string) {
    return found.symbol == m_pattern[pattern].symbol && proceed(next);
  }
  if (wanted.string_mode == StringMode::any_template) {
    const bool same_quote = m_code.text(code).starts_with(m_pattern.text(pattern).front());
    const bool is_template = found.kind == Kind::string_template && (same_quote || interpolates(code));
    return (is_template || (found.kind == Kind::string && same_quote)) && proceed(next);
  }
  if (wanted.string_mode == StringMode::any) {
    // A key that is a name is a constant, too.
    if (found.kind == Kind::identifier && found.role == Role::key) return proceed(next);
    // What is interpolated is no text between the holes.
    if (is_piece(m_code, code) && !is_piece(m_pattern, pattern)) return false;
  }
  if (wanted.string_mode == StringMode::any && found.kind == Kind::string) return proceed(next);
  const bool constants = m_options.constant_propagation || found.kind == Kind::string_template;
  if (found.kind != Kind::string && (!constants || !may_hold_constant(found.kind))) return false;
  if (wanted.string_mode == StringMode::binding) {
    const NodeId text = found.kind == Kind::string ? code : m_file.constants().literal_of(code);
    if (text == 0) return bind_folded(wanted.slot, code, next);
    return m_code[text].kind == Kind::string && bind_content(wanted.slot, text, next);
  }
  if (wanted.string_mode == StringMode::any) return m_file.is_constant_text(code) && proceed(next);
  const Constant value = m_file.constants().value_of(code);
  if (value.kind != Constant::Kind::text) return false;
  const bool fits = wanted.string_mode == StringMode::regex
                        ? m_reading.regexes[wanted.regex].matches(value.text)
                        : syntax::symbol_of(value.text) == m_pattern[pattern].symbol;
  return fits && proceed(next);
}

bool Matcher::bind_content(std::uint8_t slot, NodeId code, const Task* next) {
  std::string_view content = m_code.content(code);
  if (m_code[code].kind == Kind::regex) content = content.substr(1, content.rfind('/') - 1);
  // A string of Kotlin is what it is put together from, and an empty one holds nothing.
  if (content.empty() && m_code.language == "kotlin") return false;
  const auto begin = static_cast<std::uint32_t>(content.data() - m_code.source.data());
  const std::uint64_t hash = content.empty() ? 1 : syntax::symbol_of(content);
  return bind(slot, {hash, begin, begin + static_cast<std::uint32_t>(content.size()), 0}, next);
}

// Texts put together, `"a" + "b"`, are bound from where the first begins to where the last ends.
bool Matcher::bind_folded(std::uint8_t slot, NodeId code, const Task* next) {
  const Constant value = m_file.constants().value_of(code);
  if (value.kind != Constant::Kind::text) return false;
  const NodeId given = m_code[code].kind == Kind::identifier ? m_file.constants().expression_of(code) : code;
  if (given == 0 || m_code[given].kind != Kind::binary) return false;
  std::string_view first;
  std::string_view last;
  for (NodeId at = given; at < m_code[given].subtree_end; ++at) {
    if (m_code[at].kind != Kind::string) continue;
    last = m_code.content(at);
    if (first.data() == nullptr) first = last;
  }
  if (first.data() == nullptr) return false;
  const auto begin = static_cast<std::uint32_t>(first.data() - m_code.source.data());
  const auto end = static_cast<std::uint32_t>(last.data() + last.size() - m_code.source.data());
  return bind(slot, {value.text.empty() ? 1 : syntax::symbol_of(value.text), begin, end, 0}, next);
}

bool Matcher::regex(NodeId pattern, NodeId code, const Task* next) {
  const PatternNode& wanted = m_reading.nodes[pattern];
  if (m_code[code].kind == Kind::identifier && m_options.constant_propagation) {
    code = m_file.constants().literal_of(code);
    if (code == 0) return false;
  }
  if (m_code[code].kind != Kind::regex) return false;
  if (wanted.string_mode == StringMode::any) return proceed(next);
  const std::string_view text = m_code.text(code);
  // Without flags in the pattern there may be any.
  const bool any_flags = m_pattern.text(pattern).ends_with('/') && text.substr(0, text.rfind('/') + 1) == m_pattern.text(pattern);
  if (wanted.string_mode != StringMode::binding) return any_flags ? proceed(next) : same_kind(pattern, code, next);
  const bool holds_code = m_code.first_child(code) != 0;
  return !holds_code && text.starts_with('/') && text.rfind('/') > 0 && bind_content(wanted.slot, code, next);
}

}  // namespace codelake::sast
