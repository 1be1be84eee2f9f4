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
        return put(filled(at, name('s', token, 4)), token);
      case TokenKind::ellipsis:
        return put(filled(at, std::string(k_placeholder) + 'e' + std::to_string(at) + '_'), token);
      case TokenKind::deep_open:
        return put(std::string(k_deep_call) + '(', token);
      case TokenKind::deep_close:
        return put(")", token);
      default:
        copy(token.begin, token.end);
    }
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
      case Slot::parameter: form = m_dialect.parameter; break;
      case Slot::annotation_argument: form = m_dialect.annotation_argument; break;
      case Slot::import_entry: form = m_dialect.import_entry; break;
      case Slot::entry: form = m_filling.second ? m_dialect.pair : form; break;
      case Slot::loop_header:
        if (!m_dialect.loop_headers.empty()) {
          form = m_dialect.loop_headers[std::min(m_filling.loop, m_dialect.loop_headers.size() - 1)];
        }
        break;
    }
    return written(form, placeholder);
  }

  std::string named(std::size_t at) const {
    const std::string placeholder = name('m', m_tokens[at], 1);
    const bool declared = m_dialect.typed_declarations && m_slots.is_bare_parameter(at);
    return written(declared ? m_dialect.parameter : m_dialect.expression, placeholder);
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
