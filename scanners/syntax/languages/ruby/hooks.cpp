// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/ruby/hooks.h"

#include "scanners/syntax/shapes.h"

#include <algorithm>
#include <cctype>

namespace codelake::syntax::ruby {

namespace {

// Where a heredoc's text may stand, counted in nodes: a line that begins more of them is not followed.
constexpr RawId k_heredoc_nodes_max = 2000;

// What stands between the delimiters of "…", %q(…), %(…).
Span between_delimiters(const Lowering& of, RawId raw) {
  const std::string_view text = of.text(raw);
  std::size_t open = 0;
  if (text.starts_with('%')) {
    open = 1;
    while (open < text.size() && std::isalpha(static_cast<unsigned char>(text[open])) != 0) ++open;
  }
  const Span whole = of.span(raw);
  const auto begin = static_cast<std::uint32_t>(std::min<std::size_t>(whole.begin + open + 1, whole.end));
  return {begin, std::max(begin, whole.end - 1)};
}

std::string_view named(const Lowering& of, RawId raw, bool beginning) {
  return of.type_name(raw) == (beginning ? "heredoc_beginning" : "heredoc_body") ? of.text(raw) : std::string_view{};
}

// The body of the heredoc that begins at `raw`: those begun on one line follow each other in that order.
RawId heredoc_body(const Lowering& of, RawId raw) {
  std::size_t earlier = 0;
  for (RawId at = raw; at > 0 && raw - at < k_heredoc_nodes_max; --at) {
    if (!named(of, at - 1, false).empty()) break;
    earlier += named(of, at - 1, true).empty() ? 0U : 1U;
  }
  const RawId end = std::min(of.children_end(0), raw + k_heredoc_nodes_max);
  for (RawId at = raw + 1; at < end; ++at) {
    if (named(of, at, false).empty()) continue;
    if (earlier == 0) return at;
    --earlier;
  }
  return 0;
}

// A list of nodes under one block, also when there are none.
void block_of(Lowering& to, std::span<const RawId> statements, Span span) {
  to.open(Kind::block, Role::body, span);
  for (const RawId at : statements) to.lower(at, Role::none);
  to.close();
}

void empty_block(Lowering& to, Role role, std::uint32_t at) {
  to.open(Kind::block, role, {at, at});
  to.close();
}

bool ends_body(const Lowering& of, RawId raw) {
  const Kind kind = of.entry(raw).kind;
  return kind == Kind::catch_clause || kind == Kind::finally_clause || of.type_name(raw) == "else";
}

void try_of(Lowering& to, RawId raw, Role role) {
  to.open(Kind::try_statement, role, to.span(raw));
  const std::vector<RawId> parts = named_children(to, raw);
  const auto clauses = std::find_if(parts.begin(), parts.end(), [&to](RawId at) { return ends_body(to, at); });
  const auto count = static_cast<std::size_t>(clauses - parts.begin());
  const std::span statements(parts.data(), count);
  const Span before = statements.empty() ? Span{to.raw(raw).begin, to.raw(raw).begin}
                                         : Span{to.raw(statements.front()).begin, to.raw(statements.back()).end};
  block_of(to, statements, before);
  for (auto at = clauses; at != parts.end(); ++at) {
    to.lower(*at, to.entry(*at).kind == Kind::block ? Role::alternative : Role::none);
  }
  to.close();
}

bool has_clauses(const Lowering& of, RawId raw) {
  const std::vector<RawId> parts = named_children(of, raw);
  return std::any_of(parts.begin(), parts.end(), [&of](RawId at) { return ends_body(of, at); });
}

bool is_symbol(const Lowering& of, RawId raw) {
  return of.type_name(raw) == "hash_key_symbol" || of.type_name(raw) == "simple_symbol";
}

// The name of a symbol, without its colon.
void symbol_name(Lowering& to, RawId raw, Role role) {
  Span name = to.span(raw);
  if (to.text(raw).starts_with(':')) ++name.begin;
  to.leaf(Kind::identifier, role, name);
}

}  // namespace

void symbol(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  symbol_name(to, raw, Role::label);
  to.close();
}

void quoted_symbol(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const Span inner{to.raw(raw).begin + 2, std::max(to.raw(raw).begin + 2, to.raw(raw).end - 1)};
  string_parts(to, {raw, Role::label}, inner);
  to.close();
}

void string(Lowering& to, RawId raw, Role role) { string_parts(to, {raw, role}, between_delimiters(to, raw)); }

void bare_string(Lowering& to, RawId raw, Role role) { string_parts(to, {raw, role}, to.span(raw)); }

void heredoc(Lowering& to, RawId raw, Role role) {
  const RawId body = heredoc_body(to, raw);
  if (body == 0) {
    to.string_leaf(Kind::string, role, to.span(raw), {to.raw(raw).end, to.raw(raw).end});
    return;
  }
  const Span text = to.span(body);
  const std::string_view written = to.text(body);
  const std::size_t first = written.starts_with('\n') ? 1 : 0;
  const std::size_t last = std::max(first, std::min(written.find_last_of('\n') + 1, written.size()));
  const Span content{text.begin + static_cast<std::uint32_t>(first), text.begin + static_cast<std::uint32_t>(last)};
  if (named_children(to, body).empty()) {
    to.string_leaf(Kind::string, role, to.span(raw), content);
  } else {
    string_parts(to, {body, role}, content);
  }
}

void nothing(Lowering& /*to*/, RawId /*raw*/, Role /*role*/) {}

void regex(Lowering& to, RawId raw, Role role) {
  if (named_children(to, raw).empty()) {
    to.leaf(Kind::regex, role, to.span(raw));
    return;
  }
  to.open(Kind::regex, role, to.span(raw));
  string_parts(to, {raw, Role::none}, between_delimiters(to, raw));
  to.close();
}

void command(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  string_parts(to, {raw, Role::value}, between_delimiters(to, raw));
  to.close();
}

void call(Lowering& to, RawId raw, Role role) {
  RawId receiver = 0;
  RawId method = 0;
  RawId arguments = 0;
  RawId block = 0;
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    const std::string_view field = to.field_of(at);
    if (field == "receiver") receiver = at;
    if (field == "method") method = at;
    if (field == "arguments") arguments = at;
    if (field == "block") block = at;
  }
  const bool called = arguments != 0 || block != 0;
  if (called) to.open(Kind::call, role, to.span(raw));
  const Role callee = called ? Role::callee : role;
  if (receiver != 0 && method != 0) {
    to.open(Kind::field_access, callee, {to.raw(receiver).begin, to.raw(method).end});
    to.lower(receiver, Role::object);
    to.lower(method, Role::name);
    to.close();
  } else if (receiver != 0 || method != 0) {
    to.lower(receiver != 0 ? receiver : method, callee);
  }
  if (!called) return;
  to.open(Kind::arguments, Role::arguments, {to.raw(arguments != 0 ? arguments : block).begin, to.raw(raw).end});
  if (arguments != 0) to.lower_children(arguments);
  if (block != 0) to.lower(block, Role::none);
  to.close();
  to.close();
}

void pair(Lowering& to, RawId raw, Role role) {
  const RawId key = to.child(raw, Role::key);
  const RawId value = to.child(raw, Role::value);
  const bool keyword = key != 0 && is_symbol(to, key) && to.node(to.parent()).kind == Kind::arguments;
  to.open(keyword ? Kind::keyword_argument : Kind::pair, role, to.span(raw));
  if (key != 0 && keyword) symbol_name(to, key, Role::name);
  if (key != 0 && !keyword) to.lower(key, Role::key);
  if (value != 0) to.lower(value, Role::value);
  // f(a:) passes the variable a.
  if (key != 0 && value == 0) symbol_name(to, key, Role::value);
  to.close();
}

void lambda(Lowering& to, RawId raw, Role role) {
  const bool nested = to.node(to.parent()).kind == Kind::lambda && role == Role::body;
  if (!nested) to.open(Kind::lambda, role, to.span(raw));
  const RawId parameters = to.child(raw, Role::parameters);
  const RawId body = to.child(raw, Role::body);
  if (parameters != 0) to.lower(parameters, Role::parameters);
  if (body != 0) {
    to.lower(body, Role::body);
  } else {
    empty_block(to, Role::body, to.raw(raw).end);
  }
  if (!nested) to.close();
}

void condition(Lowering& to, RawId raw, Role role) {
  const std::string_view type = to.type_name(raw);
  const bool negated = type.starts_with("un");
  const RawId condition = to.child(raw, Role::condition);
  to.open(raw, role);
  if (condition != 0 && negated) {
    to.node(to.open(Kind::unary, Role::condition, to.span(condition))).symbol = symbol_of("!");
    to.lower(condition, Role::value);
    to.close();
  } else if (condition != 0) {
    to.lower(condition, Role::condition);
  }
  const bool branch = to.entry(raw).kind == Kind::if_statement;
  RawId body = to.child(raw, Role::body);
  if (body == 0) body = to.child(raw, Role::consequence);
  const Role part = branch ? Role::consequence : Role::body;
  if (body != 0) {
    to.lower(body, part);
  } else {
    const std::uint32_t end = condition != 0 ? to.raw(condition).end : to.raw(raw).end;
    empty_block(to, part, end);
  }
  if (const RawId other = to.child(raw, Role::alternative); other != 0) to.lower(other, Role::alternative);
  to.close();
}

void body(Lowering& to, RawId raw, Role role) {
  const Kind outer = to.node(to.parent()).kind;
  to.open(outer == Kind::class_declaration ? Kind::class_body : Kind::block, role, to.span(raw));
  if (has_clauses(to, raw)) {
    try_of(to, raw, Role::none);
  } else {
    to.lower_children(raw);
  }
  to.close();
}

void begin(Lowering& to, RawId raw, Role role) {
  if (has_clauses(to, raw)) {
    try_of(to, raw, role);
    return;
  }
  to.open(Kind::block, role, to.span(raw));
  to.lower_children(raw);
  to.close();
}

void rescue(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::vector<RawId> statements;
  bool has_body = false;
  for (const RawId at : named_children(to, raw)) {
    const Role part = to.role_of(raw, at);
    has_body = has_body || part == Role::body;
    if (part == Role::none) {
      statements.push_back(at);
    } else {
      to.lower(at, part);
    }
  }
  if (!has_body) block_of(to, statements, to.span(raw));
  to.close();
}

void definition(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (const Role part : {Role::object, Role::name, Role::parameters, Role::bases}) {
    if (const RawId at = to.child(raw, part); at != 0) to.lower(at, part);
  }
  const RawId body = to.child(raw, Role::body);
  const Kind kind = to.entry(raw).kind == Kind::function ? Kind::block : Kind::class_body;
  const bool listed = body != 0 && to.entry(body).kind == Kind::block;
  if (listed) {
    to.lower(body, Role::body);
  } else {
    const std::uint32_t end = to.raw(raw).end;
    to.open(kind, Role::body, body != 0 ? to.span(body) : Span{end, end});
    if (body != 0) to.lower(body, Role::none);
    to.close();
  }
  to.close();
}

void case_statement(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const std::vector<RawId> parts = named_children(to, raw);
  auto at = parts.begin();
  if (at != parts.end() && to.role_of(raw, *at) == Role::value) to.lower(*at++, Role::condition);
  const std::uint32_t begin = at != parts.end() ? to.raw(*at).begin : to.raw(raw).end;
  to.open(Kind::switch_body, Role::body, {begin, to.raw(raw).end});
  for (; at != parts.end(); ++at) {
    if (to.type_name(*at) != "else") {
      to.lower(*at, Role::none);
      continue;
    }
    to.node(to.open(Kind::switch_case, Role::none, to.span(*at))).symbol = symbol_of("default");
    to.lower(*at, Role::body);
    to.close();
  }
  to.close();
  to.close();
}

void jump(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (const RawId at : named_children(to, raw)) {
    if (to.entry(at).kind == Kind::arguments) {
      to.lower_children(at, Role::value);
    } else {
      to.lower(at, Role::value);
    }
  }
  to.close();
}

}  // namespace codelake::syntax::ruby
