// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/rust/hooks.h"

#include "scanners/syntax/shapes.h"

#include <utility>

namespace codelake::syntax::rust {

namespace {

constexpr std::size_t k_use_depth_max = 32;

using Path = std::vector<RawId>;  // what stands before each level of braces

void lower_path(Lowering& to, const Path& path, Role role) {
  if (path.empty()) return;
  for (std::size_t last = path.size(); last > 1; --last) {
    to.open(Kind::field_access, role, {to.raw(path.front()).begin, to.raw(path[last - 1]).end});
    role = Role::object;
  }
  for (std::size_t at = 0; at < path.size(); ++at) {
    to.lower(path[at], at == 0 ? role : Role::name);
    if (at > 0) to.close();
  }
}

// Appends the names of a::b::c.
void add_names(const Lowering& of, RawId raw, Path& path) {
  const std::vector<RawId> parts = named_children(of, raw);
  if (parts.empty()) {
    path.push_back(raw);
    return;
  }
  Path reversed;
  RawId at = raw;
  for (std::size_t depth = 0; depth < k_use_depth_max; ++depth) {
    const RawId name = of.child(at, Role::name);
    const RawId before = of.child(at, Role::object);
    reversed.push_back(name != 0 ? name : at);
    if (name == 0 || before == 0) break;
    at = before;
  }
  path.insert(path.end(), reversed.rbegin(), reversed.rend());
}

struct Use {
  Item statement;
  std::size_t depth = 0;
};

void lower_use(Lowering& to, RawId raw, Path path, Use use) {
  if (use.depth > k_use_depth_max) return;
  const std::string_view type = to.type_name(raw);
  if (type == "scoped_use_list" || type == "use_list") {
    RawId list = raw;
    for (const RawId at : named_children(to, raw)) {
      if (to.field_of(at) == "path") add_names(to, at, path);
      if (to.field_of(at) == "list") list = at;
    }
    ++use.depth;
    for (const RawId at : named_children(to, list)) {
      if (to.field_of(at) != "path") lower_use(to, at, path, use);
    }
    return;
  }
  to.open(Kind::import_statement, use.statement.role, to.span(use.depth == 0 ? use.statement.raw : raw));
  RawId alias = 0;
  const std::vector<RawId> parts = named_children(to, raw);
  if (type == "use_as_clause" || type == "use_wildcard") {
    if (!parts.empty()) add_names(to, parts.front(), path);
    alias = to.child(raw, Role::alias);
  } else {
    add_names(to, raw, path);
  }
  lower_path(to, path, Role::module);
  if (alias != 0) to.lower(alias, Role::alias);
  if (type == "use_wildcard") {
    const std::uint32_t end = to.raw(raw).end;
    to.open(Kind::import_name, Role::none, {end - 1, end});
    to.leaf(Kind::identifier, Role::name, {end - 1, end});
    to.close();
  }
  to.close();
}

}  // namespace

void turbofish(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  if (!parts.empty()) to.lower(parts.front(), role);
}

void macro(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (const RawId at : named_children(to, raw)) {
    if (to.field_of(at) == "macro") {
      to.lower(at, Role::callee);
    } else {
      to.open(Kind::arguments, Role::arguments, to.span(at));
      to.lower_children(at);
      to.close();
    }
  }
  to.close();
}

void struct_expression(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  if (const RawId name = to.child(raw, Role::name); name != 0) to.lower(name, Role::callee);
  if (const RawId body = to.child(raw, Role::body); body != 0) to.lower(body, Role::arguments);
  to.close();
}

void use_declaration(Lowering& to, RawId raw, Role role) {
  for (const RawId at : named_children(to, raw)) {
    if (to.field_of(at) == "argument") lower_use(to, at, {}, {{raw, role}, 0});
  }
}

void attribute_item(Lowering& to, RawId raw, Role /*role*/) {
  RawId declared = to.next(raw);
  while (declared < to.children_end(0) && to.entry(declared).treat != Treat::node && to.entry(declared).kind == Kind::other) {
    declared = to.next(declared);
  }
  const Kind kind = declared < to.children_end(0) ? to.entry(declared).kind : Kind::other;
  Prefix prefix = to.take_prefix();
  if (kind != Kind::function && kind != Kind::class_declaration && kind != Kind::package_declaration) return;
  if (prefix.items.empty()) prefix.span.begin = to.raw(raw).begin;
  prefix.span.end = to.raw(declared).end;
  for (const RawId at : named_children(to, raw)) prefix.items.push_back({at, Role::decorators});
  to.set_prefix(std::move(prefix));
}

void attribute(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  if (parts.empty()) return;
  to.open(raw, role);
  const bool arguments = parts.size() > 1 && to.field_of(parts[1]) == "arguments";
  if (arguments) to.open(Kind::call, Role::none, to.span(raw));
  to.lower(parts[0], arguments ? Role::callee : Role::none);
  if (arguments) {
    to.open(Kind::arguments, Role::arguments, to.span(parts[1]));
    to.lower_children(parts[1]);
    to.close();
    to.close();
  }
  to.close();
}

void match_arm(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (const RawId at : named_children(to, raw)) {
    if (to.role_of(raw, at) != Role::value) {
      to.lower(at, Role::condition);
    } else if (to.entry(at).kind == Kind::block) {
      to.lower(at, Role::body);
    } else {
      to.lower_body(at, Role::body);
    }
  }
  to.close();
}

void index(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  Role part = Role::object;
  for (const RawId at : named_children(to, raw)) {
    to.lower(at, part);
    part = Role::index;
  }
  to.close();
}

}  // namespace codelake::syntax::rust
