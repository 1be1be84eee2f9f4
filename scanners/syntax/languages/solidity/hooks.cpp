// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/solidity/hooks.h"

#include "scanners/syntax/shapes.h"

namespace codelake::syntax::solidity {

namespace {

std::vector<RawId> children_of_kind(const Lowering& of, RawId raw, Kind kind) {
  std::vector<RawId> all;
  for (const RawId at : named_children(of, raw)) {
    if (of.entry(at).kind == kind && of.role_of(raw, at) == Role::none) all.push_back(at);
  }
  return all;
}

Span span_of(const Lowering& of, const std::vector<RawId>& parts, std::uint32_t otherwise) {
  if (parts.empty()) return {otherwise, otherwise};
  return {of.raw(parts.front()).begin, of.raw(parts.back()).end};
}

// The created type in `new C`, behind the nodes that only hold it; 0 when nothing is created.
RawId created_type(const Lowering& of, RawId callee) {
  RawId at = callee;
  while (of.entry(at).treat == Treat::splice) {
    const std::vector<RawId> inner = named_children(of, at);
    if (inner.size() != 1) return 0;
    at = inner.front();
  }
  return of.type_name(at) == "new_expression" ? of.child(at, Role::name) : 0;
}

}  // namespace

void function(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parameters = children_of_kind(to, raw, Kind::parameter);
  const RawId name = to.child(raw, Role::name);
  std::vector<Item> before;
  for (const Item& item : to.items(raw)) {
    if (item.role == Role::decorators) before.push_back(item);
  }
  for (const Item& item : to.items(raw)) {
    if (item.role == Role::modifiers) before.push_back(item);
  }
  to.open(raw, role);
  to.lower_items(before);
  if (name != 0) to.lower(name, Role::name);
  to.open(Kind::parameters, Role::parameters,
          span_of(to, parameters, name != 0 ? to.raw(name).end : to.raw(raw).begin));
  for (const RawId parameter : parameters) to.lower(parameter, Role::none);
  to.close();
  for (const Role part : {Role::return_type, Role::body}) {
    if (const RawId at = to.child(raw, part); at != 0) to.lower(at, part);
  }
  to.close();
}

void contract(Lowering& to, RawId raw, Role role) {
  std::vector<RawId> bases;
  for (const RawId at : named_children(to, raw)) {
    if (to.type_name(at) == "inheritance_specifier") bases.push_back(at);
  }
  const RawId name = to.child(raw, Role::name);
  const RawId body = to.child(raw, Role::body);
  to.open(raw, role);
  for (const Item& item : to.items(raw)) {
    if (item.role == Role::modifiers) to.lower(item.raw, item.role);
  }
  if (name != 0) to.lower(name, Role::name);
  if (!bases.empty()) {
    const NodeId opened = to.open(Kind::arguments, Role::bases, span_of(to, bases, 0));
    to.node(opened).symbol = symbol_of("extends");
    for (const RawId base : bases) to.lower(base, Role::none);
    to.close();
  }
  if (body != 0) to.lower(body, Role::body);
  to.close();
}

void call(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  const NodeId opened = to.open(raw, role);
  RawId callee = to.child(raw, Role::callee);
  if (callee == 0) callee = to.child(raw, Role::name);
  if (callee == 0 && !parts.empty()) callee = parts.front();
  std::uint32_t begin = to.raw(raw).end;
  if (callee != 0) {
    begin = to.raw(callee).end;
    const RawId type = created_type(to, callee);
    if (type != 0) to.node(opened).flags |= k_creation;
    to.lower(type != 0 ? type : callee, Role::callee);
  }
  to.open(Kind::arguments, Role::arguments, {begin, to.raw(raw).end});
  for (const RawId at : parts) {
    if (at != callee) to.lower(at, Role::none);
  }
  to.close();
  to.close();
}

void modifier_invocation(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  to.open(raw, role);
  if (to.text(raw).ends_with(')') && !parts.empty()) {
    to.open(Kind::call, Role::none, to.span(raw));
    to.lower(parts.front(), Role::callee);
    to.open(Kind::arguments, Role::arguments, {to.raw(parts.front()).end, to.raw(raw).end});
    for (std::size_t at = 1; at < parts.size(); ++at) to.lower(parts[at], Role::none);
    to.close();
    to.close();
  } else {
    to.lower_children(raw);
  }
  to.close();
}

void if_statement(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  Role branch = Role::consequence;
  for (const RawId at : named_children(to, raw)) {
    const Role part = to.role_of(raw, at);
    to.lower(at, part == Role::body ? branch : part);
    if (part == Role::body) branch = Role::alternative;
  }
  to.close();
}

void variable_statement(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (const RawId at : named_children(to, raw)) {
    if (to.entry(at).kind == Kind::variable_declaration) {
      std::vector<Item> parts = to.items(at);
      std::stable_sort(parts.begin(), parts.end(), [](const Item& a, const Item& b) {
        return a.role == Role::modifiers && b.role != Role::modifiers;
      });
      to.lower_items(parts);
    } else {
      to.lower(at, to.entry(at).kind == Kind::tuple ? Role::name : Role::value);
    }
  }
  to.close();
}

void import_directive(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (const RawId at : named_children(to, raw)) {
    if (to.field_of(at) == "source") to.lower(at, Role::module);
  }
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.field_of(at) != "import_name") continue;
    const RawId after = to.next(at);
    const bool renamed = after < to.children_end(raw) && to.field_of(after) == "alias";
    to.open(Kind::import_name, Role::none, {to.raw(at).begin, to.raw(renamed ? after : at).end});
    to.lower(at, Role::name);
    if (renamed) to.lower(after, Role::alias);
    to.close();
  }
  to.close();
}

void type_name(Lowering& to, RawId raw, Role role) {
  const std::string_view text = to.text(raw);
  const bool wraps = named_children(to, raw).size() == 1 && !text.ends_with(']') && !text.starts_with("mapping");
  if (wraps) {
    to.lower_children(raw, role);
    return;
  }
  const bool array = text.ends_with(']');
  const NodeId opened = to.open(raw, role);
  to.node(opened).symbol = array ? symbol_of("[]") : 0;
  const std::vector<RawId> parts = named_children(to, raw);
  for (const RawId at : parts) to.lower(at, array && at != parts.front() ? Role::index : to.role_of(raw, at));
  to.close();
}

}  // namespace codelake::syntax::solidity
