// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/python/hooks.h"

#include "scanners/syntax/shapes.h"

#include <algorithm>
#include <string>

namespace codelake::syntax::python {

void generator(Lowering& to, RawId raw, Role role) {
  const bool bare = role == Role::arguments;
  if (bare) to.open(Kind::arguments, role, to.span(raw));
  to.open(raw, bare ? Role::none : role);
  to.lower_children(raw);
  to.close();
  if (bare) to.close();
}

void comparison(Lowering& to, RawId raw, Role role) {
  const NodeId opened = to.open(Kind::binary, role, to.span(raw));
  to.lower_children(raw);
  std::string operators;
  std::size_t count = 0;
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.entry(at).named) continue;
    operators += (count++ == 0 ? "" : " ");
    operators += to.type_name(at);
  }
  if (count > 1) to.node(opened).symbol = symbol_of(operators);
  to.close();
}

void slice(Lowering& to, RawId raw, Role role) {
  const NodeId opened = to.open(Kind::slice, role, to.span(raw));
  std::string shape;
  std::uint32_t done = to.raw(raw).begin;
  const auto add_colons = [&](std::uint32_t until) {
    const std::string_view gap = to.text(Span{done, until});
    shape.append(static_cast<std::size_t>(std::count(gap.begin(), gap.end(), ':')), ':');
  };
  for (const RawId part : named_children(to, raw)) {
    add_colons(to.raw(part).begin);
    shape += 'x';
    done = to.raw(part).end;
    to.lower(part, Role::index);
  }
  add_colons(to.raw(raw).end);
  to.node(opened).symbol = symbol_of(shape);
  to.close();
}

void suite(Lowering& to, RawId raw, Role role) {
  const Kind outer = to.node(to.parent()).kind;
  const Kind kind = outer == Kind::class_declaration  ? Kind::class_body
                    : outer == Kind::switch_statement ? Kind::switch_body
                                                      : Kind::block;
  to.open(kind, role, to.span(raw));
  to.lower_children(raw);
  to.close();
}

void assignment(Lowering& to, RawId raw, Role role) {
  const RawId type = to.child(raw, Role::type);
  if (type == 0 || to.child(raw, Role::right) != 0) {
    to.open(raw, role);
    to.lower_children(raw);
    to.close();
    return;
  }
  to.open(Kind::variable_declaration, role, to.span(raw));
  to.lower(type, Role::type);
  const RawId left = to.child(raw, Role::left);
  if (left != 0) to.lower(left, Role::name);
  to.close();
}

void import_names(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    const Kind kind = to.entry(at).kind;
    if (kind == Kind::import_name || kind == Kind::error || to.role_of(raw, at) == Role::module) {
      to.lower(at, to.role_of(raw, at) == Role::module ? Role::module : Role::none);
      continue;
    }
    to.open(Kind::import_name, Role::none, to.span(at));
    to.lower(at, Role::name);
    to.close();
  }
  to.close();
}

void decorated(Lowering& to, RawId raw, Role role) {
  std::vector<Item> decorators;
  RawId definition = 0;
  for (const RawId at : named_children(to, raw)) {
    if (to.entry(at).kind == Kind::decorator) {
      decorators.push_back({at, Role::decorators});
    } else if (definition == 0) {
      definition = at;
    }
  }
  if (definition == 0) return;
  to.set_prefix({decorators, to.span(raw)});
  to.lower(definition, role);
  to.take_prefix();
}

void as_pattern(Lowering& to, RawId raw, Role role) {
  const bool caught = to.node(to.parent()).kind == Kind::catch_clause;
  if (!caught) to.open(raw, role);
  for (const RawId at : named_children(to, raw)) {
    const bool alias = to.role_of(raw, at) == Role::alias;
    to.lower(at, alias ? (caught ? Role::name : Role::alias) : (caught ? Role::type : Role::value));
  }
  if (!caught) to.close();
}

}  // namespace codelake::syntax::python
