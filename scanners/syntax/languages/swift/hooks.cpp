// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/swift/hooks.h"

#include "scanners/syntax/shapes.h"

#include <algorithm>

namespace codelake::syntax::swift {

bool is_type(const Lowering& of, RawId raw) {
  const std::string_view type = of.type_name(raw);
  return type.ends_with("_type") || type == "metatype" || type == "type_identifier";
}

std::vector<RawId> parts_of(const Lowering& of, RawId raw) {
  std::vector<RawId> all;
  for (RawId at = of.first_child(raw); at < of.children_end(raw); at = of.next(at)) {
    const Entry& entry = of.entry(at);
    if (entry.treat == Treat::leaf || (entry.named && entry.treat != Treat::drop)) all.push_back(at);
  }
  return all;
}

void string(Lowering& to, RawId raw, Role role) {
  const std::string_view text = to.text(raw);
  const std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
  const std::string_view inner = text.substr(marks);
  const std::size_t quotes = marks + (inner.starts_with("\"\"\"") && inner.size() >= 6 ? 3 : 1);
  const Span whole = to.span(raw);
  const bool closed = text.size() >= 2 * quotes;
  const auto width = static_cast<std::uint32_t>(closed ? quotes : text.size());
  const Span content{whole.begin + width, closed ? whole.end - width : whole.end};
  std::vector<Hole> holes;
  std::uint32_t done = content.begin;
  for (const RawId at : named_children(to, raw)) {
    // The marks around the expression are no part of its node, but in raw strings.
    const bool marked = to.text(at).starts_with('\\');
    const auto before = to.text({done, to.raw(at).begin}).rfind('\\');
    const std::uint32_t begin = marked                             ? to.raw(at).begin
                                : before == std::string_view::npos ? done
                                                                   : done + static_cast<std::uint32_t>(before);
    const std::uint32_t end = to.raw(at).end;
    const bool bracket = end < content.end && to.text({end, end + 1}) == ")";
    holes.push_back({{begin, bracket ? end + 1 : end}, at, true});
    done = holes.back().span.end;
  }
  template_parts(to, {raw, role}, content, holes);
}

namespace {

void index(Lowering& to, Item call, std::span<const RawId> parts) {
  to.open(Kind::index, call.role, to.span(call.raw));
  to.lower(parts[0], Role::object);
  to.lower_children(parts[1], Role::index);
  to.close();
}

void defer(Lowering& to, Item call, RawId closure) {
  to.open(Kind::defer_statement, call.role, to.span(call.raw));
  block_of(to, named_children(to, closure), Role::body, to.raw(closure).end);
  to.close();
}

}  // namespace

void call(Lowering& to, RawId raw, Role role) {
  std::vector<RawId> parts;
  for (const RawId at : parts_of(to, raw)) {
    if (!to.type_name(at).ends_with("_suffix")) {
      parts.push_back(at);
      continue;
    }
    for (const RawId part : named_children(to, at)) {
      if (to.entry(part).kind != Kind::identifier) parts.push_back(part);
    }
  }
  if (parts.empty()) return;
  const bool brackets = parts.size() == 2 && to.entry(parts[1]).kind == Kind::arguments && to.text(parts[1]).starts_with('[');
  const bool closure = parts.size() == 2 && to.entry(parts[1]).kind == Kind::lambda;
  if (brackets) {
    index(to, {raw, role}, parts);
  } else if (closure && to.text(parts[0]) == "defer") {
    defer(to, {raw, role}, parts[1]);
  } else {
    call_of_parts(to, {raw, role}, parts);
  }
}

void argument(Lowering& to, RawId raw, Role role) {
  named_argument(to, {raw, role}, parts_of(to, raw), "value_argument_label");
}

void prefix(Lowering& to, RawId raw, Role role) {
  if (to.text(raw).starts_with('.')) {
    to.lower_children(raw, role);
  } else {
    unary_by_position(to, raw, role);
  }
}

void tuple(Lowering& to, RawId raw, Role role) {
  std::vector<RawId> values;
  for (const RawId at : parts_of(to, raw)) {
    if (to.field_of(at) != "name") values.push_back(at);
  }
  const bool one = values.size() == 1;
  if (!one) to.open(raw, role);
  for (const RawId at : values) to.lower(at, one ? role : Role::none);
  if (!one) to.close();
}

void dictionary(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const std::vector<RawId> parts = parts_of(to, raw);
  for (std::size_t at = 0; at + 1 < parts.size(); at += 2) {
    to.open(Kind::pair, Role::none, {to.raw(parts[at]).begin, to.raw(parts[at + 1]).end});
    to.lower(parts[at], Role::key);
    to.lower(parts[at + 1], Role::value);
    to.close();
  }
  to.close();
}

void closure(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::vector<RawId> statements;
  for (const RawId at : named_children(to, raw)) {
    if (to.type_name(at) == "statements") statements.push_back(at);
    if (to.type_name(at) != "lambda_function_type") continue;
    for (const RawId part : named_children(to, at)) {
      const bool parameters = to.entry(part).kind == Kind::parameters;
      if (parameters || is_type(to, part)) to.lower(part, parameters ? Role::parameters : Role::return_type);
    }
  }
  block_of(to, statements, Role::body, to.raw(raw).end);
  to.close();
}

void pattern(Lowering& to, RawId raw, Role role) {
  std::vector<RawId> parts = parts_of(to, raw);
  std::erase_if(parts, [&to](RawId at) { return to.entry(at).kind == Kind::modifier; });
  const bool many = parts.size() > 1;
  if (many) to.open(Kind::tuple, role, to.span(raw));
  for (const RawId at : parts) to.lower(at, many ? Role::none : role);
  if (many) to.close();
}

void attribute(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = parts_of(to, raw);
  if (parts.empty()) return;
  to.open(raw, role);
  const bool arguments = parts.size() > 1;
  if (arguments) to.open(Kind::call, Role::none, {to.raw(parts.front()).begin, to.raw(raw).end});
  // The name is what it is of a class: no type.
  generic_type(to, parts.front(), Role::name);
  if (arguments) {
    to.open(Kind::arguments, Role::arguments, {to.raw(parts[1]).begin, to.raw(raw).end});
    for (std::size_t at = 1; at < parts.size(); ++at) to.lower(parts[at], Role::none);
    to.close();
    to.close();
  }
  to.close();
}

void import(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (const RawId at : named_children(to, raw)) {
    if (to.type_name(at) == "identifier") to.lower(at, Role::module);
  }
  to.close();
}

}  // namespace codelake::syntax::swift
