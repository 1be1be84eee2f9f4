// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/swift/hooks.h"
#include "scanners/syntax/shapes.h"

#include <algorithm>

namespace codelake::syntax::swift {

namespace {

// One of the names of `let a: T = b, c = d`, or of `case a = b, c`.
struct Declared {
  RawId name = 0;
  std::vector<Item> parts;  // type and value
};

bool is_head(const Item& item) { return item.role == Role::modifiers || item.role == Role::decorators; }

// All of `items` but what comes before every name belongs to the name before it.
std::vector<Declared> declared(const Lowering& of, const std::vector<Item>& items) {
  std::vector<Declared> all;
  for (const Item& item : items) {
    if (is_head(item) || !of.entry(item.raw).named) continue;
    const std::string_view type = of.type_name(item.raw);
    if (of.field_of(item.raw) == "name") {
      all.push_back({item.raw, {}});
    } else if (!all.empty()) {
      const Kind kind = of.entry(item.raw).kind;
      const bool typed = type == "type_annotation" || kind == Kind::type_name;
      const bool computes = kind == Kind::function || type == "willset_didset_block";
      all.back().parts.push_back({item.raw, typed ? Role::type : computes ? Role::body : Role::value});
    }
  }
  return all;
}

// Tokens may be values: `let a: T? = nil`.
void add_tokens(const Lowering& of, RawId raw, std::vector<Declared>& all) {
  for (RawId at = of.first_child(raw); at < of.children_end(raw); at = of.next(at)) {
    if (of.entry(at).named || of.entry(at).treat != Treat::leaf) continue;
    const auto later = std::find_if(all.begin(), all.end(), [at](const Declared& one) { return one.name > at; });
    if (later != all.begin()) std::prev(later)->parts.push_back({at, Role::value});
  }
}

void variables_of(Lowering& to, RawId raw, Role role) {
  const std::vector<Item> items = to.items(raw);
  std::vector<Item> head;
  std::copy_if(items.begin(), items.end(), std::back_inserter(head), is_head);
  std::vector<Declared> all = declared(to, items);
  add_tokens(to, raw, all);
  for (std::size_t at = 0; at < all.size(); ++at) {
    Span span = to.span(raw);
    if (at > 0) span.begin = to.raw(all[at].name).begin;
    if (at + 1 < all.size()) span.end = to.raw(all[at].parts.empty() ? all[at].name : all[at].parts.back().raw).end;
    if (at > 0) {
      for (const Item& item : head) span.begin = std::min(span.begin, to.raw(item.raw).begin);
    }
    std::vector<Item> parts = head;
    std::vector<Item> rest = all[at].parts;
    rest.push_back({all[at].name, Role::name});
    const auto rank = [](const Item& item) {
      return item.role == Role::type ? 0 : item.role == Role::name ? 1 : item.role == Role::value ? 2 : 3;
    };
    std::stable_sort(rest.begin(), rest.end(), [rank](const Item& a, const Item& b) { return rank(a) < rank(b); });
    parts.insert(parts.end(), rest.begin(), rest.end());
    to.open(Kind::variable_declaration, role, span);
    to.lower_items(parts);
    to.close();
  }
}

void parameters_of(Lowering& to, RawId raw, std::uint32_t at_end) {
  std::vector<RawId> all;
  for (const RawId at : named_children(to, raw)) {
    if (to.entry(at).kind == Kind::parameter) all.push_back(at);
  }
  const Span span = all.empty() ? Span{at_end, at_end} : Span{to.raw(all.front()).begin, to.raw(all.back()).end};
  to.open(Kind::parameters, Role::parameters, span);
  for (const RawId at : all) to.lower(at, Role::none);
  to.close();
}

// The default value stands beside its parameter, whose next sibling it is.
RawId default_of(const Lowering& of, RawId parameter) {
  const RawId next = of.next(parameter);
  const bool is_last = next >= of.children_end(0);
  return !is_last && of.field_of(next) == "default_value" ? next : 0;
}

}  // namespace

void property(Lowering& to, RawId raw, Role role) { variables_of(to, raw, role); }

void enum_entry(Lowering& to, RawId raw, Role role) { variables_of(to, raw, role); }

void accessor(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::vector<RawId> statements;
  std::vector<RawId> names;
  for (const RawId at : named_children(to, raw)) {
    if (to.type_name(at) == "statements") statements.push_back(at);
    if (to.entry(at).kind == Kind::identifier) names.push_back(at);
  }
  const std::uint32_t begin = to.raw(raw).begin;
  to.open(Kind::parameters, Role::parameters, names.empty() ? Span{begin, begin} : to.span(names.front()));
  for (const RawId at : names) {
    to.open(Kind::parameter, Role::none, to.span(at));
    to.lower(at, Role::name);
    to.close();
  }
  to.close();
  block_of(to, statements, Role::body, to.raw(raw).end);
  to.close();
}

void computed(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  const bool split = !parts.empty() && to.entry(parts.front()).kind == Kind::function;
  if (split) {
    to.lower_children(raw, role);
  } else {
    accessor(to, raw, role);
  }
}

void function(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::vector<Item> head;
  RawId name = 0;
  RawId types = 0;
  RawId returned = 0;
  RawId body = 0;
  for (const Item& item : to.items(raw)) {
    const Entry& entry = to.entry(item.raw);
    const std::string_view field = to.field_of(item.raw);
    if (is_head(item)) {
      head.push_back(item);
    } else if (is_type(to, item.raw)) {
      returned = item.raw;
    } else if (entry.treat == Treat::flag) {
      to.lower(item.raw, Role::none);
    } else if (field == "name") {
      name = item.raw;
    } else if (entry.kind == Kind::type_parameters) {
      types = item.raw;
    } else if (entry.kind == Kind::block || entry.kind == Kind::function) {
      body = item.raw;
    }
  }
  to.lower_items(head);
  if (name != 0) to.lower(name, Role::name);
  if (types != 0) to.lower(types, Role::type_parameters);
  const RawId before = types != 0 ? types : name;
  parameters_of(to, raw, before != 0 ? to.raw(before).end : to.raw(raw).begin);
  if (returned != 0) to.lower(returned, Role::return_type);
  if (body != 0) to.lower(body, Role::body);
  to.close();
}

void parameter(Lowering& to, RawId raw, Role role) {
  const RawId value = to.entry(raw).hook == parameter ? default_of(to, raw) : 0;
  to.open(Kind::parameter, role, {to.raw(raw).begin, to.raw(value != 0 ? value : raw).end});
  std::vector<Item> items;
  std::vector<Item> names;
  for (const Item& item : to.items(raw)) {
    if (!to.entry(item.raw).named) {
      to.lower(item.raw, Role::none);
    } else if (is_head(item)) {
      items.push_back(item);
    } else if (is_type(to, item.raw)) {
      items.push_back({item.raw, Role::type});
    } else if (to.field_of(item.raw) != "external_name") {
      names.push_back({item.raw, Role::name});
    }
  }
  items.insert(items.end(), names.begin(), names.end());
  if (value != 0) items.push_back({value, Role::default_value});
  to.lower_items(items);
  to.close();
}

void class_like(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::vector<Item> head;
  std::vector<RawId> bases;
  std::vector<Item> rest;
  for (const Item& item : to.items(raw)) {
    const Entry& entry = to.entry(item.raw);
    const std::string_view field = to.field_of(item.raw);
    if (entry.treat == Treat::symbol) {
      to.lower(item.raw, Role::none);
    } else if (is_head(item)) {
      head.push_back(item);
    } else if (to.type_name(item.raw) == "inheritance_specifier") {
      bases.push_back(item.raw);
    } else if (field == "name") {
      head.push_back({item.raw, Role::name});
    } else if (entry.kind == Kind::type_parameters) {
      head.push_back({item.raw, Role::type_parameters});
    } else {
      rest.push_back({item.raw, Role::body});
    }
  }
  to.lower_items(head);
  if (!bases.empty()) {
    const NodeId list = to.open(Kind::arguments, Role::bases, {to.raw(bases.front()).begin, to.raw(bases.back()).end});
    to.node(list).symbol = symbol_of("extends");
    for (const RawId at : bases) to.lower(at, Role::none);
    to.close();
  }
  to.lower_items(rest);
  to.close();
}

void type_alias(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::vector<Item> items;
  bool named = false;
  for (const Item& item : to.items(raw)) {
    if (is_head(item)) {
      items.push_back(item);
    } else if (is_type(to, item.raw)) {
      items.push_back({item.raw, named ? Role::type : Role::name});
      named = true;
    }
  }
  to.lower_items(items);
  to.close();
}

}  // namespace codelake::syntax::swift
