// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/bash/hooks.h"

#include "scanners/syntax/pattern_dialect.h"
#include "scanners/syntax/shapes.h"

#include <algorithm>
#include <string>

namespace codelake::syntax::bash {

namespace {

// The tree is as deep as a pipeline is long; more stages would only be written to harm.
constexpr std::size_t k_stages_max = 200;

// The only word of a command that is nothing but a pattern's placeholder, which stands for a command then.
RawId placeholder(const Lowering& of, RawId raw) {
  const std::vector<RawId> parts = named_children(of, raw);
  const bool one = parts.size() == 1 && of.type_name(parts.front()) == "command_name";
  return one && of.text(raw).starts_with(k_placeholder) && of.text(raw).find_first_of(" \t\n\"'$`") == std::string_view::npos
             ? parts.front()
             : 0;
}

bool is_deep(const Lowering& of, RawId raw) {
  return of.type_name(raw) == "command" && of.text(raw).starts_with(std::string(k_deep_call) + " ");
}

// __codelake_deep a b: the call that every language has for `<... a b ...>`.
void deep(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  to.open(Kind::call, role, to.span(raw));
  to.leaf(Kind::identifier, Role::callee, to.span(parts.front()));
  to.open(Kind::arguments, Role::arguments, {to.raw(parts.front()).end, to.raw(raw).end});
  for (std::size_t at = 1; at < parts.size(); ++at) to.lower(parts[at], Role::none);
  to.close();
  to.close();
}

// The words of a command; what is set for it alone and its redirections are not counted among them.
void words(Lowering& to, RawId raw) {
  for (const RawId part : named_children(to, raw)) {
    const std::string_view type = to.type_name(part);
    const bool set = type == "variable_assignment";
    const bool beside = set || type.ends_with("_redirect");
    if (beside) to.open(Kind::comment, Role::none, to.span(part));
    if (set) {
      to.open(Kind::keyword_argument, Role::none, to.span(part));
      to.lower_children(part);
      to.close();
    } else {
      to.lower(part, Role::none);
    }
    if (beside) to.close();
  }
}

}  // namespace

void command(Lowering& to, RawId raw, Role role) {
  if (is_deep(to, raw)) return deep(to, raw, role);
  if (const RawId only = placeholder(to, raw); only != 0) return to.lower(only, role);
  to.open(raw, role);
  words(to, raw);
  to.close();
}

void command_name(Lowering& to, RawId raw, Role /*role*/) { to.lower_children(raw); }

void redirected(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  const bool simple = !parts.empty() && to.type_name(parts.front()) == "command" && placeholder(to, parts.front()) == 0;
  const NodeId opened = to.open(raw, role);
  if (simple) to.node(opened).symbol = to.entry(parts.front()).symbol;
  for (const RawId part : parts) {
    if (simple && part == parts.front()) {
      words(to, part);
      continue;
    }
    const bool beside = part != parts.front();
    if (beside) to.open(Kind::comment, Role::none, to.span(part));
    to.lower(part, Role::none);
    if (beside) to.close();
  }
  to.close();
}

void expansion(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  // $X of a pattern stands for the whole expansion, ${$X} for the name in it.
  const bool whole = to.text(raw).starts_with('$') && to.text(raw).substr(1).starts_with(k_placeholder);
  if (whole && !parts.empty()) return to.lower(parts.front(), role);
  to.open(raw, role);
  for (const RawId part : parts) {
    const bool beside = part != parts.front();
    if (beside) to.open(Kind::comment, Role::none, to.span(part));
    to.lower(part, Role::none);
    if (beside) to.close();
  }
  to.close();
}

void pipeline(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  if (parts.empty()) return;
  for (std::size_t last = std::min(parts.size(), k_stages_max) - 1; last > 0; --last) {
    const NodeId opened = to.open(Kind::binary, role, {to.raw(parts.front()).begin, to.raw(parts[last]).end});
    to.node(opened).symbol = to.entry(raw).symbol;
    role = Role::left;
  }
  to.lower(parts.front(), role);
  for (std::size_t at = 1; at < std::min(parts.size(), k_stages_max); ++at) {
    to.lower(parts[at], Role::right);
    to.close();
  }
}

void word(Lowering& to, RawId raw, Role role) {
  if (role == Role::name || role == Role::left) {
    to.leaf(Kind::identifier, role, to.span(raw));
  } else {
    to.string_leaf(Kind::string, role, to.span(raw), to.span(raw));
  }
}

void expanded_string(Lowering& to, RawId raw, Role role) {
  bool plain = true;
  for (const RawId part : named_children(to, raw)) plain = plain && to.type_name(part) == "string_content";
  // "..." of a pattern is anything in quotes that is put together.
  if (plain && to.text(raw) != "\"...\"") return quoted_string(to, raw, role);
  to.open(Kind::string_template, role, to.span(raw));
  for (const RawId part : named_children(to, raw)) to.lower(part, Role::none);
  to.close();
}

void substitution(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  if (parts.size() == 1 && is_deep(to, parts.front())) return deep(to, parts.front(), role);
  to.open(raw, role);
  to.lower_children(raw);
  to.close();
}

void if_chain(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::size_t opened = 1;
  bool in_block = false;
  const auto close_block = [&] {
    if (in_block) to.close();
    in_block = false;
  };
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    const bool named = to.entry(at).named;
    const std::string_view type = to.type_name(at);
    if (!named) continue;
    if (to.role_of(raw, at) == Role::condition) {
      to.lower(at, Role::condition);
    } else if (type == "elif_clause" || type == "else_clause") {
      close_block();
      if (type == "elif_clause") {
        to.open(Kind::if_statement, Role::alternative, {to.raw(at).begin, to.raw(raw).end});
        ++opened;
      } else {
        to.open(Kind::block, Role::alternative, to.span(at));
      }
      to.lower_children(at);
      if (type == "else_clause") to.close();
    } else {
      if (!in_block) to.open(Kind::block, Role::consequence, to.span(at));
      in_block = true;
      to.lower(at, Role::none);
    }
  }
  close_block();
  for (; opened > 0; --opened) to.close();
}

void background(Lowering& to, RawId raw, Role /*role*/) {
  NodeId last = to.size() - 1;
  while (last > to.parent() && to.node(last).parent != to.parent()) last = to.node(last).parent;
  if (last <= to.parent()) return;
  to.node(last).flags |= k_async;
  to.node(last).end = to.raw(raw).end;
}

void heredoc(Lowering& to, RawId raw, Role role) { to.string_leaf(Kind::string, role, to.span(raw), to.span(raw)); }

}  // namespace codelake::syntax::bash
