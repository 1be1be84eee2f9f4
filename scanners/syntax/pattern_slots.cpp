// SPDX-License-Identifier: Apache-2.0
// An ellipsis has no syntax of its own, so it borrows that of its neighbours. In the Java pattern
//
//     class $C { ... $T $F(..., String $X) { ... return f(...); } }
//
// the first stands for members (brackets opened by "class"), the second for parameters (two names before the bracket),
// the third for statements, the fourth for arguments.
#include "scanners/syntax/pattern_slots.h"

#include <algorithm>
#include <array>

namespace codelake::syntax {

namespace {

template <std::size_t count>
bool any_of(std::string_view text, const std::array<std::string_view, count>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// Words after which a bracket opens no call, or a name is no declared one.
constexpr std::array<std::string_view, 22> k_keywords = {
    "if",    "while", "for",   "switch", "return", "throw", "else", "case",   "new",    "do",    "yield",
    "await", "in",    "of",    "and",    "or",     "not",   "elif", "assert", "typeof", "super", "synchronized"};

}  // namespace

PatternSlots::PatternSlots(std::string_view pattern, const std::vector<Token>& tokens, const PatternDialect& dialect)
    : m_pattern(pattern),
      m_tokens(tokens),
      m_dialect(dialect),
      m_enclosing(tokens.size(), k_none),
      m_partner(tokens.size(), k_none) {
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const char bracket = tokens[at].kind == TokenKind::punctuation ? text(at).front() : ' ';
    const bool closes = bracket == ')' || bracket == ']' || bracket == '}';
    if (closes && !open.empty()) {
      m_partner[at] = open.back();
      m_partner[open.back()] = at;
      open.pop_back();
    }
    m_enclosing[at] = open.empty() ? k_none : open.back();
    if (bracket == '(' || bracket == '[' || bracket == '{') open.push_back(at);
  }
}

std::string_view PatternSlots::text(std::size_t token) const {
  if (token == k_none) return {};
  return m_pattern.substr(m_tokens[token].begin, m_tokens[token].end - m_tokens[token].begin);
}

std::size_t PatternSlots::before(std::size_t token) const {
  while (token != k_none && token > 0) {
    if (m_tokens[--token].kind != TokenKind::comment) return token;
  }
  return k_none;
}

std::size_t PatternSlots::after(std::size_t token) const {
  if (token == k_none) return k_none;
  for (++token; token < m_tokens.size(); ++token) {
    if (m_tokens[token].kind != TokenKind::comment) return token;
  }
  return k_none;
}

bool PatternSlots::is_name(std::size_t token) const {
  if (token == k_none) return false;
  const TokenKind kind = m_tokens[token].kind;
  if (kind == TokenKind::metavariable) return true;
  // Behind a dot every word is a name: Path.of(…), channel.in(…).
  const bool keyword = any_of(text(token), k_keywords) && text(before(token)) != ".";
  return kind == TokenKind::word && !keyword;
}

Slot PatternSlots::slot(std::size_t ellipsis, bool members) const {
  const std::size_t open = m_enclosing[ellipsis];
  if (text(before(ellipsis)) == "." && text(after(ellipsis)) == ";") return Slot::chain_end;
  const bool by_line = m_dialect.line != nullptr && open == k_none;
  if (by_line && !m_dialect.line(m_pattern, m_tokens[ellipsis].begin).empty()) return Slot::line;
  if (m_tokens[ellipsis].embedded || text(before(ellipsis)) == "." || text(after(ellipsis)) == ".") {
    return Slot::expression;
  }
  if (is_assigned(ellipsis)) return Slot::assigned;
  if (open == k_none) {
    if (!stands_alone(ellipsis)) return Slot::expression;
    return members ? Slot::member : Slot::statement;
  }
  if (text(open) == "{") {
    return m_dialect.initializers && is_initializer(open) ? Slot::expression : slot_in_braces(ellipsis, open);
  }
  if (text(open) == "[") return m_dialect.bracket_entries && holds_keys(open) ? Slot::entry : Slot::expression;
  if (text(before(open)) == "for") return slot_in_loop(ellipsis, open);
  if (text(before(open)) == "import") return Slot::import_entry;
  if (is_annotation(open)) return Slot::annotation_argument;
  return holds_parameters(open) ? Slot::parameter : Slot::expression;
}

// The whole header, the rest of one of three parts, a part of it, or less.
Slot PatternSlots::slot_in_loop(std::size_t ellipsis, std::size_t open) const {
  const std::string_view next = text(after(ellipsis));
  const bool first = after(open) == ellipsis;
  if (first && next == ")") return Slot::loop_header;
  if ((!first && text(before(ellipsis)) != ";") || (next != ")" && next != ";")) return Slot::expression;
  std::size_t parts = 1;
  for (std::size_t at = open + 1; at < m_tokens.size() && at != m_partner[open]; ++at) {
    if (text(at) == ";" && m_enclosing[at] == open) ++parts;
  }
  const bool rest = next == ")" && parts == 2 && !m_dialect.loop_rest.empty();
  return rest ? Slot::loop_rest : Slot::loop_part;
}

bool PatternSlots::is_declared(std::size_t metavariable) const {
  const std::vector<std::string_view>& words = m_dialect.declaring_words;
  const std::size_t next = after(metavariable);
  const bool typed = next != k_none && m_tokens[next].kind == TokenKind::metavariable;
  if (m_dialect.types_before_names && typed) return true;
  // #[Name]
  if (text(before(metavariable)) == "[" && text(before(before(metavariable))) == "#") return true;
  return std::find(words.begin(), words.end(), text(before(metavariable))) != words.end();
}

bool PatternSlots::is_lone_statement(std::size_t metavariable) const {
  const std::string_view left = text(before(metavariable));
  const bool starts = left == "{" || left == "}" || left == ";" || left == "else";
  return starts && text(after(metavariable)) == ";";
}

bool PatternSlots::is_bare_parameter(std::size_t metavariable) const {
  const std::size_t open = m_enclosing[metavariable];
  if (open == k_none || text(open) != "(") return false;
  const std::string_view previous = text(before(metavariable));
  const std::string_view next = text(after(metavariable));
  return (previous == "(" || previous == ",") && (next == ")" || next == ",") && holds_parameters(open);
}

bool PatternSlots::is_trailing_comma(std::size_t token) const {
  const std::string_view next = text(after(token));
  return text(token) == "," && (next.empty() || next == "}" || next == "]");
}

bool PatternSlots::is_annotation(std::size_t open) const {
  std::size_t at = before(open);
  while (is_name(at) && text(before(at)) == ".") at = before(before(at));
  return is_name(at) && text(before(at)) == "@";
}

Slot PatternSlots::slot_in_braces(std::size_t ellipsis, std::size_t open) const {
  const std::string_view previous = text(before(ellipsis));
  const std::string_view next = text(after(ellipsis));
  if (m_dialect.braces_hold_entries) return previous == ":" || previous == "=" ? Slot::expression : Slot::entry;
  // The value of an entry; braces with nothing before them hold entries too.
  if (previous == ":" && (next == "," || is_value(open) || before(open) == k_none)) return Slot::expression;
  if (previous == ":" && next == "}" && may_be_key(before(before(ellipsis)))) return Slot::expression;
  if (!case_form(ellipsis).empty()) return Slot::switch_case;
  if (holds_fields(open)) return Slot::field;
  if (previous == "," || next == ",") return Slot::entry;
  if (is_value(open)) return previous == "{" && next == "}" ? Slot::entry : Slot::expression;
  if (!stands_alone(ellipsis)) return Slot::expression;
  if (holds_members(open)) return holds_enumerators(open) ? Slot::enumerator : Slot::member;
  const bool only = previous == "{" && next == "}";
  // A map, a set, or a block with nothing around it that tells.
  if (only && before(open) == k_none) return Slot::entry;
  return Slot::statement;
}

bool PatternSlots::holds_keys(std::size_t open) const {
  for (std::size_t at = open + 1; at < m_tokens.size() && at != m_partner[open]; ++at) {
    if (text(at) == ":" && m_enclosing[at] == open) return true;
  }
  return false;
}

bool PatternSlots::may_be_key(std::size_t token) const {
  return is_name(token) && text(before(token)) != "case" && text(token) != "default";
}

bool PatternSlots::stands_alone(std::size_t token) const {
  const std::size_t previous = before(token);
  const std::size_t next = after(token);
  const std::string_view left = text(previous);
  const bool starts = previous == k_none || left == "{" || left == "}" || left == ";" || left == ")" || left == ":" ||
                      left == "else" || left == "do" || m_tokens[token].line_start;
  // A word after it on its line starts a statement, unless it joins two expressions.
  constexpr std::array<std::string_view, 8> joining = {"in", "of", "as", "instanceof", "and", "or", "is", "extends"};
  const TokenKind kind = next == k_none ? TokenKind::punctuation : m_tokens[next].kind;
  const bool name = kind == TokenKind::word || kind == TokenKind::metavariable;
  const bool new_word = (name && !any_of(text(next), joining)) || text(next) == "@";
  const bool after_statement = left == "{" || left == "}" || left == ";";
  const bool ends = next == k_none || text(next) == "}" || m_tokens[next].line_start || new_word ||
                    (after_statement && text(next) == "(");
  return starts && ends;
}

bool PatternSlots::holds_parameters(std::size_t open) const {
  const std::size_t name = before(open);
  if (text(name) == "catch") return true;
  constexpr std::array<std::string_view, 5> words = {"func", "function", "def", "fun", "fn"};
  const std::size_t word = before(name);
  if (any_of(text(name), words) || any_of(text(word), words)) return true;
  if (m_dialect.class_parameters && text(word) == "class") return true;
  if (m_dialect.typed_declarations) return declares_by_type(open);
  if (m_dialect.typed_parameters) return false;
  // A method after its receiver, and results after parameters: func (r T) name(…) (…).
  const std::size_t closing = text(name) == ")" ? name : word;
  if (text(closing) != ")" || m_partner[closing] == k_none) return false;
  return (closing == name || is_name(name)) && holds_parameters(m_partner[closing]);
}

bool PatternSlots::declares_by_type(std::size_t open) const {
  const std::size_t name = before(open);
  if (!is_name(name)) return false;
  const std::size_t type = before(name);
  if (text(type) == "." || text(type) == "new" || text(type) == "@") return false;
  if (is_name(type) || closes_type_arguments(type) || text(type) == "]") return !m_tokens[name].line_start;
  const std::size_t closing = m_partner[open];
  const std::string_view next = closing == k_none ? std::string_view{} : text(after(closing));
  return next == "{" || next == "throws";
}

// `>` in `List<String> f(…)`, and not in `a > f(…)`.
bool PatternSlots::closes_type_arguments(std::size_t angle) const {
  int depth = 0;
  for (std::size_t at = angle; at != k_none; at = before(at)) {
    const std::string_view mark = text(at);
    if (mark == ">") ++depth;
    if (mark == "<" && --depth == 0) return is_name(before(at));
    const bool part = is_name(at) || mark == "<" || mark == ">" || (mark.size() == 1 && std::string_view(".,?[]*&'").find(mark) != std::string_view::npos);
    if (depth == 0 || !part) return false;
  }
  return false;
}

bool PatternSlots::holds_members(std::size_t open) const {
  constexpr std::array<std::string_view, 5> words = {"class", "interface", "enum", "record", "struct"};
  const std::size_t previous = before(open);
  if (text(previous) == ")" && m_partner[previous] != k_none) {
    for (std::size_t at = before(m_partner[previous]); at != k_none; at = before(at)) {
      if (text(at) == "new") return m_dialect.typed_declarations;
      if (!is_name(at) && text(at) != "." && text(at) != "<" && text(at) != ">") break;
    }
  }
  for (std::size_t at = previous; at != k_none; at = before(at)) {
    if (m_enclosing[at] != m_enclosing[open]) continue;
    const std::vector<std::string_view>& more = m_dialect.member_words;
    if (any_of(text(at), words) || std::find(more.begin(), more.end(), text(at)) != more.end()) return true;
    if (text(at) == ";" || text(at) == "}" || text(at) == "{") return false;
  }
  return false;
}

bool PatternSlots::holds_fields(std::size_t open) const {
  if (m_dialect.field.empty()) return false;
  std::size_t name = before(open);
  // The parameters of a generic type.
  if (closes_type_arguments(name)) {
    while (text(name) != "<") name = before(name);
    name = before(name);
  }
  return text(before(name)) == "struct";
}

std::string_view PatternSlots::case_form(std::size_t ellipsis) const {
  const std::size_t previous = before(ellipsis);
  const std::size_t open = m_enclosing[ellipsis];
  const bool first = text(previous) == "{" || text(previous) == ",";
  if (open == k_none || (!first && !is_case_of_any(previous))) return {};
  for (std::size_t at = before(open); at != k_none; at = before(at)) {
    if (m_enclosing[at] != m_enclosing[open]) continue;
    for (const CaseForm& each : m_dialect.cases) {
      if (text(at) == each.word) return each.form;
    }
    if (text(at) == ";" || text(at) == "}" || text(at) == "{" || text(at) == "=") return {};
  }
  return {};
}

bool PatternSlots::is_case_of_any(std::size_t word) const {
  const std::size_t ellipsis = after(word);
  if (m_dialect.cases.empty() || text(word) != "case" || text(ellipsis) != "...") return false;
  const std::string_view next = text(after(ellipsis));
  return next == "}" || next == "case" || next == "default";
}

bool PatternSlots::holds_enumerators(std::size_t open) const {
  std::size_t at = before(open);
  while (at != k_none && text(at) != "enum" && (is_name(at) || text(at) == "," || text(at) == ".")) at = before(at);
  return text(at) == "enum";
}

bool PatternSlots::is_initializer(std::size_t open) const {
  std::size_t at = before(open);
  if (text(at) == ")" && m_partner[at] != k_none) at = before(m_partner[at]);
  while (is_name(at) && text(before(at)) == ".") at = before(before(at));
  return text(at) == "new" || (is_name(at) && text(before(at)) == "new");
}

bool PatternSlots::is_value(std::size_t open) const {
  constexpr std::array<std::string_view, 16> words = {"=", "(", ",", "[",    ":",      "return", "]",   "?",
                                                       "|", "&", "<...", "import", "export", "const", "let", "var"};
  if (any_of(text(before(open)), words)) return true;
  // An object in the braces of an attribute: a={{b: ...}}.
  return text(before(open)) == "{" && text(before(before(open))) == "=";
}

bool PatternSlots::is_type(std::size_t begin, std::size_t end) const {
  constexpr std::string_view allowed = ".<>,[]?*&|{}";
  // What asks for an operand to its right ends no type.
  constexpr std::string_view joining = ",.<|";
  if (begin >= end || joining.find(text(end - 1).front()) != std::string_view::npos) return false;
  if (text(end - 1) == "&" && end - begin > 2 && text(end - 2) == "&") return false;
  if (text(end - 1) == ">" && !closes_type_arguments(end - 1)) return false;
  bool named = false;
  for (std::size_t at = begin; at < end; ++at) {
    const Token& token = m_tokens[at];
    const bool mark = token.kind == TokenKind::punctuation && allowed.find(text(at).front()) != std::string_view::npos;
    const bool name = token.kind == TokenKind::word || token.kind == TokenKind::metavariable;
    named = named || name;
    if (!mark && !name && token.kind != TokenKind::ellipsis) return false;
  }
  return named;
}

std::optional<TypedMetavariable> PatternSlots::typed(std::size_t open) const {
  const std::size_t close = m_partner[open];
  if (m_dialect.typed.empty() || text(open) != "(" || close == k_none || close < open + 3) return std::nullopt;
  const std::size_t previous = before(open);
  const bool called = is_name(previous) || text(previous) == ")" || text(previous) == "]" || text(previous) == "catch";
  // f($X: T) types the one argument, unless f is being declared; f(T $X) is always a declaration.
  if (called && (m_dialect.type_first || holds_parameters(open))) return std::nullopt;
  const std::string_view next = text(after(close));
  const std::string_view second = text(after(after(close)));
  if (((next == "-" || next == "=") && second == ">") || next == "{") return std::nullopt;
  const bool first = m_dialect.type_first;
  const TypedMetavariable found{close, first ? close - 1 : open + 1, first ? open + 1 : open + 3, first ? close - 1 : close,
                                called};
  if (m_tokens[found.name].kind != TokenKind::metavariable) return std::nullopt;
  if (!first && text(open + 2) != ":") return std::nullopt;
  if (!is_type(found.type_begin, found.type_end)) return std::nullopt;
  return found;
}

}  // namespace codelake::syntax
