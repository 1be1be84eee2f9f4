// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/constants.h"
#include "scanners/sast/imports.h"
#include "scanners/sast/match.h"
#include "scanners/sast/names.h"
#include "scanners/sast/settings/settings_files.h"
#include "scanners/syntax/tree.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace codelake::sast {

// A code node and the symbols dispatch compares: the last name of a name, and for a call that of its callee, as written
// and as imported; else the node's own, twice.
struct Anchor {
  syntax::NodeId node = 0;
  syntax::Symbol symbol = 0;
  syntax::Symbol imported = 0;

  bool has(syntax::Symbol wanted) const { return symbol == wanted || imported == wanted; }
};

// A file's tree with what matching needs beside it. Used by one thread.
class FileView {
 public:
  // `tree` must outlive the view. Without `settings` no other file's values are known.
  explicit FileView(const syntax::Tree& tree, SettingsOf settings = {});

  const syntax::Tree& tree() const { return m_tree; }
  std::string_view source() const { return m_tree.source; }
  const Imports& imports() const { return m_imports; }
  const SettingsOf& settings() const { return m_settings; }
  // Made at the first call.
  const Names& names() const;
  const Constants& constants() const;
  // The expressions that functions give without a `return`, ascending.
  std::span<const syntax::NodeId> values_given() const;
  // Whether an expression is a text whatever happens: a literal, their concatenation, a name that holds one.
  bool is_constant_text(syntax::NodeId expression) const;

  // Whether two bindings are the same code: equal texts whose names are the same variables of the same scopes; or, with
  // `constants`, whether they are worth the same.
  bool same(const Value& a, const Value& b, bool constants) const;

  // All nodes of a kind, ascending.
  std::span<const Anchor> of_kind(syntax::Kind kind) const;
  // Calls visit(node) for the nodes of a kind that have a symbol, ascending.
  template <class Visit>
  void for_each(syntax::Kind kind, syntax::Symbol symbol, const Visit& visit) const;

 private:
  bool same_variable(syntax::NodeId a, syntax::NodeId b, const Value& first, const Value& second) const;
  bool is_written(syntax::NodeId target) const;
  bool worth_the_same(const Value& a, const Value& b) const;
  void add_anchors();
  void index_symbols();
  std::size_t bucket_of(syntax::Symbol symbol) const { return (symbol ^ (symbol >> 32U)) & (m_buckets.size() - 2); }

  static constexpr std::size_t k_kinds = 256;

  const syntax::Tree& m_tree;
  Imports m_imports;
  SettingsOf m_settings;
  mutable std::optional<Names> m_names;
  mutable std::optional<Constants> m_constants;
  mutable std::optional<std::vector<syntax::NodeId>> m_values_given;
  std::array<std::uint32_t, k_kinds + 1> m_starts{};
  std::vector<Anchor> m_anchors;
  std::vector<std::uint32_t> m_buckets;    // where those of a hash start in m_by_symbol; 2^n of them and the end
  std::vector<std::uint32_t> m_by_symbol;  // indices into m_anchors, ascending in each bucket
};

template <class Visit>
void FileView::for_each(syntax::Kind kind, syntax::Symbol symbol, const Visit& visit) const {
  const auto index = static_cast<std::size_t>(kind);
  const std::size_t bucket = bucket_of(symbol);
  for (std::uint32_t at = m_buckets[bucket]; at < m_buckets[bucket + 1]; ++at) {
    const std::uint32_t anchor = m_by_symbol[at];
    if (anchor >= m_starts[index] && anchor < m_starts[index + 1] && m_anchors[anchor].has(symbol)) visit(m_anchors[anchor].node);
  }
}

}  // namespace codelake::sast
