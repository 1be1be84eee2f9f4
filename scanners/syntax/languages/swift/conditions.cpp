// SPDX-License-Identifier: Apache-2.0
// The parts of a condition lie flat beside the branches: `if let a = f(), b > 1 { g() }` is to the grammar
//
//     let · a · = · f() · b > 1 · statements
//
// and becomes a declaration of a, the condition b > 1 and a block. Several conditions are joined by &&.
#include "scanners/syntax/languages/swift/hooks.h"
#include "scanners/syntax/shapes.h"

#include <algorithm>

namespace codelake::syntax::swift {

namespace {

class Condition {
 public:
  Condition(Lowering& to, RawId raw) : m_to(to), m_parts(parts_of(to, raw)), m_end(to.raw(raw).end) {}

  void run(bool contrary, Role first_body) {
    std::vector<RawId> conditions;
    while (m_at < m_parts.size() && !is_branch(m_parts[m_at])) {
      const RawId at = m_parts[m_at];
      if (m_to.entry(at).kind == Kind::modifier && names_next()) {
        binding();
      } else {
        if (m_to.entry(at).kind != Kind::modifier) conditions.push_back(at);
        ++m_at;
      }
    }
    if (!conditions.empty()) condition(conditions, contrary);
    branches(first_body);
  }

 private:
  bool is_branch(RawId at) const {
    const std::string_view type = m_to.type_name(at);
    return type == "statements" || type == "else";
  }

  bool names_next() const {
    return m_at + 1 < m_parts.size() && m_to.field_of(m_parts[m_at + 1]) == "bound_identifier";
  }

  // `let a` alone takes the value of the a outside.
  void binding() {
    const RawId word = m_parts[m_at++];
    const RawId name = m_parts[m_at++];
    RawId type = 0;
    RawId value = 0;
    if (m_at < m_parts.size() && is_type(m_to, m_parts[m_at])) type = m_parts[m_at++];
    if (m_at < m_parts.size() && !is_branch(m_parts[m_at])) {
      const Span between{m_to.raw(type != 0 ? type : name).end, m_to.raw(m_parts[m_at]).begin};
      if (m_to.text(between).find('=') != std::string_view::npos) value = m_parts[m_at++];
    }
    const RawId last = value != 0 ? value : type != 0 ? type : name;
    m_to.open(Kind::variable_declaration, Role::initializer, {m_to.raw(word).begin, m_to.raw(last).end});
    m_to.lower(word, Role::modifiers);
    if (type != 0) m_to.lower(type, Role::type);
    m_to.lower(name, Role::name);
    m_to.lower(value != 0 ? value : name, Role::value);
    m_to.close();
  }

  void condition(const std::vector<RawId>& parts, bool contrary) {
    Role role = Role::condition;
    const std::uint32_t begin = m_to.raw(parts.front()).begin;
    if (contrary) {
      m_to.node(m_to.open(Kind::unary, role, {begin, m_to.raw(parts.back()).end})).symbol = symbol_of("!");
      role = Role::value;
    }
    for (std::size_t last = parts.size(); last > 1; --last) {
      m_to.node(m_to.open(Kind::binary, role, {begin, m_to.raw(parts[last - 1]).end})).symbol = symbol_of("&&");
      role = Role::left;
    }
    m_to.lower(parts.front(), role);
    for (std::size_t at = 1; at < parts.size(); ++at) {
      m_to.lower(parts[at], Role::right);
      m_to.close();
    }
    if (contrary) m_to.close();
  }

  // A branch without statements has no node of its own. The `else` of a guard comes before its only branch.
  void branches(Role first_body) {
    const auto otherwise = std::find_if(m_parts.begin(), m_parts.end(), [this](RawId at) { return m_to.type_name(at) == "else"; });
    const bool guard = otherwise != m_parts.end() && first_body == Role::alternative;
    const auto first = m_parts.begin() + static_cast<std::ptrdiff_t>(m_at);
    if (guard || otherwise == m_parts.end()) {
      std::vector<RawId> statements(guard ? otherwise + 1 : first, m_parts.end());
      block_of(m_to, statements, guard ? Role::consequence : first_body, m_end);
      return;
    }
    const std::vector<RawId> statements(first, otherwise);
    block_of(m_to, statements, first_body, m_to.raw(*otherwise).begin);
    const std::vector<RawId> rest(otherwise + 1, m_parts.end());
    if (rest.size() == 1 && m_to.entry(rest.front()).kind == Kind::if_statement) {
      m_to.lower(rest.front(), Role::alternative);
    } else {
      block_of(m_to, rest, Role::alternative, m_end);
    }
  }

  Lowering& m_to;
  std::vector<RawId> m_parts;
  std::size_t m_at = 0;
  std::uint32_t m_end = 0;
};

// The end of the last of the statements.
std::uint32_t end_of(const Lowering& of, RawId statements) {
  const std::vector<RawId> parts = parts_of(of, statements);
  return parts.empty() ? of.raw(statements).end : of.raw(parts.back()).end;
}

}  // namespace

void conditional(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const bool guard = to.type_name(raw) == "guard_statement";
  const bool loops = to.entry(raw).kind == Kind::while_statement;
  Condition(to, raw).run(guard, guard ? Role::alternative : loops ? Role::body : Role::consequence);
  to.close();
}

void repeat(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::vector<RawId> statements;
  std::vector<RawId> rest;
  for (const RawId at : parts_of(to, raw)) (to.type_name(at) == "statements" ? statements : rest).push_back(at);
  block_of(to, statements, Role::body, rest.empty() ? to.raw(raw).end : to.raw(rest.front()).begin);
  for (const RawId at : rest) to.lower(at, Role::condition);
  to.close();
}

void loop(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::vector<RawId> statements;
  for (const RawId at : parts_of(to, raw)) {
    const std::string_view field = to.field_of(at);
    if (to.type_name(at) == "statements") {
      statements.push_back(at);
    } else {
      to.lower(at, field == "item" ? Role::left : field == "collection" ? Role::right : Role::none);
    }
  }
  block_of(to, statements, Role::body, to.raw(raw).end);
  to.close();
}

void switch_entry(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = parts_of(to, raw);
  // The grammar's node takes in the lines behind it.
  Span whole = to.span(raw);
  if (!parts.empty() && to.type_name(parts.back()) == "statements") whole.end = end_of(to, parts.back());
  const NodeId opened = to.open(Kind::switch_case, role, whole);
  std::vector<RawId> statements;
  for (const RawId at : parts) {
    const std::string_view type = to.type_name(at);
    if (type == "statements") {
      statements.push_back(at);
    } else if (type == "default_keyword") {
      to.node(opened).symbol = symbol_of("default");
    } else if (to.entry(at).kind != Kind::modifier) {
      to.lower(at, Role::condition);
    }
  }
  block_of(to, statements, Role::body, whole.end);
  to.close();
}

void do_statement(Lowering& to, RawId raw, Role role) {
  std::vector<RawId> statements;
  std::vector<RawId> clauses;
  for (const RawId at : parts_of(to, raw)) (to.type_name(at) == "statements" ? statements : clauses).push_back(at);
  const std::uint32_t end = clauses.empty() ? to.raw(raw).end : to.raw(clauses.front()).begin;
  if (clauses.empty()) {
    block_of(to, statements, role, end);
    return;
  }
  to.open(raw, role);
  block_of(to, statements, Role::body, end);
  for (const RawId at : clauses) to.lower(at, Role::none);
  to.close();
}

void catch_block(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  std::vector<RawId> statements;
  std::vector<RawId> types;
  std::vector<RawId> names;
  for (const RawId at : parts_of(to, raw)) {
    if (to.type_name(at) == "statements") statements.push_back(at);
    if (to.type_name(at) != "pattern") continue;
    for (const RawId part : parts_of(to, at)) (is_type(to, part) ? types : names).push_back(part);
  }
  for (const RawId at : types) to.lower(at, Role::type);
  for (const RawId at : names) {
    if (to.entry(at).kind != Kind::modifier) to.lower(at, Role::name);
  }
  block_of(to, statements, Role::body, to.raw(raw).end);
  to.close();
}

void transfer(Lowering& to, RawId raw, Role role) {
  const std::string_view text = to.text(raw);
  const bool jumps = text.starts_with("break") || text.starts_with("continue");
  const Kind kind = text.starts_with("return")     ? Kind::return_statement
                    : text.starts_with("throw")    ? Kind::throw_statement
                    : text.starts_with("continue") ? Kind::continue_statement
                    : text.starts_with("yield")    ? Kind::yield
                                                   : Kind::break_statement;
  to.open(kind, role, to.span(raw));
  for (const RawId at : parts_of(to, raw)) {
    if (to.type_name(at) != "throw_keyword") to.lower(at, jumps ? Role::label : Role::value);
  }
  to.close();
}

}  // namespace codelake::syntax::swift
