// SPDX-License-Identifier: Apache-2.0
// A declarator is written inside out: `*names[2]` declares names. The name is found through the declarators around it,
// and the pointers among them are counted, since they make the type: `char *s` has the type `char *`.
#include "scanners/syntax/languages/c/hooks.h"

#include "scanners/syntax/shapes.h"

#include <algorithm>

namespace codelake::syntax::c {

namespace {

constexpr std::size_t k_declarators_max = 64;

struct Declarator {
  RawId name = 0;        // 0: there is none
  RawId parameters = 0;  // of a function
  RawId value = 0;
  std::vector<RawId> sizes;  // of an array, those of the outer dimensions last
  bool unsized = false;      // one of its dimensions has none
  std::size_t pointers = 0;
};

RawId inner_declarator(const Lowering& of, RawId raw) {
  for (RawId at = of.first_child(raw); at < of.children_end(raw); at = of.next(at)) {
    if (of.field_of(at) == "declarator") return at;
  }
  for (const RawId at : named_children(of, raw)) {
    if (of.type_name(at).ends_with("declarator") || of.entry(at).kind == Kind::identifier) return at;
  }
  return 0;
}

void add_dimension(const Lowering& of, RawId array, Declarator& to) {
  const std::size_t known = to.sizes.size();
  for (RawId part = of.first_child(array); part < of.children_end(array); part = of.next(part)) {
    if (of.field_of(part) == "size") to.sizes.push_back(part);
  }
  to.unsized = to.unsized || to.sizes.size() == known;
}

Declarator read_declarator(const Lowering& of, RawId raw) {
  Declarator found;
  RawId at = raw;
  for (std::size_t depth = 0; at != 0 && depth < k_declarators_max; ++depth) {
    const std::string_view type = of.type_name(at);
    if (!type.ends_with("declarator")) {
      found.name = at;
      return found;
    }
    if (type == "init_declarator") found.value = of.child(at, Role::value);
    if (type.ends_with("array_declarator")) add_dimension(of, at, found);
    if (type.find("pointer") != std::string_view::npos) ++found.pointers;
    if (type == "function_declarator" && found.parameters == 0) found.parameters = of.child(at, Role::parameters);
    at = inner_declarator(of, at);
  }
  return found;
}

// The type with its pointers; the text reaches up to the name.
void lower_type(Lowering& to, RawId type, std::size_t pointers, Role role) {
  if (type == 0) return;
  Span whole = to.span(type);
  if (pointers > 0) {
    const std::string_view rest = to.text(Span{whole.end, to.raw(0).end}).substr(0, 64);
    const std::size_t stop = std::min(rest.find_first_not_of(" \t*"), rest.size());
    const std::size_t star = rest.substr(0, stop).find_last_of('*');
    if (star != std::string_view::npos) whole.end += static_cast<std::uint32_t>(star) + 1;
  }
  for (std::size_t at = 0; at < pointers; ++at) {
    to.node(to.open(Kind::type_name, role, whole)).symbol = symbol_of("*");
    role = Role::none;
  }
  to.lower(type, role);
  for (std::size_t at = 0; at < pointers; ++at) to.close();
}

void lower_modifiers(Lowering& to, RawId raw) {
  for (const Item& item : to.items(raw)) {
    if (item.role == Role::modifiers) to.lower(item.raw, item.role);
  }
}

void lower_dimensions(Lowering& to, NodeId declared, const Declarator& declarator) {
  if (declarator.unsized) to.node(declared).flags |= k_unsized;
  for (const RawId size : declarator.sizes) to.lower(size, Role::index);
}

RawId type_of(const Lowering& of, RawId raw) { return of.child(raw, Role::type); }

void declare(Lowering& to, RawId raw, const Declarator& declarator, Item whole) {
  const bool function = declarator.parameters != 0;
  const Span span = whole.raw == raw ? to.span(raw) : to.span(whole.raw);
  const NodeId opened = to.open(function ? Kind::function : Kind::variable_declaration, whole.role, span);
  lower_modifiers(to, raw);
  if (!function) lower_type(to, type_of(to, raw), declarator.pointers, Role::type);
  if (declarator.name != 0) to.lower(declarator.name, Role::name);
  if (function) {
    to.lower(declarator.parameters, Role::parameters);
    lower_type(to, type_of(to, raw), declarator.pointers, Role::return_type);
  }
  lower_dimensions(to, opened, declarator);
  if (declarator.value != 0) to.lower(declarator.value, Role::value);
  to.close();
}

}  // namespace

void declarations(Lowering& to, RawId raw, Role role) {
  std::vector<RawId> declarators;
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.field_of(at) == "declarator") declarators.push_back(at);
  }
  if (declarators.empty()) {
    if (const RawId type = type_of(to, raw); type != 0) to.lower(type, role);
    return;
  }
  for (const RawId at : declarators) {
    declare(to, raw, read_declarator(to, at), {declarators.size() == 1 ? raw : at, role});
  }
}

void parameter(Lowering& to, RawId raw, Role role) {
  Declarator declarator;
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.field_of(at) == "declarator") declarator = read_declarator(to, at);
  }
  const NodeId opened = to.open(Kind::parameter, role, to.span(raw));
  lower_modifiers(to, raw);
  lower_type(to, type_of(to, raw), declarator.pointers, Role::type);
  const bool named = declarator.name != 0 && to.entry(declarator.name).kind == Kind::identifier;
  if (named) to.lower(declarator.name, Role::name);
  lower_dimensions(to, opened, declarator);
  if (const RawId value = to.child(raw, Role::default_value); value != 0) to.lower(value, Role::default_value);
  to.close();
}

void function(Lowering& to, RawId raw, Role role) {
  Declarator declarator;
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.field_of(at) == "declarator") declarator = read_declarator(to, at);
  }
  to.open(Kind::function, role, to.span(raw));
  lower_modifiers(to, raw);
  if (declarator.name != 0) to.lower(declarator.name, Role::name);
  if (declarator.parameters != 0) to.lower(declarator.parameters, Role::parameters);
  lower_type(to, type_of(to, raw), declarator.pointers, Role::return_type);
  if (const RawId body = to.child(raw, Role::body); body != 0) to.lower(body, Role::body);
  to.close();
}

void type_definition(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.field_of(at) != "declarator") continue;
    if (const Declarator declarator = read_declarator(to, at); declarator.name != 0) {
      to.leaf(Kind::identifier, Role::name, to.span(declarator.name));
    }
  }
  if (const RawId type = type_of(to, raw); type != 0) to.lower(type, Role::type);
  to.close();
}

void type_descriptor(Lowering& to, RawId raw, Role role) {
  Declarator declarator;
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.field_of(at) == "declarator") declarator = read_declarator(to, at);
  }
  const RawId type = type_of(to, raw);
  if (type == 0) {
    to.lower_children(raw, role);
  } else {
    lower_type(to, type, declarator.pointers, role);
  }
}

void struct_specifier(Lowering& to, RawId raw, Role role) {
  if (to.child(raw, Role::body) == 0) {
    to.leaf(Kind::type_name, role, to.span(raw));
    return;
  }
  to.lower_declaration(raw, role, Kind::class_declaration);
}

void compound_statement(Lowering& to, RawId raw, Role role) {
  const bool cases = to.node(to.parent()).kind == Kind::switch_statement;
  to.open(cases ? Kind::switch_body : Kind::block, role, to.span(raw));
  to.lower_children(raw);
  to.close();
}

void include(Lowering& to, RawId raw, Role role) {
  const NodeId opened = to.open(raw, role);
  const RawId path = to.child(raw, Role::module);
  if (path == 0 || to.type_name(path) != "system_lib_string") to.node(opened).symbol = 0;
  to.lower_children(raw);
  to.close();
}

void system_header(Lowering& to, RawId raw, Role role) {
  const Span whole = to.span(raw);
  const bool closed = whole.end - whole.begin >= 2;
  to.string_leaf(Kind::string, role, whole, closed ? Span{whole.begin + 1, whole.end - 1} : whole);
}

void conditional_code(Lowering& to, RawId raw, Role role) {
  for (const RawId at : named_children(to, raw)) {
    const std::string_view field = to.field_of(at);
    if (field != "condition" && field != "name") to.lower(at, role);
  }
}

}  // namespace codelake::syntax::c
