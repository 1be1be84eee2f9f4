// SPDX-License-Identifier: Apache-2.0
// One recursive pass over the raw tree appends the generic tree in pre-order; each raw node is treated as its table row
// says. Only declarations change the order of children, because languages differ there and patterns must not:
//
//     Java   final int f(int a) { … }     function
//     Go     func f(a int) int { … }        modifier/modifiers 'final'         (Java only)
//                                           identifier/name 'f'
//                                           parameters/parameters …
//                                           type_name/return_type 'int'
//                                           block/body
#include "scanners/syntax/lowering.h"

#include <algorithm>
#include <array>

namespace codelake::syntax {

namespace {

std::size_t rank_of(Kind kind, Role role) {
  static constexpr std::array order = {Role::decorators, Role::modifiers, Role::object, Role::name,
                                       Role::type_parameters, Role::parameters, Role::return_type, Role::bases,
                                       Role::none, Role::body};
  static constexpr std::array typed_order = {Role::decorators, Role::modifiers, Role::type, Role::name,
                                             Role::none, Role::value, Role::default_value, Role::left, Role::right,
                                             Role::body};
  static constexpr std::array conditional_order = {Role::condition, Role::consequence, Role::alternative};
  const auto rank = [role](const auto& list) {
    return static_cast<std::size_t>(std::find(list.begin(), list.end(), role) - list.begin());
  };
  if (kind == Kind::conditional) return rank(conditional_order);
  if (kind == Kind::function || kind == Kind::lambda || kind == Kind::class_declaration) return rank(order);
  return rank(typed_order);
}

bool is_body(Role role) { return role == Role::body || role == Role::consequence || role == Role::alternative; }

bool has_statement_bodies(Kind kind) {
  return kind == Kind::if_statement || kind == Kind::while_statement || kind == Kind::do_statement ||
         kind == Kind::for_statement || kind == Kind::for_each_statement || kind == Kind::with_statement;
}

}  // namespace

Lowering::Lowering(const Grammar& grammar, const RawTree& raw, std::string_view source)
    : TreeBuilder(grammar.name(), source, &grammar.words()), m_grammar(grammar), m_raw(raw) {}

Tree Lowering::run(std::size_t depth_max) {
  m_depth_max = depth_max;
  m_tree.nodes.reserve(m_raw.nodes.size() + m_raw.nodes.size() / 8 + 1);
  open(Kind::module, Role::none, {0, static_cast<std::uint32_t>(m_tree.source.size())});
  if (entry(0).kind == Kind::error) {
    lower_error(0, Role::none);
  } else {
    lower_children(0);
  }
  close();
  if (m_raw.has_error && m_tree.error_count == 0) m_tree.error_count = 1;
  return take();
}

void Lowering::lower(RawId id, Role role) {
  const Entry& row = entry(id);
  if (raw(id).missing) {
    ++m_tree.error_count;
    node(m_parent).flags |= k_missing;
  }
  if (row.treat == Treat::drop) {
    if (row.maybe_operator && !raw(id).missing) node(m_parent).symbol = row.symbol;
    return;
  }
  if (row.treat == Treat::leaf && !is_body(role)) {
    leaf(row.kind, role, span(id), row.symbol != 0 ? row.symbol : symbol_of(text(id)));
    return;
  }
  if (row.treat == Treat::symbol || row.treat == Treat::flag || row.treat == Treat::modifier) {
    lower_token(id, row);
    return;
  }
  if (m_depth >= m_depth_max) {
    too_deep(id, role);
    return;
  }
  ++m_depth;
  if (needs_block(id, row, role)) {
    lower_body(id, role);
  } else {
    lower_node(id, row, role);
  }
  --m_depth;
}

void Lowering::lower_node(RawId id, const Entry& row, Role role) {
  if (row.treat == Treat::hook) {
    row.hook(*this, id, role);
  } else if (row.treat == Treat::leaf) {
    leaf(row.kind, role, span(id), row.symbol != 0 ? row.symbol : symbol_of(text(id)));
  } else if (row.treat == Treat::splice) {
    lower_children(id, role);
  } else if (row.kind == Kind::error) {
    lower_error(id, role);
  } else {
    open(id, role);
    lower_children(id);
    close();
  }
}

void Lowering::lower_children(RawId id, Role inherited) {
  const Entry& row = entry(id);
  std::size_t position = 0;
  for (RawId at = first_child(id), end = children_end(id); at < end; at = next(at)) {
    Role role = raw(at).field != 0 ? m_grammar.field_role(row, raw(at).field) : Role::none;
    if (raw(at).field == 0 && entry(at).named) role = m_grammar.role_by_position(row, position++);
    lower(at, role == Role::none ? inherited : role);
  }
}

void Lowering::lower_body(RawId id, Role role) {
  open(Kind::block, role, span(id));
  lower_node(id, entry(id), Role::none);
  close();
}

bool Lowering::needs_block(RawId id, const Entry& row, Role role) const {
  if (!is_body(role) || !has_statement_bodies(m_tree.nodes[m_parent].kind)) return false;
  if (row.treat == Treat::splice || row.kind == Kind::block) return false;
  return !(role == Role::alternative && entry(id).kind == Kind::if_statement);
}

void Lowering::lower_error(RawId id, Role role) {
  ++m_tree.error_count;
  count_error(id);
  ++m_errors_open;
  open(Kind::error, role, span(id));
  lower_children(id);
  close();
  --m_errors_open;
}

// A part that several declarations share is lowered into each of them, and counted once.
void Lowering::count_error(RawId id) {
  const std::uint32_t begin = std::max(raw(id).begin, m_errors_until);
  if (m_errors_open > 0 || begin >= raw(id).end) return;
  m_tree.error_bytes += raw(id).end - begin;
  m_errors_until = raw(id).end;
}

void Lowering::lower_token(RawId id, const Entry& row) {
  if (row.treat == Treat::modifier) {
    leaf(Kind::modifier, Role::modifiers, span(id), row.symbol);
    return;
  }
  if (row.treat == Treat::symbol) node(m_parent).symbol = row.symbol;
  node(m_parent).flags |= row.flags;
}

void Lowering::too_deep(RawId id, Role role) {
  ++m_tree.error_count;
  count_error(id);
  m_tree.depth_limit_hit = true;
  leaf(Kind::error, role, span(id), 0);
}

NodeId Lowering::open(RawId id, Role role) {
  const Entry& row = entry(id);
  const NodeId opened = open(row.kind, role, span(id));
  node(opened).symbol = row.symbol;
  node(opened).flags |= row.flags;
  return opened;
}

Role Lowering::role_of(RawId parent_id, RawId child_id) const {
  const std::uint8_t field = raw(child_id).field;
  return field != 0 ? m_grammar.field_role(entry(parent_id), field) : Role::none;
}

RawId Lowering::child(RawId id, Role role) const {
  for (RawId at = first_child(id); at < children_end(id); at = next(at)) {
    if (role_of(id, at) == role) return at;
  }
  return 0;
}

std::vector<Item> Lowering::items(RawId id) const {
  std::vector<Item> all;
  const Entry& row = entry(id);
  std::size_t position = 0;
  for (RawId at = first_child(id); at < children_end(id); at = next(at)) {
    const Entry& part = entry(at);
    if (part.treat == Treat::splice && part.kind == Kind::modifier) {
      const std::vector<Item> inner = items(at);
      all.insert(all.end(), inner.begin(), inner.end());
      continue;
    }
    Role role = raw(at).field != 0 ? m_grammar.field_role(row, raw(at).field) : Role::none;
    if (part.kind == Kind::decorator) {
      role = Role::decorators;
    } else if (part.kind == Kind::modifier) {
      role = Role::modifiers;
    } else if (role == Role::none && raw(at).field == 0 && part.named) {
      role = m_grammar.role_by_position(row, position++);
    }
    all.push_back({at, role});
  }
  return all;
}

void Lowering::lower_declaration(RawId id, Role role, Kind kind) {
  std::vector<Item> parts = items(id);
  Span whole = span(id);
  if (m_prefix.span.end != 0) {
    const Prefix before = take_prefix();
    parts.insert(parts.begin(), before.items.begin(), before.items.end());
    whole = before.span;
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [kind](const Item& a, const Item& b) { return rank_of(kind, a.role) < rank_of(kind, b.role); });
  const NodeId declaration = open(kind, role, whole);
  node(declaration).symbol = entry(id).kind == kind ? entry(id).symbol : 0;
  node(declaration).flags |= entry(id).flags;
  lower_items(parts);
  close();
}

void Lowering::lower_items(std::span<const Item> parts) {
  while (!parts.empty()) {
    const auto other = std::find_if(parts.begin(), parts.end(), [](Item part) { return part.role != Role::decorators; });
    const auto decorators = static_cast<std::size_t>(other - parts.begin());
    if (decorators > 0) {
      lower_decorators(parts.first(decorators));
      parts = parts.subspan(decorators);
    } else {
      lower_item(parts.front());
      parts = parts.subspan(1);
    }
  }
}

void Lowering::lower_item(Item item) {
  const Kind kind = node(m_parent).kind;
  if (item.role == Role::name && kind == Kind::parameter) {
    lower_parameter_name(item.raw);
  } else if (item.role == Role::parameters && entry(item.raw).kind == Kind::identifier) {
    open(Kind::parameters, Role::parameters, span(item.raw));
    open(Kind::parameter, Role::none, span(item.raw));
    lower(item.raw, Role::name);
    close();
    close();
  } else {
    lower(item.raw, item.role);
  }
}

void Lowering::lower_parameter_name(RawId id) {
  if (entry(id).kind == Kind::variable_declaration) {
    lower_children(id);
    return;
  }
  if (entry(id).kind != Kind::spread) {
    lower(id, Role::name);
    return;
  }
  node(m_parent).symbol = entry(id).symbol;
  for (RawId at = first_child(id); at < children_end(id); at = next(at)) lower(at, Role::name);
}

void Lowering::lower_decorators(std::span<const Item> parts) {
  open(Kind::decorators, Role::decorators, {raw(parts.front().raw).begin, raw(parts.back().raw).end});
  for (const Item& part : parts) lower(part.raw, Role::none);
  close();
}

}  // namespace codelake::syntax
