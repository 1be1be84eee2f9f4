// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/file_view.h"

#include "scanners/sast/exits.h"

#include <bit>
#include <numeric>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;

namespace {

// The name of a decorator without arguments stands for a call.
Kind dispatch_kind(const syntax::Tree& tree, NodeId id) {
  const Kind kind = tree[id].kind;
  const bool name = kind == Kind::identifier || kind == Kind::field_access;
  return name && tree[tree[id].parent].kind == Kind::decorator ? Kind::call : kind;
}

bool is_name(Kind kind) {
  return kind == Kind::identifier || kind == Kind::field_access || kind == Kind::type_name;
}

}  // namespace

FileView::FileView(const syntax::Tree& tree, SettingsOf settings)
    : m_tree(tree), m_imports(tree), m_settings(std::move(settings)), m_anchors(tree.nodes.size() - 1) {
  add_anchors();
  index_symbols();
}

void FileView::add_anchors() {
  for (NodeId id = 1; id < m_tree.nodes.size(); ++id) ++m_starts[static_cast<std::size_t>(dispatch_kind(m_tree, id)) + 1];
  for (std::size_t kind = 0; kind < k_kinds; ++kind) m_starts[kind + 1] += m_starts[kind];
  auto next = m_starts;
  for (NodeId id = 1; id < m_tree.nodes.size(); ++id) {
    const syntax::Node& node = m_tree[id];
    const Kind kind = dispatch_kind(m_tree, id);
    Anchor& anchor = m_anchors[next[static_cast<std::size_t>(kind)]++];
    anchor = {id, node.symbol, node.symbol};
    const NodeId name = node.kind == Kind::call ? m_tree.first_child(id) : kind == Kind::call || is_name(kind) ? id : 0;
    if (name == 0) continue;
    anchor.imported = m_imports.last_name(name);
    anchor.symbol = m_tree[name].kind == Kind::field_access ? anchor.imported : m_tree[name].symbol;
  }
}

// Few of the nodes of a kind have the symbol a pattern asks for, and thousands of patterns ask.
void FileView::index_symbols() {
  m_buckets.assign(std::bit_ceil(m_tree.nodes.size()) + 1, 0);
  const auto each = [this](const Anchor& anchor, const auto& visit) {
    const std::size_t written = bucket_of(anchor.symbol);
    const std::size_t imported = bucket_of(anchor.imported);
    if (anchor.symbol != 0) visit(written);
    if (anchor.imported != 0 && (imported != written || anchor.symbol == 0)) visit(imported);
  };
  for (const Anchor& anchor : m_anchors) each(anchor, [this](std::size_t bucket) { ++m_buckets[bucket]; });
  std::partial_sum(m_buckets.begin(), m_buckets.end(), m_buckets.begin());
  m_by_symbol.resize(m_buckets.back());
  for (std::size_t at = m_anchors.size(); at-- > 0;) {
    each(m_anchors[at], [&](std::size_t bucket) { m_by_symbol[--m_buckets[bucket]] = static_cast<std::uint32_t>(at); });
  }
}

const Names& FileView::names() const {
  if (!m_names) m_names.emplace(m_tree);
  return *m_names;
}

const Constants& FileView::constants() const {
  if (!m_constants) m_constants.emplace(m_tree, names(), m_settings);
  return *m_constants;
}

std::span<const NodeId> FileView::values_given() const {
  if (!m_values_given) m_values_given = sast::values_given(m_tree);
  return *m_values_given;
}

bool FileView::is_constant_text(NodeId expression) const {
  return m_tree[expression].kind == Kind::string || constants().value_of(expression).is_text();
}

// `a` in `a = b`, whatever it was worth before.
bool FileView::is_written(NodeId target) const {
  return m_tree[target].role == syntax::Role::left && m_tree[m_tree[target].parent].kind == Kind::assignment;
}

// A name and a literal, or two names.
bool FileView::worth_the_same(const Value& a, const Value& b) const {
  const auto is_name = [this](const Value& value) { return m_tree[value.node].kind == Kind::identifier; };
  if (a.node == 0 || b.node == 0 || (!is_name(a) && !is_name(b)) || is_written(a.node) || is_written(b.node)) return false;
  const Constant first = constants().value_of(a.node);
  return first.kind != Constant::Kind::unknown && first.kind != Constant::Kind::some_text &&
         first.same(constants().value_of(b.node));
}

bool FileView::same_variable(NodeId a, NodeId b, const Value& first, const Value& second) const {
  const auto one = names().variable_of(a);
  const auto other = names().variable_of(b);
  if (!one || !other || *one == *other) return true;
  // Each may declare its own.
  return m_tree.inside(names()[*one].scope, first.node) && m_tree.inside(names()[*other].scope, second.node);
}

bool FileView::same(const Value& a, const Value& b, bool constants) const {
  if (a.hash != b.hash) return constants && worth_the_same(a, b);
  if (a.node == b.node || a.node == 0 || b.node == 0) return true;
  const std::uint32_t size = m_tree[a.node].subtree_end - a.node;
  if (size != m_tree[b.node].subtree_end - b.node) return true;
  for (std::uint32_t at = 0; at < size; ++at) {
    const bool names = m_tree[a.node + at].kind == Kind::identifier && m_tree[b.node + at].kind == Kind::identifier;
    if (names && !same_variable(a.node + at, b.node + at, a, b)) return false;
  }
  return true;
}

std::span<const Anchor> FileView::of_kind(Kind kind) const {
  const auto index = static_cast<std::size_t>(kind);
  return std::span(m_anchors).subspan(m_starts[index], m_starts[index + 1] - m_starts[index]);
}

}  // namespace codelake::sast
