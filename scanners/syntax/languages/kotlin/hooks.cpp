// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/kotlin/hooks.h"

#include "scanners/syntax/shapes.h"

#include <algorithm>
#include <cctype>

namespace codelake::syntax::kotlin {

namespace {

bool is_type(const Lowering& of, RawId raw) {
  const std::string_view type = of.type_name(raw);
  return type.ends_with("_type") || type == "dynamic";
}

bool starts_name(char byte) { return std::isalpha(static_cast<unsigned char>(byte)) != 0 || byte == '_'; }
bool continues_name(char byte) { return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_'; }

// The names behind "$" in a part of a string.
void add_names(const Lowering& of, Span part, std::vector<Hole>& holes) {
  const std::string_view text = of.text(part);
  for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
    const bool escaped = at > 0 && text[at - 1] == '\\';
    std::size_t end = at + 1;
    if (escaped || end >= text.size() || !starts_name(text[end])) continue;
    while (end < text.size() && continues_name(text[end])) ++end;
    holes.push_back({{part.begin + static_cast<std::uint32_t>(at), part.begin + static_cast<std::uint32_t>(end)}, 0, false});
  }
}

// The operator in front of what a chain of calls and accesses begins with; 0 when there is none.
RawId leading_operator(const Lowering& of, RawId raw) {
  RawId at = raw;
  const auto chains = [&](RawId id) {
    const Kind kind = of.entry(id).kind;
    return kind == Kind::call || kind == Kind::field_access || kind == Kind::index;
  };
  while (chains(at) && of.has_children(at)) at = of.first_child(at);
  const std::string_view text = of.text(at);
  const bool leads = of.type_name(at) == "unary_expression" && (text.starts_with('!') || text.starts_with('-') || text.starts_with('+'));
  return leads && !text.ends_with("!!") ? at : 0;
}

// The operator is put around all of the chain. `plain` lowers the chain itself, in which the operator is passed over.
void lifted(Lowering& to, Item item, void (*plain)(Lowering&, RawId, Role)) {
  const bool outermost = item.role != Role::callee && item.role != Role::object;
  const RawId leading = outermost ? leading_operator(to, item.raw) : 0;
  if (leading == 0) return plain(to, item.raw, item.role);
  const std::vector<RawId> operand = named_children(to, leading);
  const std::uint32_t begin = to.raw(item.raw).begin;
  const NodeId opened = to.open(Kind::unary, item.role, to.span(item.raw));
  to.node(opened).symbol = symbol_of(to.text(Span{begin, operand.empty() ? begin : to.raw(operand.front()).begin}));
  plain(to, item.raw, Role::value);
  for (NodeId inner = opened + 1; inner < to.size() && !operand.empty(); ++inner) {
    if (to.node(inner).begin == begin) to.node(inner).begin = to.raw(operand.front()).begin;
  }
  to.close();
}

void plain_access(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  to.lower_children(raw);
  to.close();
}

void plain_call(Lowering& to, RawId raw, Role role) {
  std::vector<RawId> parts = named_children(to, raw);
  const bool only_lambda = parts.size() == 2 && to.entry(parts[1]).kind != Kind::arguments;
  if (only_lambda && to.entry(parts[0]).kind == Kind::call) {
    std::vector<RawId> inner = named_children(to, parts[0]);
    inner.push_back(parts[1]);
    parts = inner;
  }
  if (!parts.empty()) call_of_parts(to, {raw, role}, parts);
}

void empty_parameters(Lowering& to, std::uint32_t at) {
  to.open(Kind::parameters, Role::parameters, {at, at});
  to.close();
}

}  // namespace

void identifier(Lowering& to, RawId raw, Role role) {
  const std::string_view text = to.text(raw);
  const Kind kind = text == "true" || text == "false" ? Kind::boolean
                    : text == "null"                  ? Kind::null
                                                      : Kind::identifier;
  to.leaf(kind, role, to.span(raw));
}

void string(Lowering& to, RawId raw, Role role) {
  const std::uint32_t quotes = to.type_name(raw).starts_with("multi") ? 3 : 1;
  const Span whole = to.span(raw);
  const bool closed = whole.end - whole.begin >= 2 * quotes;
  const Span content = closed ? Span{whole.begin + quotes, whole.end - quotes} : Span{whole.end, whole.end};
  std::vector<Hole> holes;
  std::uint32_t done = content.begin;
  for (const RawId at : named_children(to, raw)) {
    if (to.raw(at).begin < done) continue;
    add_names(to, {done, to.raw(at).begin}, holes);
    holes.push_back({to.span(at), at, true});
    done = to.raw(at).end;
  }
  if (done < content.end) add_names(to, {done, content.end}, holes);
  template_parts(to, {raw, role}, content, holes);
}

void call(Lowering& to, RawId raw, Role role) { lifted(to, {raw, role}, plain_call); }

void access(Lowering& to, RawId raw, Role role) { lifted(to, {raw, role}, plain_access); }

void in(Lowering& to, RawId raw, Role role) {
  const NodeId opened = to.open(raw, role);
  to.lower_children(raw);
  const std::vector<RawId> sides = named_children(to, raw);
  const Span between{to.raw(sides.front()).end, to.raw(sides.back()).begin};
  if (sides.size() > 1 && to.text(between).find('!') != std::string_view::npos) to.node(opened).symbol = symbol_of("not in");
  to.close();
}

void argument(Lowering& to, RawId raw, Role role) {
  named_argument(to, {raw, role}, named_children(to, raw), "identifier");
}

void unary(Lowering& to, RawId raw, Role role) {
  const Span whole = to.span(raw);
  const bool bracketed = whole.begin > 0 && to.text(Span{whole.begin - 1, whole.begin}) == "(" && to.text(Span{whole.end, whole.end + 1}) == ")";
  const bool leads = !bracketed && (role == Role::callee || role == Role::object) && leading_operator(to, raw) != 0;
  if (leads || to.text(raw).ends_with("!!")) {
    for (const RawId operand : named_children(to, raw)) to.lower(operand, role);
  } else {
    increment(to, raw, role);
  }
}

void lambda(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::vector<RawId> statements;
  for (const RawId at : named_children(to, raw)) {
    if (to.entry(at).kind == Kind::parameters) {
      to.lower(at, Role::parameters);
    } else {
      statements.push_back(at);
    }
  }
  block_of(to, statements, Role::body, to.raw(raw).end);
  to.close();
}

void property(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  RawId declared = 0;
  std::vector<Item> parts;
  for (const Item& item : to.items(raw)) {
    const std::string_view type = to.type_name(item.raw);
    if (item.role == Role::modifiers || item.role == Role::decorators) {
      parts.push_back(item);
    } else if (type == "variable_declaration" || type == "multi_variable_declaration") {
      declared = item.raw;
    }
  }
  if (declared != 0 && to.type_name(declared) == "variable_declaration") {
    const std::vector<RawId> inner = named_children(to, declared);
    for (const RawId at : inner) {
      if (is_type(to, at)) parts.push_back({at, Role::type});
    }
    for (const RawId at : inner) {
      if (to.type_name(at) == "identifier") parts.push_back({at, Role::name});
    }
  } else if (declared != 0) {
    parts.push_back({declared, Role::name});
  }
  for (const Item& item : to.items(raw)) {
    const bool accessor = to.type_name(item.raw) == "getter" || to.type_name(item.raw) == "setter";
    const bool before = item.role == Role::modifiers || item.role == Role::decorators || item.raw <= declared;
    if (!before && !is_type(to, item.raw)) parts.push_back({item.raw, accessor ? Role::body : Role::value});
  }
  to.lower_items(parts);
  to.close();
}

void function(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const RawId name = to.child(raw, Role::name);
  std::vector<Item> parts;
  bool has_parameters = false;
  for (const Item& item : to.items(raw)) {
    const Kind kind = to.entry(item.raw).kind;
    has_parameters = has_parameters || kind == Kind::parameters;
    if (item.role != Role::none) {
      parts.push_back(item);
    } else if (kind == Kind::parameters) {
      parts.push_back({item.raw, Role::parameters});
    } else if (kind == Kind::type_parameters) {
      parts.push_back({item.raw, Role::type_parameters});
    } else if (is_type(to, item.raw)) {
      parts.push_back({item.raw, has_parameters ? Role::return_type : Role::object});
    } else if (kind == Kind::block) {
      parts.push_back({item.raw, Role::body});
    }
  }
  to.lower_items(parts);
  if (!has_parameters) empty_parameters(to, name != 0 ? to.raw(name).end : to.raw(raw).begin);
  to.close();
}

void function_body(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  if (parts.size() == 1 && to.entry(parts[0]).kind == Kind::block) {
    to.lower(parts[0], role);
    return;
  }
  to.open(Kind::block, role, to.span(raw));
  to.lower_children(raw);
  to.close();
}

void parameters(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const std::vector<RawId> parts = named_children(to, raw);
  std::vector<Item> before;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    if (to.entry(parts[at]).kind != Kind::parameter) {
      const std::vector<Item> words = to.items(parts[at]);
      before.insert(before.end(), words.begin(), words.end());
      continue;
    }
    std::vector<Item> items = before;
    for (const RawId part : named_children(to, parts[at])) {
      items.push_back({part, is_type(to, part) ? Role::type : Role::name});
    }
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
      return (a.role != Role::name) > (b.role != Role::name);
    });
    const bool valued = at + 1 < parts.size() && to.entry(parts[at + 1]).kind != Kind::parameter &&
                        to.type_name(parts[at + 1]) != "parameter_modifiers";
    if (valued) items.push_back({parts[at + 1], Role::default_value});
    to.open(Kind::parameter, Role::none, to.span(parts[at]));
    to.lower_items(items);
    to.close();
    before.clear();
    if (valued) ++at;
  }
  to.close();
}

void class_like(Lowering& to, RawId raw, Role role) {
  const NodeId opened = to.open(raw, role);
  const std::string_view text = to.text(raw);
  if (text.find("interface") < text.find_first_of("({")) to.node(opened).symbol = symbol_of("interface");
  std::vector<Item> parts;
  for (const Item& item : to.items(raw)) {
    const Kind kind = to.entry(item.raw).kind;
    const Role part = item.role != Role::none          ? item.role
                      : kind == Kind::type_parameters ? Role::type_parameters
                      : kind == Kind::parameters      ? Role::parameters
                      : kind == Kind::arguments       ? Role::bases
                      : kind == Kind::class_body      ? Role::body
                                                      : Role::none;
    parts.push_back({item.raw, part});
  }
  to.lower_items(parts);
  to.close();
}

void when_entry(Lowering& to, RawId raw, Role role) {
  const NodeId opened = to.open(raw, role);
  if (to.child(raw, Role::condition) == 0) to.node(opened).symbol = symbol_of("default");
  for (const RawId at : named_children(to, raw)) {
    if (to.role_of(raw, at) == Role::condition) {
      to.lower(at, Role::condition);
    } else if (to.entry(at).kind == Kind::block) {
      to.lower(at, Role::body);
    } else {
      to.lower_body(at, Role::body);
    }
  }
  to.close();
}

void import(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (const RawId at : named_children(to, raw)) {
    to.lower(at, to.type_name(at) == "identifier" ? Role::alias : Role::module);
  }
  const std::uint32_t end = to.raw(raw).end;
  if (to.text(raw).ends_with('*')) {
    to.open(Kind::import_name, Role::none, {end - 1, end});
    to.leaf(Kind::identifier, Role::name, {end - 1, end});
    to.close();
  }
  to.close();
}

}  // namespace codelake::syntax::kotlin
