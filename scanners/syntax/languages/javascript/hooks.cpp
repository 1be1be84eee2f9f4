// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/javascript/hooks.h"

#include "scanners/syntax/shapes.h"

namespace codelake::syntax::javascript {

void shorthand(Lowering& to, RawId raw, Role role) {
  to.open(Kind::pair, role, to.span(raw));
  to.leaf(Kind::identifier, Role::key, to.span(raw));
  to.leaf(Kind::identifier, Role::value, to.span(raw));
  to.close();
}

void template_string(Lowering& to, RawId raw, Role role) {
  const bool tagged = role == Role::arguments;
  if (tagged) to.open(Kind::arguments, role, to.span(raw));
  quoted_string(to, raw, tagged ? Role::none : role);
  if (tagged) to.close();
}

void default_value(Lowering& to, RawId raw, Role role) {
  const bool parameter = to.node(to.parent()).kind == Kind::parameters;
  if (!parameter) {
    to.open(raw, role);
    to.lower_children(raw);
  } else {
    to.open(Kind::parameter, role, to.span(raw));
    const RawId name = to.child(raw, Role::left);
    const RawId value = to.child(raw, Role::right);
    if (name != 0) to.lower(name, Role::name);
    if (value != 0) to.lower(value, Role::default_value);
  }
  to.close();
}

void creation(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  to.lower_children(raw);
  const std::uint32_t end = to.raw(raw).end;
  if (to.child(raw, Role::arguments) == 0) to.leaf(Kind::arguments, Role::arguments, {end, end}, 0);
  to.close();
}

void jsx_text(Lowering& to, RawId raw, Role role) {
  const std::string_view text = to.text(raw);
  constexpr std::string_view space = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(space);
  if (begin == std::string_view::npos) return;
  const std::size_t end = text.find_last_not_of(space) + 1;
  const std::uint32_t at = to.raw(raw).begin;
  to.leaf(Kind::jsx_text, role, {at + static_cast<std::uint32_t>(begin), at + static_cast<std::uint32_t>(end)});
}

void import_statement(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const RawId module = to.child(raw, Role::module);
  if (module != 0) to.lower(module, Role::module);
  for (const RawId at : named_children(to, raw)) {
    if (at != module) to.lower(at, Role::none);
  }
  to.close();
}

void import_clause(Lowering& to, RawId raw, Role /*role*/) {
  for (const RawId at : named_children(to, raw)) {
    if (to.entry(at).kind != Kind::identifier) {
      to.lower(at, Role::none);
      continue;
    }
    to.open(Kind::import_name, Role::none, to.span(at));
    to.leaf(Kind::identifier, Role::name, to.span(at), symbol_of("default"));
    to.lower(at, Role::alias);
    to.close();
  }
}

void namespace_import(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const std::uint32_t begin = to.raw(raw).begin;
  to.leaf(Kind::identifier, Role::name, {begin, begin + 1});
  to.lower_children(raw, Role::alias);
  to.close();
}

void export_statement(Lowering& to, RawId raw, Role role) {
  Prefix prefix{{}, to.span(raw)};
  RawId declared = 0;
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    const Kind kind = to.entry(at).kind;
    if (kind == Kind::decorator) {
      prefix.items.push_back({at, Role::decorators});
    } else if (kind == Kind::modifier) {
      prefix.items.push_back({at, Role::modifiers});
    } else if (to.field_of(at) == "declaration") {
      declared = at;
    }
  }
  if (declared != 0) {
    to.set_prefix(std::move(prefix));
    to.lower(declared, role);
    to.take_prefix();
    return;
  }
  to.open(raw, role);
  to.lower_children(raw);
  to.close();
}

void class_body(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  Prefix prefix;
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.entry(at).kind == Kind::decorator) {
      if (prefix.items.empty()) prefix.span.begin = to.raw(at).begin;
      prefix.items.push_back({at, Role::decorators});
      continue;
    }
    prefix.span.end = to.raw(at).end;
    if (!prefix.items.empty()) to.set_prefix(std::exchange(prefix, {}));
    to.lower(at, Role::none);
    to.take_prefix();
  }
  to.close();
}

void qualified_type(Lowering& to, RawId raw, Role role) {
  to.open(Kind::field_access, role, to.span(raw));
  const RawId module = to.child(raw, Role::module);
  const RawId name = to.child(raw, Role::name);
  if (module != 0) to.lower(module, Role::object);
  if (name != 0) to.leaf(Kind::identifier, Role::name, to.span(name));
  to.close();
}

void ambient(Lowering& to, RawId raw, Role role) {
  Prefix prefix{{}, to.span(raw)};
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.entry(at).kind == Kind::modifier) {
      prefix.items.push_back({at, Role::modifiers});
    } else {
      to.set_prefix(std::exchange(prefix, {}));
      to.lower(at, role);
      to.take_prefix();
    }
  }
}

}  // namespace codelake::syntax::javascript
