// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/pattern_text.h"

#include "scanners/syntax/pattern_slots.h"

#include <algorithm>

namespace codelake::syntax {

namespace {

class Filler {
 public:
  Filler(std::string_view pattern, const std::vector<Token>& tokens, const PatternDialect& dialect)
      : m_pattern(pattern), m_tokens(tokens), m_dialect(dialect), m_slots(pattern, tokens, dialect) {}

  PatternText run(Filling filling) {
    m_filling = filling;
    write(0, m_tokens.size());
    copy(m_copied, m_pattern.size());
    return std::move(m_out);
  }

 private:
  void write(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      const Token& token = m_tokens[at];
      copy(m_copied, token.begin);
      m_copied = token.end;
      if (const auto typed = m_slots.typed(at)) {
        if (typed->argument) put("(", token);
        write_typed(*typed);
        if (typed->argument) put(")", m_tokens[typed->close]);
        m_copied = m_tokens[typed->close].end;
        at = typed->close;
      } else {
        write_token(at);
      }
    }
  }

  void write_token(std::size_t at) {
    const Token& token = m_tokens[at];
    switch (token.kind) {
      case TokenKind::comment:
        break;
      case TokenKind::metavariable:
        return put(named(at), token);
      case TokenKind::metavariable_ellipsis:
        return put((token.in_text ? "$" : "") + filled(at, name('s', token, 4)), token);
      case TokenKind::ellipsis:
        return put(filled(at, std::string(k_placeholder) + 'e' + std::to_string(at) + '_'), token);
      case TokenKind::deep_open:
        return put(m_dialect.deep_open, token);
      case TokenKind::deep_close:
        return put(m_dialect.deep_open.starts_with('{') ? "}" : ")", token);
      case TokenKind::word:
        if (m_slots.is_case_of_any(at)) return;
        if (m_dialect.keys_in_quotes && m_slots.is_key(at)) return quote(token);
        return copy(token.begin, token.end);
      case TokenKind::string:
        return is_regex(token) ? hide_escapes(token) : copy(token.begin, token.end);
      default:
        if (m_dialect.trailing_commas || !m_slots.is_trailing_comma(at)) copy(token.begin, token.end);
    }
  }

  // "=~/…/" is a regular expression and need not keep to the escapes of the language.
  bool is_regex(const Token& token) const {
    const std::string_view text = m_pattern.substr(token.begin, token.end - token.begin);
    return text.size() > 5 && text.substr(1).starts_with("=~/") && text.front() == text.back();
  }

  void hide_escapes(const Token& token) {
    const std::size_t begin = m_out.text.size();
    copy(token.begin, token.end);
    std::replace(m_out.text.begin() + static_cast<std::ptrdiff_t>(begin), m_out.text.end(), '\\', '_');
  }

  void quote(const Token& token) {
    put("\"", token);
    copy(token.begin, token.end);
    put("\"", token);
  }

  std::string name(char letter, const Token& token, std::size_t skip) const {
    const std::string_view text = m_pattern.substr(token.begin, token.end - token.begin);
    return std::string(k_placeholder) + letter + std::string(text.substr(skip));
  }

  // The placeholder in the form its place asks for.
  std::string filled(std::size_t at, const std::string& placeholder) const {
    std::string_view form = m_dialect.expression;
    switch (m_slots.slot(at, m_filling.members)) {
      case Slot::expression: break;
      case Slot::line: form = m_dialect.line(m_pattern, m_tokens[at].begin); break;
      case Slot::assigned: form = m_filling.second ? m_dialect.assigned : form; break;
      case Slot::statement: form = m_dialect.statement; break;
      case Slot::member: form = m_dialect.member; break;
      case Slot::field: form = unseparated(m_dialect.field, at); break;
      case Slot::enumerator: form = m_filling.second ? m_dialect.expression : m_dialect.member; break;
      case Slot::parameter: form = m_dialect.parameter; break;
      case Slot::annotation_argument: form = m_dialect.annotation_argument; break;
      case Slot::import_entry: form = m_dialect.import_entry; break;
      case Slot::entry: form = m_filling.second ? m_dialect.pair : form; break;
      case Slot::chain_end: form = m_dialect.chain_end; break;
      case Slot::loop_part: form = m_dialect.loop_part; break;
      case Slot::loop_rest: form = m_dialect.loop_rest; break;
      case Slot::switch_case: form = unseparated(m_slots.case_form(at), at); break;
      case Slot::loop_header:
        if (!m_dialect.loop_headers.empty()) {
          form = m_dialect.loop_headers[std::min(m_filling.loop, m_dialect.loop_headers.size() - 1)];
        }
        break;
    }
    return written(form, placeholder);
  }

  // Without its comma, when one is written behind it.
  std::string_view unseparated(std::string_view form, std::size_t at) const {
    return form.ends_with(',') && m_slots.is_separated(at) ? form.substr(0, form.size() - 1) : form;
  }

  std::string named(std::size_t at) const {
    const Token& token = m_tokens[at];
    const std::string placeholder = name('m', token, 1);
    // Alone between quotes it stands for the text of a string.
    if (token.in_text && m_pattern[token.begin - 1] == '{') return placeholder;
    if (token.in_text) return is_quoted(token) && m_dialect.quoted_names_are_text ? "text" : '$' + placeholder;
    const bool statement = !m_dialect.lone_statement.empty() && m_slots.is_lone_statement(at);
    if (statement) return written(m_dialect.lone_statement, placeholder);
    if (m_slots.is_declared(at)) return written(m_dialect.declared, placeholder);
    if (m_filling.second && m_slots.is_assigned(at)) return written(m_dialect.assigned, placeholder);
    const bool parameter = (m_dialect.typed_declarations || m_dialect.typed_parameters) && m_slots.is_bare_parameter(at);
    return written(parameter ? m_dialect.parameter : m_dialect.expression, placeholder);
  }

  bool is_quoted(const Token& token) const {
    const auto is_quote = [this](char byte) { return m_dialect.quotes.find(byte) != std::string_view::npos; };
    return is_quote(m_pattern[token.begin - 1]) && token.end < m_pattern.size() && is_quote(m_pattern[token.end]);
  }

  static std::string written(std::string_view form, std::string_view placeholder) {
    std::string out;
    while (!form.empty()) {
      const bool hole = form.starts_with("{}");
      out += hole ? placeholder : form.substr(0, 1);
      form.remove_prefix(hole ? 2 : 1);
    }
    return out;
  }

  void write_typed(const TypedMetavariable& typed) {
    const Token& token = m_tokens[typed.name];
    std::string_view form = m_dialect.typed;
    while (!form.empty()) {
      if (form.starts_with("{T}")) {
        m_copied = m_tokens[typed.type_begin].begin;
        write(typed.type_begin, typed.type_end);
        form.remove_prefix(3);
      } else if (form.starts_with("{X}")) {
        put(name('t', token, 1), token);
        form.remove_prefix(3);
      } else {
        put(form.substr(0, 1), token);
        form.remove_prefix(1);
      }
    }
  }

  // Text of the pattern as it is.
  void copy(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      m_out.text += m_pattern[at];
      m_out.origins.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)});
    }
  }

  // Text that stands for a token.
  void put(std::string_view text, const Token& token) {
    m_out.text += text;
    m_out.origins.insert(m_out.origins.end(), text.size(),
                         {static_cast<std::uint32_t>(token.begin), static_cast<std::uint32_t>(token.end)});
  }

  std::string_view m_pattern;
  const std::vector<Token>& m_tokens;
  const PatternDialect& m_dialect;
  PatternSlots m_slots;
  Filling m_filling;
  PatternText m_out;
  std::size_t m_copied = 0;
};

}  // namespace

PatternText::Origin PatternText::origin(std::size_t begin, std::size_t end) const {
  if (origins.empty()) return {};
  if (begin >= origins.size()) return {origins.back().end, origins.back().end};
  const Origin first = origins[begin];
  if (end <= begin) return {first.begin, first.begin};
  const Origin last = origins[std::min(end, origins.size()) - 1];
  return {std::min(first.begin, last.begin), std::max(first.end, last.end)};
}

PatternText fill(std::string_view pattern, const std::vector<Token>& tokens, const PatternDialect& dialect,
                 Filling filling) {
  return Filler(pattern, tokens, dialect).run(filling);
}

}  // namespace codelake::syntax
