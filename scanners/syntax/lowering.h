// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/grammar.h"
#include "scanners/syntax/raw_tree.h"
#include "scanners/syntax/tree_builder.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::syntax {

// A raw node on its way into the tree, and the part it will play there.
struct Item {
  RawId raw = 0;
  Role role = Role::none;
};

// Modifiers and decorators written outside of the declaration they belong to, and the bytes of all of it.
struct Prefix {
  std::vector<Item> items;
  Span span;
};

// Builds one generic tree in pre-order from one raw tree. The public part is what hooks are written with.
class Lowering : public TreeBuilder {
 public:
  Lowering(const Grammar& grammar, const RawTree& raw, std::string_view source);
  // Nesting beyond `depth_max` becomes error nodes.
  Tree run(std::size_t depth_max);

  // Lowers a node as the language's table says.
  void lower(RawId raw, Role role);
  // Lowers the children of `raw` in their order, with their own roles or else `inherited`.
  void lower_children(RawId raw, Role inherited = Role::none);
  // Lowers a statement that stands for a block, into a block.
  void lower_body(RawId raw, Role role);
  // Lowers the children of `raw` in the order its kind prescribes, with modifiers and decorators of enclosing nodes.
  void lower_declaration(RawId raw, Role role, Kind kind);
  // The items as children of the open declaration, decorators gathered into one node.
  void lower_items(std::span<const Item> items);
  // The name of the open parameter: *name and ...name give the parameter the symbol.
  void lower_parameter_name(RawId raw);

  using TreeBuilder::open;
  // A node with the kind, flags, symbol and span of a raw node's row.
  NodeId open(RawId raw, Role role);

  // The next declaration lowered takes these items as its own, and begins and ends where the span does.
  void set_prefix(Prefix prefix) { m_prefix = std::move(prefix); }
  // The prefix waiting, which then no longer waits.
  Prefix take_prefix() { return std::exchange(m_prefix, {}); }

  // The raw tree.
  const RawNode& raw(RawId id) const { return m_raw.nodes[id]; }
  const Entry& entry(RawId id) const { return m_grammar.entry(raw(id).type); }
  std::string_view type_name(RawId id) const { return m_grammar.type_name(raw(id).type); }
  std::string_view field_of(RawId id) const { return m_grammar.field_name(raw(id).field); }
  Span span(RawId id) const { return {raw(id).begin, raw(id).end}; }
  using TreeBuilder::text;
  std::string_view text(RawId id) const { return text(span(id)); }
  RawId first_child(RawId id) const { return id + 1; }
  RawId children_end(RawId id) const { return raw(id).subtree_end; }
  RawId next(RawId id) const { return raw(id).subtree_end; }
  bool has_children(RawId id) const { return raw(id).subtree_end > id + 1; }
  // The child's role by its field; Role::none for one in no field.
  Role role_of(RawId parent_id, RawId child) const;
  // The first child with that role; 0 when there is none.
  RawId child(RawId id, Role role) const;
  // The children with their roles, positions counted, spliced declaration parts (modifiers) opened up.
  std::vector<Item> items(RawId id) const;

 private:
  void lower_node(RawId raw, const Entry& entry, Role role);
  void lower_error(RawId raw, Role role);
  void count_error(RawId raw);
  void lower_token(RawId raw, const Entry& entry);
  bool needs_block(RawId raw, const Entry& entry, Role role) const;
  void too_deep(RawId raw, Role role);
  void lower_item(Item item);
  void lower_decorators(std::span<const Item> items);

  const Grammar& m_grammar;
  const RawTree& m_raw;
  std::size_t m_depth = 0;
  std::size_t m_depth_max = 0;
  std::size_t m_errors_open = 0;
  std::uint32_t m_errors_until = 0;  // the end of the errors counted so far
  Prefix m_prefix;
};

}  // namespace codelake::syntax
