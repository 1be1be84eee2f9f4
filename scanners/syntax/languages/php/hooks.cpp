// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/php/hooks.h"

#include "scanners/syntax/shapes.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace codelake::syntax::php {

namespace {

// What is interpolated, with the braces around it.
std::vector<Hole> holes_of(const Lowering& of, RawId raw) {
  std::vector<Hole> holes;
  for (const RawId at : named_children(of, raw)) {
    Span span = of.span(at);
    const Span whole = of.span(raw);
    if (span.begin > whole.begin && of.text(Span{span.begin - 1, span.begin}) == "{") --span.begin;
    if (span.end < whole.end && of.text(Span{span.end, span.end + 1}) == "}") ++span.end;
    holes.push_back({span, at, false});
  }
  return holes;
}

Span without_quotes(Span whole) {
  return whole.end - whole.begin >= 2 ? Span{whole.begin + 1, whole.end - 1} : whole;
}

void collect_names(const Lowering& of, RawId raw, std::vector<RawId>& names) {
  for (const RawId at : named_children(of, raw)) {
    if (of.entry(at).kind == Kind::identifier) {
      names.push_back(at);
    } else {
      collect_names(of, at, names);
    }
  }
}

}  // namespace

void folded(Lowering& to, RawId raw, Role role) {
  std::string lower(to.text(raw));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char byte) { return static_cast<char>(std::tolower(static_cast<unsigned char>(byte))); });
  to.leaf(to.entry(raw).kind, role, to.span(raw), symbol_of(lower));
}

void template_string(Lowering& to, RawId raw, Role role) {
  Span content = to.span(raw);
  if (!to.text(raw).starts_with('"')) ++content.begin;
  template_parts(to, {raw, role}, without_quotes(content), holes_of(to, raw));
}

void heredoc(Lowering& to, RawId raw, Role role) {
  const RawId body = to.child(raw, Role::value);
  const Span end{to.raw(raw).end, to.raw(raw).end};
  if (body == 0) {
    to.string_leaf(Kind::string, role, to.span(raw), end);
    return;
  }
  Span content = to.span(body);
  if (to.text(content).starts_with('\n')) ++content.begin;
  template_parts(to, {raw, role}, content, holes_of(to, body));
}

void command(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  template_parts(to, {raw, Role::value}, without_quotes(to.span(raw)), holes_of(to, raw));
  to.close();
}

void qualified_name(Lowering& to, RawId raw, Role role) {
  std::vector<RawId> names;
  collect_names(to, raw, names);
  dotted_names(to, {raw, role}, names);
}

void method_call(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const RawId object = to.child(raw, Role::object);
  const RawId name = to.child(raw, Role::name);
  const RawId arguments = to.child(raw, Role::arguments);
  if (object != 0 && name != 0) {
    to.open(Kind::field_access, Role::callee, {to.raw(object).begin, to.raw(name).end});
    to.lower(object, Role::object);
    to.lower(name, Role::name);
    to.close();
  }
  if (arguments != 0) to.lower(arguments, Role::arguments);
  to.close();
}

void creation(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  bool has_arguments = false;
  for (const RawId at : named_children(to, raw)) {
    const Kind kind = to.entry(at).kind;
    has_arguments = has_arguments || kind == Kind::arguments;
    to.lower(at, kind == Kind::arguments           ? Role::arguments
                 : kind == Kind::class_declaration ? Role::body
                                                   : Role::callee);
  }
  const std::uint32_t end = to.raw(raw).end;
  if (!has_arguments) to.leaf(Kind::arguments, Role::arguments, {end, end}, 0);
  to.close();
}

void array_element(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  if (parts.size() < 2) {
    to.lower_children(raw, role);
    return;
  }
  to.open(raw, role);
  to.lower(parts[0], Role::key);
  for (std::size_t at = 1; at < parts.size(); ++at) to.lower(parts[at], Role::value);
  to.close();
}

void list_of_targets(Lowering& to, RawId raw, Role role) { pairs_joined_by(to, raw, role, "=>"); }

void foreach_statement(Lowering& to, RawId raw, Role role) {
  std::vector<RawId> parts;
  const RawId body = to.child(raw, Role::body);
  for (const RawId at : named_children(to, raw)) {
    if (at != body) parts.push_back(at);
  }
  to.open(raw, role);
  for (std::size_t at = 1; at < parts.size(); ++at) to.lower(parts[at], Role::left);
  if (!parts.empty()) to.lower(parts.front(), Role::right);
  if (body != 0) to.lower(body, Role::body);
  to.close();
}

void use_declaration(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  const bool group = std::any_of(parts.begin(), parts.end(),
                                 [&to](RawId at) { return to.type_name(at) == "namespace_use_group"; });
  if (!group) {
    to.lower_children(raw, role);
    return;
  }
  to.open(raw, role);
  for (const RawId at : parts) to.lower(at, to.type_name(at) == "namespace_name" ? Role::module : Role::none);
  to.close();
}

void use_clause(Lowering& to, RawId raw, Role role) {
  const bool grouped = to.node(to.parent()).kind == Kind::import_statement;
  const Kind kind = grouped ? Kind::import_name : Kind::import_statement;
  to.open(kind, role, to.span(raw));
  const RawId alias = to.child(raw, Role::alias);
  for (const RawId at : named_children(to, raw)) {
    to.lower(at, at == alias ? Role::alias : grouped ? Role::name : Role::module);
  }
  to.close();
}

}  // namespace codelake::syntax::php
