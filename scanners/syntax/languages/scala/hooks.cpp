// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/scala/hooks.h"

#include "scanners/syntax/shapes.h"

#include <algorithm>
#include <cctype>

namespace codelake::syntax::scala {

namespace {

void body_of(Lowering& to, RawId raw) {
  if (to.entry(raw).kind == Kind::block) {
    to.lower(raw, Role::body);
  } else {
    to.lower_body(raw, Role::body);
  }
}

// Braces that name no parameter may hold a function of none.
void argument(Lowering& to, RawId raw) {
  if (to.entry(raw).kind != Kind::block) return to.lower(raw, Role::none);
  const std::vector<RawId> inner = named_children(to, raw);
  const bool lambda = inner.size() == 1 && to.entry(inner.front()).kind == Kind::lambda;
  if (!lambda) to.open(Kind::lambda, Role::none, to.span(raw));
  to.lower(lambda ? inner.front() : raw, lambda ? Role::none : Role::body);
  if (!lambda) to.close();
}

bool is_method(std::string_view name) {
  return !name.empty() && (std::isalpha(static_cast<unsigned char>(name.front())) != 0 || name.front() == '_');
}

// `a f b` and `a f (b, c)` are a.f(b) and a.f(b, c).
void infix_call(Lowering& to, Item whole, RawId name) {
  const RawId left = to.child(whole.raw, Role::left);
  const RawId right = to.child(whole.raw, Role::right);
  to.open(Kind::call, whole.role, to.span(whole.raw));
  to.open(Kind::field_access, Role::callee, {to.raw(whole.raw).begin, to.raw(name).end});
  if (left != 0) to.lower(left, Role::object);
  to.leaf(Kind::identifier, Role::name, to.span(name));
  to.close();
  to.open(Kind::arguments, Role::arguments, right == 0 ? to.span(name) : to.span(right));
  const bool several = right != 0 && to.entry(right).kind == Kind::tuple;
  if (several) to.lower_children(right);
  if (right != 0 && !several) argument(to, right);
  to.close();
  to.close();
}

// A case's statements, in a block.
void case_body(Lowering& to, RawId raw) {
  std::vector<RawId> statements;
  for (const RawId at : named_children(to, raw)) {
    if (to.role_of(raw, at) == Role::body) statements.push_back(at);
  }
  block_of(to, statements, Role::body, to.raw(raw).end);
}

}  // namespace

void interpolated(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  const RawId text = parts.empty() ? raw : parts.back();
  const std::string_view written = to.text(text);
  const std::uint32_t quotes = written.starts_with("\"\"\"") && written.size() >= 6 ? 3 : 1;
  const Span whole = to.span(text);
  const bool closed = whole.end - whole.begin >= 2 * quotes;
  const Span content = closed ? Span{whole.begin + quotes, whole.end - quotes} : Span{whole.end, whole.end};
  std::vector<Hole> holes;
  for (const RawId at : named_children(to, text)) {
    const std::vector<RawId> inner = named_children(to, at);
    const bool block = inner.size() == 1 && to.entry(inner.front()).kind == Kind::block;
    holes.push_back({to.span(at), block ? inner.front() : at, true});
  }
  template_parts(to, {raw, role}, content, holes);
}

void infix(Lowering& to, RawId raw, Role role) {
  RawId sign = 0;
  for (const RawId at : named_children(to, raw)) {
    if (to.field_of(at) == "operator") sign = at;
  }
  std::string_view symbol = sign == 0 ? std::string_view{} : to.text(sign);
  if (is_method(symbol)) return infix_call(to, {raw, role}, sign);
  const bool compares = symbol == "==" || symbol == "!=" || symbol == "<=" || symbol == ">=" || symbol == "===";
  const bool assigns = symbol.size() > 1 && symbol.ends_with('=') && !compares;
  if (assigns) symbol.remove_suffix(1);
  const NodeId opened = to.open(assigns ? Kind::assignment : Kind::binary, role, to.span(raw));
  to.node(opened).symbol = symbol_of(symbol);
  for (const RawId at : named_children(to, raw)) {
    if (to.field_of(at) != "operator") to.lower(at, to.role_of(raw, at));
  }
  to.close();
}

void call(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const RawId callee = to.child(raw, Role::callee);
  const RawId arguments = to.child(raw, Role::arguments);
  if (callee != 0) to.lower(callee, Role::callee);
  if (arguments != 0 && to.entry(arguments).kind == Kind::arguments) {
    to.lower(arguments, Role::arguments);
  } else if (arguments != 0) {
    to.open(Kind::arguments, Role::arguments, to.span(arguments));
    argument(to, arguments);
    to.close();
  }
  to.close();
}

void creation(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const RawId arguments = to.child(raw, Role::arguments);
  std::uint32_t end = to.raw(raw).end;
  RawId body = 0;
  for (const RawId at : named_children(to, raw)) {
    if (to.entry(at).kind == Kind::class_body) {
      body = at;
    } else if (at != arguments) {
      const bool generic = to.type_name(at) == "generic_type" && !named_children(to, at).empty();
      to.lower(generic ? named_children(to, at).front() : at, Role::callee);
      end = to.raw(at).end;
    }
  }
  if (arguments != 0) {
    to.lower(arguments, Role::arguments);
  } else {
    to.leaf(Kind::arguments, Role::arguments, {end, end}, 0);
  }
  if (body != 0) to.lower(body, Role::body);
  to.close();
}

void first_child(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  if (!parts.empty()) to.lower(parts.front(), role);
}

void assignment(Lowering& to, RawId raw, Role role) {
  const RawId left = to.child(raw, Role::left);
  const RawId right = to.child(raw, Role::right);
  const bool keyword = to.node(to.parent()).kind == Kind::arguments && left != 0 &&
                       to.entry(left).kind == Kind::identifier;
  to.open(keyword ? Kind::keyword_argument : Kind::assignment, role, to.span(raw));
  if (left != 0) to.lower(left, keyword ? Role::name : Role::left);
  if (right != 0) to.lower(right, keyword ? Role::value : Role::right);
  to.close();
}

void lambda(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::vector<RawId> parameters;
  std::vector<RawId> statements;
  for (const RawId at : named_children(to, raw)) {
    const Role part = to.role_of(raw, at);
    if (part == Role::parameters) parameters.push_back(at);
    if (part == Role::none) statements.push_back(at);
  }
  for (const RawId at : parameters) {
    if (to.entry(at).kind == Kind::parameters) {
      to.lower(at, Role::parameters);
      continue;
    }
    to.open(Kind::parameters, Role::parameters, to.span(at));
    to.open(Kind::parameter, Role::none, to.span(at));
    to.lower(at, Role::name);
    to.close();
    to.close();
  }
  const bool block = statements.size() == 1 && to.entry(statements.front()).kind == Kind::block;
  block_of(to, block ? named_children(to, statements.front()) : statements, Role::body, to.raw(raw).end);
  to.close();
}

void function(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::vector<Item> before;
  std::vector<RawId> lists;
  RawId types = 0;
  for (const Item& item : to.items(raw)) {
    const Kind kind = to.entry(item.raw).kind;
    if (item.role == Role::modifiers || item.role == Role::decorators) before.push_back(item);
    if (kind == Kind::parameters) lists.push_back(item.raw);
    if (kind == Kind::type_parameters) types = item.raw;
  }
  std::stable_sort(before.begin(), before.end(), [](const Item& a, const Item& b) {
    return a.role == Role::decorators && b.role != Role::decorators;
  });
  to.lower_items(before);
  if (const RawId name = to.child(raw, Role::name); name != 0) to.lower(name, Role::name);
  if (types != 0) to.lower(types, Role::type_parameters);
  if (!lists.empty()) {
    to.open(Kind::parameters, Role::parameters, {to.raw(lists.front()).begin, to.raw(lists.back()).end});
    for (const RawId list : lists) {
      for (const RawId at : named_children(to, list)) to.lower(at, Role::none);
    }
    to.close();
  }
  if (const RawId type = to.child(raw, Role::return_type); type != 0) to.lower(type, Role::return_type);
  if (const RawId body = to.child(raw, Role::body); body != 0) body_of(to, body);
  to.close();
}

void extends(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (const RawId at : named_children(to, raw)) {
    if (to.entry(at).kind != Kind::arguments) to.lower(at, Role::none);
  }
  to.close();
}

void for_expression(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (const RawId at : named_children(to, raw)) {
    const Role part = to.role_of(raw, at);
    if (part == Role::body) {
      body_of(to, at);
    } else {
      to.lower(at, Role::none);
    }
  }
  to.close();
}

void case_clause(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (const RawId at : named_children(to, raw)) {
    if (to.role_of(raw, at) != Role::body) to.lower(at, Role::condition);
  }
  case_body(to, raw);
  to.close();
}

void catch_clause(Lowering& to, RawId raw, Role role) {
  std::vector<RawId> cases;
  for (const RawId at : named_children(to, raw)) {
    if (to.entry(at).kind == Kind::switch_body) cases = named_children(to, at);
  }
  for (const RawId at : cases) {
    to.open(Kind::catch_clause, role, to.span(at));
    const RawId pattern = to.child(at, Role::condition);
    const bool typed = pattern != 0 && to.type_name(pattern) == "typed_pattern";
    const RawId type = typed ? to.child(pattern, Role::type) : 0;
    const RawId name = typed ? to.child(pattern, Role::condition) : pattern;
    if (type != 0) to.lower(type, Role::type);
    if (name != 0) to.lower(name, Role::name);
    case_body(to, at);
    to.close();
  }
}

void import_declaration(Lowering& to, RawId raw, Role role) {
  std::vector<RawId> path;
  RawId selectors = 0;
  for (const RawId at : named_children(to, raw)) {
    if (to.field_of(at) == "path") {
      path.push_back(at);
    } else {
      selectors = at;
    }
  }
  to.open(raw, role);
  Role part = Role::module;
  for (std::size_t last = path.size(); last > 1; --last) {
    to.open(Kind::field_access, part, {to.raw(path.front()).begin, to.raw(path[last - 1]).end});
    part = Role::object;
  }
  for (std::size_t at = 0; at < path.size(); ++at) {
    to.lower(path[at], at == 0 ? part : Role::name);
    if (at > 0) to.close();
  }
  if (selectors != 0 && to.type_name(selectors) == "namespace_selectors") {
    for (const RawId at : named_children(to, selectors)) {
      to.open(Kind::import_name, Role::none, to.span(at));
      if (to.has_children(at) && to.entry(at).treat != Treat::leaf) {
        to.lower_children(at);
      } else {
        to.lower(at, Role::name);
      }
      to.close();
    }
  } else if (selectors != 0) {
    to.open(Kind::import_name, Role::none, to.span(selectors));
    to.leaf(Kind::identifier, Role::name, to.span(selectors), symbol_of("*"));
    to.close();
  }
  to.close();
}

}  // namespace codelake::syntax::scala
