// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/go/hooks.h"

#include "scanners/syntax/shapes.h"

#include <algorithm>
#include <string>

namespace codelake::syntax::go {

namespace {

// The children of `raw` with that role; an expression list counts as its elements.
std::vector<RawId> children_with(const Lowering& of, RawId raw, Role role) {
  std::vector<RawId> all;
  for (RawId at = of.first_child(raw); at < of.children_end(raw); at = of.next(at)) {
    if (of.role_of(raw, at) != role || !of.entry(at).named) continue;
    if (of.entry(at).kind == Kind::tuple) {
      const std::vector<RawId> inner = named_children(of, at);
      all.insert(all.end(), inner.begin(), inner.end());
    } else {
      all.push_back(at);
    }
  }
  return all;
}

void lower_tuple(Lowering& to, const std::vector<RawId>& parts, Role role) {
  to.open(Kind::tuple, role, {to.raw(parts.front()).begin, to.raw(parts.back()).end});
  for (const RawId part : parts) to.lower(part, Role::none);
  to.close();
}

void lower_all(Lowering& to, const std::vector<RawId>& parts, Role role) {
  for (const RawId part : parts) to.lower(part, role);
}

}  // namespace

void slice(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const RawId object = to.child(raw, Role::object);
  if (object != 0) to.lower(object, Role::object);
  const std::uint32_t begin = object != 0 ? to.raw(object).end : to.raw(raw).begin;
  const NodeId bounds = to.open(Kind::slice, Role::index, {begin, to.raw(raw).end});
  std::string shape;
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.role_of(raw, at) != Role::index) continue;
    shape += to.field_of(at).substr(0, 1);
    to.lower(at, Role::index);
  }
  to.node(bounds).symbol = symbol_of("slice " + shape);
  to.close();
  to.close();
}

void literal_value(Lowering& to, RawId raw, Role role) {
  Kind kind = Kind::arguments;
  if (role != Role::arguments) {
    const std::vector<RawId> parts = named_children(to, raw);
    const bool keyed = std::any_of(parts.begin(), parts.end(), [&to](RawId at) { return to.entry(at).kind == Kind::pair; });
    kind = keyed ? Kind::dictionary : Kind::list;
  }
  to.open(kind, role, to.span(raw));
  to.lower_children(raw);
  to.close();
}

void keyed_element(Lowering& to, RawId raw, Role role) {
  const RawId key = to.child(raw, Role::key);
  const std::vector<RawId> inner = key == 0 ? std::vector<RawId>{} : named_children(to, key);
  const bool named = inner.size() == 1 && to.entry(inner.front()).kind == Kind::identifier;
  to.open(named ? Kind::keyword_argument : Kind::pair, role, to.span(raw));
  for (const RawId at : named_children(to, raw)) {
    const Role part = to.role_of(raw, at);
    to.lower(at, named && part == Role::key ? Role::name : part);
  }
  to.close();
}

void qualified_type(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (const RawId at : named_children(to, raw)) {
    to.lower(at, to.role_of(raw, at) == Role::name ? Role::name : Role::object);
  }
  to.close();
}

void short_declaration(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> names = children_with(to, raw, Role::left);
  const std::vector<RawId> values = children_with(to, raw, Role::right);
  if (names.size() != 1 || values.size() != 1) {
    to.open(raw, role);
    to.lower_children(raw);
    to.close();
    return;
  }
  to.node(to.open(Kind::variable_declaration, role, to.span(raw))).flags |= k_declares;
  to.lower(names.front(), Role::name);
  to.lower(values.front(), Role::value);
  to.close();
}

void loop(Lowering& to, RawId raw, Role role) {
  bool each = false;
  for (const RawId at : named_children(to, raw)) each = each || to.entry(at).kind == Kind::for_each_statement;
  to.open(each ? Kind::for_each_statement : Kind::for_statement, role, to.span(raw));
  for (const RawId at : named_children(to, raw)) {
    const bool clause = to.entry(at).treat == Treat::splice && to.type_name(at).ends_with("_clause");
    const Role part = to.role_of(raw, at);
    if (clause) {
      to.lower_children(at);
    } else {
      to.lower(at, part == Role::none ? Role::condition : part);
    }
  }
  to.close();
}

void switch_with_cases(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const RawId end = to.children_end(raw);
  RawId at = to.first_child(raw);
  for (; at < end && to.entry(at).kind != Kind::switch_case; at = to.next(at)) to.lower(at, to.role_of(raw, at));
  to.open(Kind::switch_body, Role::body, {at < end ? to.raw(at).begin : to.raw(raw).end, to.raw(raw).end});
  for (; at < end; at = to.next(at)) to.lower(at, Role::none);
  to.close();
  to.close();
}

void switch_case(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  RawId body = 0;
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.type_name(at) == "statement_list") {
      body = at;
    } else if (to.role_of(raw, at) == Role::condition) {
      lower_all(to, to.entry(at).kind == Kind::tuple ? named_children(to, at) : std::vector<RawId>{at}, Role::condition);
    }
  }
  to.open(Kind::block, Role::body, body != 0 ? to.span(body) : Span{to.raw(raw).end, to.raw(raw).end});
  if (body != 0) to.lower_children(body);
  to.close();
  to.close();
}

// Each import of a group is a statement that begins with the word they share.
void imports(Lowering& to, RawId raw, Role role) {
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.type_name(at) != "import_spec_list") {
      if (to.entry(at).kind == Kind::import_statement) to.set_prefix({{}, to.span(raw)});
      to.lower(at, role);
      continue;
    }
    for (RawId spec = to.first_child(at); spec < to.children_end(at); spec = to.next(spec)) {
      if (to.entry(spec).kind == Kind::import_statement)
        to.set_prefix({{}, {to.raw(raw).begin, to.raw(spec).end}});
      to.lower(spec, role);
    }
  }
}

void import_spec(Lowering& to, RawId raw, Role role) {
  const Span whole = to.take_prefix().span;
  const NodeId opened = to.open(raw, role);
  if (whole.end != 0) to.node(opened).begin = whole.begin;
  const RawId path = to.child(raw, Role::module);
  const RawId name = to.child(raw, Role::name);
  if (path != 0) to.lower(path, Role::module);
  if (name != 0) to.lower(name, Role::alias);
  to.close();
}

void constants(Lowering& to, RawId raw, Role role) {
  Item word;
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.entry(at).kind == Kind::modifier) {
      word = {at, Role::modifiers};
      continue;
    }
    const Span from{word.raw != 0 ? to.raw(word.raw).begin : to.raw(at).begin, to.raw(at).end};
    if (word.raw != 0) to.set_prefix({{word}, from});
    to.lower(at, role);
    to.take_prefix();
  }
}

void named_variables(Lowering& to, RawId raw, Role role) {
  const Prefix prefix = to.take_prefix();
  const Span whole = prefix.items.empty() ? to.span(raw) : prefix.span;
  const RawId type = to.child(raw, Role::type);
  const std::vector<RawId> names = children_with(to, raw, Role::name);
  const std::vector<RawId> values = children_with(to, raw, Role::value);
  const bool together = names.size() > 1 && !values.empty() && values.size() != names.size();
  const std::size_t count = together ? 1 : std::max<std::size_t>(1, names.size());
  for (std::size_t at = 0; at < count; ++at) {
    to.open(Kind::variable_declaration, role, whole);
    to.lower_items(prefix.items);
    if (type != 0) to.lower(type, Role::type);
    if (together) {
      lower_tuple(to, names, Role::name);
    } else if (!names.empty()) {
      to.lower(names[at], Role::name);
    }
    if (together) {
      lower_all(to, values, Role::value);
    } else if (at < values.size()) {
      to.lower(values[at], Role::value);
    }
    if (const RawId tag = to.child(raw, Role::label); tag != 0) to.lower(tag, Role::label);
    to.close();
  }
}

void parameters(Lowering& to, RawId raw, Role role) {
  const RawId type = to.child(raw, Role::type);
  const std::vector<RawId> names = children_with(to, raw, Role::name);
  for (std::size_t at = 0; at < std::max<std::size_t>(1, names.size()); ++at) {
    to.open(Kind::parameter, role, at == 0 ? to.span(raw) : Span{to.raw(names[at]).begin, to.raw(raw).end});
    if (type != 0) to.lower(type, Role::type);
    if (at < names.size()) to.lower(names[at], Role::name);
    to.close();
  }
}

void type_spec(Lowering& to, RawId raw, Role role) {
  const RawId type = to.child(raw, Role::type);
  const std::string_view shape = type == 0 ? std::string_view{} : to.type_name(type);
  if (shape != "struct_type" && shape != "interface_type") {
    to.open(raw, role);
    to.lower_children(raw);
    to.close();
    return;
  }
  const NodeId opened = to.open(Kind::class_declaration, role, to.span(raw));
  to.node(opened).symbol = to.entry(type).symbol;
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (at != type) to.lower(at, to.role_of(raw, at));
  }
  to.open(Kind::class_body, Role::body, to.span(type));
  to.lower_children(type);
  to.close();
  to.close();
}

}  // namespace codelake::syntax::go
