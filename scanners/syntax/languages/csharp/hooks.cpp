// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/csharp/hooks.h"

#include "scanners/syntax/shapes.h"

#include <algorithm>

namespace codelake::syntax::csharp {

namespace {

// The type arguments in the name that is called; 0 when there are none.
RawId type_arguments_of(const Lowering& of, RawId name) {
  RawId at = name;
  while (at != 0 && of.entry(at).kind == Kind::field_access) at = of.child(at, Role::name);
  if (at == 0 || of.entry(at).kind != Kind::type_name) return 0;
  for (const RawId part : named_children(of, at)) {
    if (of.entry(part).kind == Kind::type_arguments) return part;
  }
  return 0;
}

bool is_statement(const Lowering& of, RawId raw) {
  const std::string_view type = of.type_name(raw);
  return type == "block" || type.ends_with("_statement");
}

}  // namespace

void invocation(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const RawId callee = to.child(raw, Role::callee);
  const RawId arguments = to.child(raw, Role::arguments);
  if (callee != 0) to.lower(callee, Role::callee);
  if (const RawId types = type_arguments_of(to, callee); types != 0) to.lower(types, Role::type_arguments);
  if (arguments != 0) to.lower(arguments, Role::arguments);
  to.close();
}

void creation(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const RawId type = to.child(raw, Role::type);
  const RawId arguments = to.child(raw, Role::arguments);
  const RawId values = to.child(raw, Role::initializer);
  if (type != 0) to.lower(type, Role::callee);
  if (const RawId types = type_arguments_of(to, type); types != 0) to.lower(types, Role::type_arguments);
  const std::uint32_t end = values != 0 ? to.raw(values).begin : to.raw(raw).end;
  if (arguments != 0) {
    to.lower(arguments, Role::arguments);
  } else {
    to.leaf(Kind::arguments, Role::arguments, {end, end}, 0);
  }
  if (values != 0) to.lower(values, Role::body);
  to.close();
}

void initializer(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  const bool named = std::any_of(parts.begin(), parts.end(),
                                 [&to](RawId at) { return to.entry(at).kind == Kind::assignment; });
  // `new T { ... }` may hold members, which have no order.
  const bool created = role == Role::body && to.node(to.parent()).kind == Kind::call;
  to.open(named || created ? Kind::dictionary : Kind::list, role, to.span(raw));
  to.lower_children(raw);
  to.close();
}

void generic_name(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  if (!parts.empty() && (role == Role::callee || role == Role::name || role == Role::object)) {
    to.lower(parts.front(), role);
    return;
  }
  to.open(raw, role);
  for (const RawId part : parts) {
    to.lower(part, to.entry(part).kind == Kind::type_arguments ? Role::type_arguments : Role::type);
  }
  to.close();
}

void conditional_access(Lowering& to, RawId raw, Role role) {
  const RawId object = to.child(raw, Role::condition);
  const NodeId opened = to.open(raw, role);
  if (object != 0) to.lower(object, Role::object);
  for (const RawId at : named_children(to, raw)) {
    if (at == object) continue;
    const bool index = to.entry(at).kind == Kind::index;
    if (index) to.node(opened).kind = Kind::index;
    to.lower_children(at, index ? Role::index : Role::name);
  }
  to.close();
}

void postfix(Lowering& to, RawId raw, Role role) {
  if (to.text(raw).ends_with('!')) {
    to.lower_children(raw, role);
  } else {
    unary_by_position(to, raw, role);
  }
}

void parameters(Lowering& to, RawId raw, Role role) {
  to.open(Kind::parameters, role == Role::none ? Role::parameters : role, to.span(raw));
  const RawId name = to.child(raw, Role::name);
  for (const RawId at : named_children(to, raw)) {
    if (to.role_of(raw, at) == Role::none) to.lower(at, Role::none);
  }
  if (const RawId type = to.child(raw, Role::type); type != 0 && name != 0) {
    const NodeId last = to.open(Kind::parameter, Role::none, {to.raw(type).begin, to.raw(name).end});
    to.node(last).symbol = symbol_of("...");
    to.lower(type, Role::type);
    to.lower(name, Role::name);
    to.close();
  }
  to.close();
}

void bases(Lowering& to, RawId raw, Role /*role*/) {
  to.open(raw, Role::bases);
  to.lower_children(raw);
  to.close();
}

void type_parameters(Lowering& to, RawId raw, Role /*role*/) {
  to.open(raw, Role::type_parameters);
  to.lower_children(raw);
  to.close();
}

void arrow_body(Lowering& to, RawId raw, Role role) {
  to.open(raw, role == Role::value ? Role::body : role);
  to.lower_children(raw);
  to.close();
}

void declaration_list(Lowering& to, RawId raw, Role role) {
  const bool members = to.node(to.parent()).kind == Kind::class_declaration;
  to.open(members ? Kind::class_body : Kind::block, role, to.span(raw));
  to.lower_children(raw);
  to.close();
}

void switch_section(Lowering& to, RawId raw, Role role) {
  const NodeId opened = to.open(raw, role);
  const std::vector<RawId> parts = named_children(to, raw);
  const auto first = std::find_if(parts.begin(), parts.end(), [&to](RawId at) { return is_statement(to, at); });
  for (auto at = parts.begin(); at != first; ++at) to.lower(*at, Role::condition);
  if (first == parts.begin()) to.node(opened).symbol = symbol_of("default");
  to.open(Kind::block, Role::body, {first != parts.end() ? to.raw(*first).begin : to.raw(raw).end, to.raw(raw).end});
  for (auto at = first; at != parts.end(); ++at) to.lower(*at, Role::none);
  to.close();
  to.close();
}

void declarator(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  if (parts.size() < 2 || to.type_name(parts.front()) != "tuple_pattern") return to.lower_declaration(raw, role, Kind::variable_declaration);
  const Prefix prefix = to.take_prefix();
  to.open(Kind::variable_declaration, role, prefix.items.empty() ? to.span(raw) : prefix.span);
  to.lower_items(prefix.items);
  to.lower(parts.front(), Role::name);
  to.lower(parts.back(), Role::value);
  to.close();
}

void switch_arm(Lowering& to, RawId raw, Role role) {
  const NodeId opened = to.open(raw, role);
  const std::vector<RawId> parts = named_children(to, raw);
  const bool discards = parts.size() == 2 && to.text(parts.front()) == "_";
  if (discards) to.node(opened).symbol = symbol_of("default");
  for (std::size_t at = discards ? 1 : 0; at < parts.size(); ++at) to.lower(parts[at], at + 1 == parts.size() ? Role::body : Role::condition);
  to.close();
}

void anonymous_object(Lowering& to, RawId raw, Role role) { pairs_joined_by(to, raw, role, "="); }

void constructor_initializer(Lowering& to, RawId raw, Role /*role*/) {
  const Span whole = to.span(raw);
  to.open(raw, Role::bases);
  const bool own = to.text(raw).find("this") < to.text(raw).find('(');
  to.leaf(Kind::identifier, Role::callee, {whole.begin, whole.begin}, symbol_of(own ? "this" : "base"));
  for (const RawId at : named_children(to, raw)) to.lower(at, Role::arguments);
  to.close();
}

void using_directive(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const RawId alias = to.child(raw, Role::name);
  for (const RawId at : named_children(to, raw)) {
    if (at != alias) to.lower(at, Role::module);
  }
  if (alias != 0) {
    to.lower(alias, Role::alias);
  } else {
    const std::uint32_t end = to.raw(raw).end;
    to.open(Kind::import_name, Role::none, {end, end});
    to.leaf(Kind::identifier, Role::name, {end, end}, symbol_of("*"));
    to.close();
  }
  to.close();
}

void conditional_code(Lowering& to, RawId raw, Role role) {
  for (const RawId at : named_children(to, raw)) {
    if (to.field_of(at) != "condition") to.lower(at, role);
  }
}

}  // namespace codelake::syntax::csharp
