// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/shapes.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace codelake::syntax {

namespace {

bool is_interpolation(const Entry& entry) {
  return entry.treat == Treat::splice && entry.kind == Kind::string_template;
}

struct Quotes {
  std::size_t prefix = 0;  // letters and marks before the opening quote
  std::size_t suffix = 0;  // marks after the closing one
  std::size_t count = 0;   // 1 or 3
  bool closed = false;
};

Quotes quotes_of(std::string_view text) {
  Quotes quotes;
  const auto is_prefix = [](char byte) {
    return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '$' || byte == '@' || byte == '#';
  };
  while (quotes.prefix < text.size() && is_prefix(text[quotes.prefix])) ++quotes.prefix;
  std::string_view rest = text.substr(quotes.prefix);
  while (rest.ends_with('#')) {
    rest.remove_suffix(1);
    ++quotes.suffix;
  }
  if (rest.empty()) return quotes;
  const std::string three(3, rest.front());
  quotes.count = rest.size() >= 6 && rest.starts_with(three) && rest.ends_with(three) ? 3 : 1;
  quotes.closed = rest.size() >= 2 * quotes.count && rest.ends_with(rest.front());
  return quotes;
}

}  // namespace

std::vector<RawId> named_children(const Lowering& of, RawId raw) {
  std::vector<RawId> all;
  for (RawId at = of.first_child(raw); at < of.children_end(raw); at = of.next(at)) {
    if (of.entry(at).named && of.entry(at).treat != Treat::drop) all.push_back(at);
  }
  return all;
}

void dotted_name(Lowering& to, RawId raw, Role role) {
  dotted_names(to, {raw, role}, named_children(to, raw));
}

void dotted_names(Lowering& to, Item whole, std::span<const RawId> names) {
  const Span span = to.span(whole.raw);
  if (names.empty()) {
    to.leaf(Kind::identifier, whole.role, span);
    return;
  }
  Role role = whole.role;
  for (std::size_t last = names.size() - 1; last > 0; --last) {
    to.open(Kind::field_access, role, {span.begin, to.raw(names[last]).end});
    role = Role::object;
  }
  to.lower(names.front(), role);
  for (const RawId name : names.subspan(1)) {
    to.lower(name, Role::name);
    to.close();
  }
}

void scoped_name(Lowering& to, RawId raw, Role role) {
  if (to.child(raw, Role::object) == 0) {
    to.lower_children(raw, role);
    return;
  }
  to.open(raw, role);
  to.lower_children(raw);
  to.close();
}

void argument_with_name(Lowering& to, RawId raw, Role role) {
  const RawId name = to.child(raw, Role::name);
  if (name == 0) {
    to.lower_children(raw, role);
    return;
  }
  to.open(raw, role);
  to.lower(name, Role::name);
  for (const RawId at : named_children(to, raw)) {
    if (at != name) to.lower(at, Role::value);
  }
  to.close();
}

void keyword_call(Lowering& to, RawId raw, Role role) {
  const std::string_view text = to.text(raw);
  const auto in_word = [](char byte) { return std::isalpha(static_cast<unsigned char>(byte)) != 0 || byte == '_'; };
  const auto size = static_cast<std::uint32_t>(std::find_if_not(text.begin(), text.end(), in_word) - text.begin());
  const Span whole = to.span(raw);
  to.open(Kind::call, role, whole);
  to.leaf(Kind::identifier, Role::callee, {whole.begin, whole.begin + size});
  to.open(Kind::arguments, Role::arguments, {whole.begin + size, whole.end});
  for (const RawId at : named_children(to, raw)) to.lower(at, Role::none);
  to.close();
  to.close();
}

void string_parts(Lowering& to, Item item, Span content) {
  std::vector<Hole> holes;
  for (RawId at = to.first_child(item.raw); at < to.children_end(item.raw); at = to.next(at)) {
    if (is_interpolation(to.entry(at))) holes.push_back({to.span(at), at, true});
  }
  template_parts(to, item, content, holes);
}

void template_parts(Lowering& to, Item item, Span content, std::span<const Hole> holes) {
  if (holes.empty()) {
    to.string_leaf(Kind::string, item.role, to.span(item.raw), content);
    return;
  }
  to.open(Kind::string_template, item.role, to.span(item.raw));
  std::uint32_t done = content.begin;
  for (const Hole& hole : holes) {
    const Span before{done, hole.span.begin};
    if (before.begin < before.end) to.string_leaf(Kind::string, Role::none, before, before);
    if (hole.node == 0) {
      to.leaf(Kind::identifier, Role::none, {hole.span.begin + 1, hole.span.end});
    } else if (hole.inner) {
      to.lower_children(hole.node);
    } else {
      to.lower(hole.node, Role::none);
    }
    done = hole.span.end;
  }
  if (done < content.end) to.string_leaf(Kind::string, Role::none, {done, content.end}, {done, content.end});
  to.close();
}

void quoted_string(Lowering& to, RawId raw, Role role) {
  const Quotes quotes = quotes_of(to.text(raw));
  const Span whole = to.span(raw);
  const auto begin = static_cast<std::uint32_t>(whole.begin + quotes.prefix + quotes.count);
  const auto end = static_cast<std::uint32_t>(whole.end - (quotes.closed ? quotes.count + quotes.suffix : 0));
  string_parts(to, {raw, role}, {begin, std::max(begin, end)});
}

void parameter_list(Lowering& to, RawId raw, Role role) {
  to.open(Kind::parameters, role, to.span(raw));
  for (const RawId at : named_children(to, raw)) {
    const Kind kind = to.entry(at).kind;
    if (kind == Kind::parameter || kind == Kind::other || kind == Kind::error) {
      to.lower(at, Role::none);
      continue;
    }
    to.open(Kind::parameter, Role::none, to.span(at));
    to.lower_parameter_name(at);
    to.close();
  }
  to.close();
}

void split_declarators(Lowering& to, const std::vector<RawId>& declarators, const SharedParts& shared) {
  for (const RawId at : declarators) {
    Prefix prefix = shared.parts;
    if (declarators.size() > 1) prefix.span.end = to.raw(at).end;
    if (at != declarators.front()) {
      prefix.span.begin = to.raw(at).begin;
      for (const Item& item : prefix.items) prefix.span.begin = std::min(prefix.span.begin, to.raw(item.raw).begin);
    }
    to.set_prefix(std::move(prefix));
    to.lower(at, shared.role);
    to.take_prefix();
  }
}

void variables(Lowering& to, RawId raw, Role role) {
  Prefix shared = to.take_prefix();
  if (shared.span.end == 0) shared.span = to.span(raw);
  std::vector<RawId> declarators;
  for (const Item& item : to.items(raw)) {
    if (to.entry(item.raw).kind == Kind::variable_declaration) {
      declarators.push_back(item.raw);
    } else {
      shared.items.push_back(item);
    }
  }
  split_declarators(to, declarators, {shared, role});
}

void type_identifier(Lowering& to, RawId raw, Role role) {
  const bool names = role == Role::name || role == Role::object;
  to.leaf(names ? Kind::identifier : Kind::type_name, role, to.span(raw));
}

void if_chain(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::size_t opened = 1;
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    const Role part = to.role_of(raw, at);
    if (to.entry(at).kind != Kind::if_statement || part != Role::alternative) {
      to.lower(at, part);
      continue;
    }
    to.open(Kind::if_statement, Role::alternative, {to.raw(at).begin, to.raw(raw).end});
    to.lower_children(at);
    ++opened;
  }
  for (; opened > 0; --opened) to.close();
}

void annotation(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  Item name;
  Item arguments;
  for (const Item& item : to.items(raw)) {
    if (item.role == Role::name) name = item;
    if (item.role == Role::arguments) arguments = item;
  }
  if (name.raw != 0 && arguments.raw != 0) {
    to.open(Kind::call, Role::none, {to.raw(name.raw).begin, to.raw(raw).end});
    to.lower(name.raw, Role::callee);
    to.lower(arguments.raw, Role::arguments);
    to.close();
  } else if (name.raw != 0) {
    to.lower(name.raw, Role::none);
  }
  to.close();
}

void wrapped_variables(Lowering& to, RawId raw, Role role) {
  Prefix prefix{{}, to.span(raw)};
  RawId declared = 0;
  for (const Item& item : to.items(raw)) {
    if (item.role == Role::modifiers || item.role == Role::decorators) {
      prefix.items.push_back(item);
    } else if (declared == 0) {
      declared = item.raw;
    }
  }
  if (declared == 0) return;
  to.set_prefix(std::move(prefix));
  to.lower(declared, role);
  to.take_prefix();
}

void unary_by_position(Lowering& to, RawId raw, Role role) {
  const NodeId opened = to.open(raw, role);
  const std::vector<RawId> parts = named_children(to, raw);
  const auto trimmed = [](std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
    return std::string(text);
  };
  if (!parts.empty()) {
    const std::string before = trimmed(to.text(Span{to.raw(raw).begin, to.raw(parts.front()).begin}));
    const std::string after = trimmed(to.text(Span{to.raw(parts.back()).end, to.raw(raw).end}));
    to.node(opened).symbol = symbol_of(before.empty() ? "postfix " + after : before);
  }
  for (const RawId part : parts) to.lower(part, Role::value);
  to.close();
}

void increment(Lowering& to, RawId raw, Role role) {
  const std::string_view text = to.text(raw);
  const NodeId opened = to.open(raw, role);
  to.lower_children(raw);
  if (text.ends_with("++")) to.node(opened).symbol = symbol_of("postfix ++");
  if (text.ends_with("--")) to.node(opened).symbol = symbol_of("postfix --");
  to.close();
}

void quoted_character(Lowering& to, RawId raw, Role role) {
  const Span whole = to.span(raw);
  const bool quoted = whole.end - whole.begin >= 2;
  to.string_leaf(Kind::char_literal, role, whole, quoted ? Span{whole.begin + 1, whole.end - 1} : whole);
}

void case_with_statements(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const RawId end = to.children_end(raw);
  std::uint32_t begin = to.raw(raw).end;
  RawId at = to.first_child(raw);
  for (; at < end && to.role_of(raw, at) != Role::body; at = to.next(at)) {
    if (to.entry(at).named) to.lower(at, to.role_of(raw, at));
  }
  if (at < end) begin = to.raw(at).begin;
  to.open(Kind::block, Role::body, {begin, to.raw(raw).end});
  for (; at < end; at = to.next(at)) to.lower(at, Role::none);
  to.close();
  to.close();
}

void case_with_rest(Lowering& to, RawId raw, Role role) {
  const NodeId opened = to.open(raw, role);
  const RawId value = to.child(raw, Role::value);
  if (value != 0) to.lower(value, Role::condition);
  if (value == 0) to.node(opened).symbol = symbol_of("default");
  const std::uint32_t begin = value != 0 ? to.raw(value).end : to.raw(raw).end;
  to.open(Kind::block, Role::body, {begin, to.raw(raw).end});
  for (const RawId at : named_children(to, raw)) {
    if (at != value) to.lower(at, Role::none);
  }
  to.close();
  to.close();
}

void block_of(Lowering& to, std::span<const RawId> statements, Role role, std::uint32_t end) {
  to.open(Kind::block, role, {statements.empty() ? end : to.raw(statements.front()).begin, end});
  for (const RawId at : statements) to.lower(at, Role::none);
  to.close();
}

void named_argument(Lowering& to, Item argument, std::span<const RawId> parts, std::string_view name_type) {
  if (parts.size() != 2 || to.type_name(parts[0]) != name_type) {
    to.lower_children(argument.raw, argument.role);
    return;
  }
  to.open(argument.raw, argument.role);
  to.lower(parts[0], Role::name);
  to.lower(parts[1], Role::value);
  to.close();
}

void call_of_parts(Lowering& to, Item call, std::span<const RawId> parts) {
  to.open(Kind::call, call.role, to.span(call.raw));
  to.lower(parts.front(), Role::callee);
  std::vector<RawId> arguments;
  for (const RawId at : parts.subspan(1)) {
    if (to.entry(at).kind == Kind::type_arguments) {
      to.lower(at, Role::type_arguments);
    } else {
      arguments.push_back(at);
    }
  }
  const std::uint32_t end = to.raw(call.raw).end;
  to.open(Kind::arguments, Role::arguments, {arguments.empty() ? end : to.raw(arguments.front()).begin, end});
  for (const RawId at : arguments) {
    if (to.entry(at).kind == Kind::arguments) {
      to.lower_children(at);
    } else {
      to.lower(at, Role::none);
    }
  }
  to.close();
  to.close();
}

void generic_type(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  const bool generic = !parts.empty() && to.entry(parts.back()).kind == Kind::type_arguments;
  if (!generic) {
    dotted_name(to, raw, role);
    return;
  }
  to.open(raw, role);
  for (const RawId at : parts) to.lower(at, at == parts.back() ? Role::type_arguments : Role::type);
  to.close();
}

void cases_in_body(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::vector<RawId> cases;
  for (const RawId at : named_children(to, raw)) {
    if (to.entry(at).kind == Kind::switch_case) {
      cases.push_back(at);
    } else {
      to.lower(at, Role::condition);
    }
  }
  const std::uint32_t end = to.raw(raw).end;
  to.open(Kind::switch_body, Role::body, {cases.empty() ? end : to.raw(cases.front()).begin, end});
  for (const RawId at : cases) to.lower(at, Role::none);
  to.close();
  to.close();
}

void tuple_if_many(Lowering& to, RawId raw, Role role) {
  const bool many = named_children(to, raw).size() > 1;
  if (many) to.open(Kind::tuple, role, to.span(raw));
  to.lower_children(raw, many ? Role::none : role);
  if (many) to.close();
}

void pairs_joined_by(Lowering& to, RawId raw, Role role, std::string_view sign) {
  to.open(raw, role);
  const std::vector<RawId> parts = named_children(to, raw);
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const bool keyed = at + 1 < parts.size() && to.text(Span{to.raw(parts[at]).end, to.raw(parts[at + 1]).begin}).find(sign) != std::string_view::npos;
    if (!keyed) {
      to.lower(parts[at], Role::none);
      continue;
    }
    to.open(Kind::pair, Role::none, {to.raw(parts[at]).begin, to.raw(parts[at + 1]).end});
    to.lower(parts[at], Role::key);
    to.lower(parts[++at], Role::value);
    to.close();
  }
  to.close();
}

}  // namespace codelake::syntax
