// SPDX-License-Identifier: Apache-2.0
// The grammar lists a term and what follows it side by side: a.b[0] is `a` `.b` `[0]`. Here they nest, as in every other
// language: index(field_access(a, b), 0).
#include "scanners/syntax/languages/hcl/hooks.h"

#include "scanners/syntax/shapes.h"

#include <algorithm>
#include <span>

namespace codelake::syntax::hcl {

namespace {

// More would only be written to harm; the tree is as deep as a term is long.
constexpr std::size_t k_parts_max = 500;

bool is_splat(const Lowering& of, RawId raw) { return of.type_name(raw) == "splat"; }

std::vector<RawId> splat_parts(const Lowering& of, RawId splat) {
  std::vector<RawId> parts;
  for (const RawId kind : named_children(of, splat)) {
    for (const RawId part : named_children(of, kind)) parts.push_back(part);
  }
  return parts;
}

// Splats hold what follows them: a[*].b is `a` `[*].b`.
void add_parts(const Lowering& of, RawId raw, std::vector<RawId>& parts) {
  parts.push_back(raw);
  if (!is_splat(of, raw)) return;
  const std::vector<RawId> inner = splat_parts(of, raw);
  parts.insert(parts.end(), inner.begin(), inner.end());
}

// Without what only the grammar puts into a splat.
Span own_span(const Lowering& of, RawId part) {
  const std::vector<RawId> inner = is_splat(of, part) ? splat_parts(of, part) : std::vector<RawId>{};
  return {of.raw(part).begin, inner.empty() ? of.raw(part).end : of.raw(inner.front()).begin};
}

Kind kind_of(const Lowering& of, RawId part) {
  return of.type_name(part) == "get_attr" ? Kind::field_access : Kind::index;
}

void lower_part(Lowering& to, RawId part) {
  if (is_splat(to, part)) {
    to.leaf(Kind::identifier, Role::index, own_span(to, part), symbol_of("*"));
    return;
  }
  const Role role = kind_of(to, part) == Kind::field_access ? Role::name : Role::index;
  to.lower_children(part, role);
}

void nest(Lowering& to, std::span<const RawId> terms, Role role) {
  std::vector<RawId> parts;
  for (const RawId raw : terms) add_parts(to, raw, parts);
  if (parts.empty()) return;
  if (parts.size() > k_parts_max) parts.resize(k_parts_max);
  for (std::size_t last = parts.size() - 1; last > 0; --last) {
    to.open(kind_of(to, parts[last]), role, {to.raw(parts.front()).begin, own_span(to, parts[last]).end});
    role = Role::object;
  }
  to.lower(parts.front(), role);
  for (std::size_t at = 1; at < parts.size(); ++at) {
    lower_part(to, parts[at]);
    to.close();
  }
}

// A label is the same with quotes and without.
void label(Lowering& to, RawId raw) {
  if (to.entry(raw).kind == Kind::identifier) {
    to.string_leaf(Kind::string, Role::none, to.span(raw), to.span(raw));
  } else {
    to.lower(raw, Role::none);
  }
}

// The node that is all of `raw`, however often it is wrapped.
RawId unwrapped(const Lowering& of, RawId raw) {
  while (of.has_children(raw) && of.raw(raw + 1).begin == of.raw(raw).begin && of.raw(raw + 1).end == of.raw(raw).end) {
    ++raw;
  }
  return raw;
}

// So is a key. Only a key that is no name stays the expression it is.
void key(Lowering& to, RawId raw) {
  const RawId inner = unwrapped(to, raw);
  const std::string_view text = to.text(inner);
  const bool quoted = to.type_name(inner) == "string_lit" && text.size() > 2;
  const std::string_view content = quoted ? text.substr(1, text.size() - 2) : text;
  if (!quoted || content.find_first_of("$.=") != std::string_view::npos) return to.lower(inner, Role::key);
  to.leaf(Kind::identifier, Role::key, to.span(inner), symbol_of(content));
}

}  // namespace

void term(Lowering& to, RawId raw, Role role) { nest(to, named_children(to, raw), role); }

void operation(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::vector<RawId> left;
  std::vector<RawId> right;
  bool after = false;
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.entry(at).treat == Treat::symbol) {
      to.lower(at, Role::none);
      after = true;
    } else {
      (after ? right : left).push_back(at);
    }
  }
  nest(to, left, Role::left);
  nest(to, right, left.empty() ? Role::none : Role::right);
  to.close();
}

void entry(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  to.open(Kind::pair, role, to.span(raw));
  for (std::size_t at = 0; at < parts.size(); ++at) {
    if (at == 0) {
      key(to, parts[at]);
    } else {
      to.lower(parts[at], Role::value);
    }
  }
  to.close();
}

void block(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  const auto opening = std::find_if(parts.begin(), parts.end(),
                                    [&](RawId part) { return to.type_name(part) == "block_start"; });
  if (opening == parts.begin() || opening == parts.end()) return to.lower_children(raw, role);
  to.open(Kind::call, role, to.span(raw));
  to.lower(parts.front(), Role::callee);
  to.open(Kind::arguments, Role::arguments, {to.raw(parts.front()).end, to.raw(raw).end});
  for (auto part = parts.begin() + 1; part != opening; ++part) label(to, *part);
  to.open(Kind::dictionary, Role::none, {to.raw(*opening).begin, to.raw(raw).end});
  for (auto part = opening + 1; part != parts.end(); ++part) {
    if (to.type_name(*part) != "block_end") to.lower(*part, Role::none);
  }
  to.close();
  to.close();
  to.close();
}

void function_call(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  to.open(raw, role);
  for (std::size_t at = 0; at < parts.size(); ++at) to.lower(parts[at], at == 0 ? Role::callee : Role::arguments);
  if (parts.size() == 1) to.leaf(Kind::arguments, Role::arguments, {to.raw(parts.front()).end, to.raw(raw).end}, 0);
  to.close();
}

void heredoc(Lowering& to, RawId raw, Role role) {
  const Span whole = to.span(raw);
  const std::string_view text = to.text(raw);
  const std::size_t first = std::min(text.find('\n'), text.size() - 1) + 1;
  const std::size_t last = text.find_last_of('\n');
  const auto begin = static_cast<std::uint32_t>(whole.begin + first);
  const std::size_t length = last == std::string_view::npos || last < first ? first : last + 1;
  string_parts(to, {raw, role}, {begin, static_cast<std::uint32_t>(whole.begin + length)});
}

}  // namespace codelake::syntax::hcl
