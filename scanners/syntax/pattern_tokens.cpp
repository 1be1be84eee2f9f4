// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/pattern_tokens.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace codelake::syntax {

namespace {

bool is_word(char byte) {
  return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_' || static_cast<unsigned char>(byte) >= 0x80;
}

bool is_upper_name(char byte) {
  return std::isupper(static_cast<unsigned char>(byte)) != 0 || std::isdigit(static_cast<unsigned char>(byte)) != 0 ||
         byte == '_';
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const PatternDialect& dialect) : m_text(text), m_dialect(dialect) {}

  std::vector<Token> run() {
    while (m_at < m_text.size()) step();
    return std::move(m_tokens);
  }

 private:
  void step() {
    const char byte = m_text[m_at];
    if (byte == '\n') {
      m_line_start = true;
      ++m_at;
    } else if (std::isspace(static_cast<unsigned char>(byte)) != 0) {
      ++m_at;
    } else if (const std::size_t comment = comment_size(); comment > 0) {
      add(TokenKind::comment, comment);
    } else if (!special()) {
      plain(byte);
    }
  }

  void plain(char byte) {
    if (is_word(byte) || byte == '$') {
      std::size_t size = 1;
      while (m_at + size < m_text.size() && (is_word(m_text[m_at + size]) || m_text[m_at + size] == '$')) ++size;
      const bool templated = size <= 2 && m_at + size < m_text.size() &&
                             m_dialect.quotes.find(m_text[m_at + size]) != std::string_view::npos &&
                             m_text.substr(m_at, size).find_first_of(m_dialect.template_prefixes) != std::string_view::npos;
      add(TokenKind::word, size);
      if (templated) string(true);
    } else if (m_dialect.quotes.find(byte) != std::string_view::npos || starts_regex(byte)) {
      string(m_dialect.template_quotes.find(byte) != std::string_view::npos);
    } else {
      add(TokenKind::punctuation, 1);
    }
  }

  // A "/" where a value may stand does not divide.
  bool starts_regex(char byte) const {
    if (!m_dialect.regexes || byte != '/') return false;
    if (m_tokens.empty()) return true;
    const Token& before = m_tokens.back();
    const char last = m_text[before.end - 1];
    return before.kind == TokenKind::punctuation && last != ')' && last != ']' && last != '}';
  }

  // Metavariables and ellipses.
  bool special() {
    const std::string_view rest = m_text.substr(m_at);
    // `<...>` and `<..., T>` are lists of types.
    if (rest.starts_with("<...") && !rest.starts_with("<...>") && !rest.starts_with("<...,")) {
      ++m_deep;
      return add(TokenKind::deep_open, 4);
    }
    // Without a "<..." before it, it is an ellipsis at the end of a tag.
    if (m_deep > 0 && rest.starts_with("...>")) {
      --m_deep;
      return add(TokenKind::deep_close, 4);
    }
    if (rest.starts_with("$...")) {
      std::size_t size = 4;
      while (size < rest.size() && is_upper_name(rest[size])) ++size;
      if (size > 4) return add(TokenKind::metavariable_ellipsis, size);
    }
    if (rest.starts_with("...") && !is_languages_own(rest)) return add(TokenKind::ellipsis, 3);
    if (rest.starts_with("...")) return add(TokenKind::punctuation, 3);
    return metavariable(rest);
  }

  bool metavariable(std::string_view rest) {
    if (rest.front() != '$') return false;
    std::size_t size = 1;
    while (size < rest.size() && is_upper_name(rest[size])) ++size;
    // In a string the next one may begin where this one ends.
    const bool ends = size == rest.size() || (!is_word(rest[size]) && (m_in_string || rest[size] != '$'));
    const std::vector<std::string_view>& own = m_dialect.own_names;
    if (std::find(own.begin(), own.end(), rest.substr(0, size)) != own.end()) return false;
    return size > 1 && ends && add(TokenKind::metavariable, size);
  }

  // ...rest, values...: three dots that touch a name are the language's spread, not an ellipsis.
  bool is_languages_own(std::string_view rest) const {
    if (!m_dialect.dots_spread) return false;
    const char next = rest.size() > 3 ? rest[3] : ' ';
    const char before = m_at > 0 ? m_text[m_at - 1] : ' ';
    if (is_word(next) || next == '$' || next == '[' || next == '{' || next == '*') return true;
    return is_word(before) || before == ')' || before == ']';
  }

  std::size_t comment_size() const {
    const std::string_view rest = m_text.substr(m_at);
    const auto line = [&rest] { return std::min(rest.find('\n'), rest.size()); };
    if (m_dialect.hash_comments && rest.starts_with('#')) return line();
    if (!m_dialect.slash_comments) return 0;
    if (rest.starts_with("//")) return line();
    if (!rest.starts_with("/*")) return 0;
    const std::size_t end = rest.find("*/", 2);
    return end == std::string_view::npos ? rest.size() : end + 2;
  }

  void string(bool templated) {
    const char quote = m_text[m_at];
    const std::string three(3, quote);
    const std::size_t quotes = m_dialect.triple_quotes && m_text.substr(m_at).starts_with(three) ? 3 : 1;
    const std::string_view closing = quotes == 3 ? std::string_view(three) : m_text.substr(m_at, 1);
    std::size_t begin = m_at;
    std::size_t depth = 0;
    m_at += quotes;
    while (m_at < m_text.size()) {
      const char byte = m_text[m_at];
      if (depth == 0 && m_text.substr(m_at).starts_with(closing)) {
        m_at += quotes;
        break;
      }
      if (depth > 0 && m_dialect.quotes.find(byte) != std::string_view::npos) {
        m_at = std::min(m_text.find(byte, m_at + 1), m_text.size() - 1) + 1;
        continue;
      }
      if (templated && byte == m_dialect.code_brackets.front() && (depth > 0 || opens_code())) ++depth;
      if (templated && byte == m_dialect.code_brackets.back() && depth > 0) --depth;
      const bool code = depth > 0 || (templated && m_dialect.names_in_strings && byte == '$');
      if (code && (byte == '$' || byte == '.') && embedded(begin)) {
        m_tokens.back().in_text = depth == 0;
        begin = m_at;
        continue;
      }
      m_at += escapes(quote, templated) ? 2 : 1;
    }
    m_at = std::min(m_at, m_text.size());
    if (m_at > begin) add_token(TokenKind::string, begin, m_at);
  }

  // Whether a backslash stands here that hides what follows it, and is not the mark of code in a string.
  bool escapes(char quote, bool templated) const {
    if (m_text[m_at] != '\\' || quote == '`' || m_at + 1 == m_text.size()) return false;
    return !templated || m_dialect.code_mark != '\\' || m_text[m_at + 1] != m_dialect.code_brackets.front();
  }

  bool opens_code() const { return m_dialect.code_mark == '\0' || (m_at > 0 && m_text[m_at - 1] == m_dialect.code_mark); }

  // A metavariable or ellipsis in code inside a string; the string so far, from `begin`, becomes a token before it.
  bool embedded(std::size_t begin) {
    const std::size_t before = m_tokens.size();
    const std::size_t start = m_at;
    m_in_string = true;
    const bool found = special();
    m_in_string = false;
    if (!found) return false;
    m_tokens.back().embedded = true;
    m_tokens.insert(m_tokens.begin() + static_cast<std::ptrdiff_t>(before),
                    Token{TokenKind::string, begin, start, false, true});
    return true;
  }

  bool add(TokenKind kind, std::size_t size) {
    add_token(kind, m_at, m_at + size);
    m_at += size;
    return true;
  }

  void add_token(TokenKind kind, std::size_t begin, std::size_t end) {
    m_tokens.push_back({kind, begin, end, m_line_start, false});
    m_line_start = false;
  }

  std::string_view m_text;
  const PatternDialect& m_dialect;
  std::size_t m_at = 0;
  std::size_t m_deep = 0;  // "<..." without its "...>" so far
  bool m_line_start = true;
  bool m_in_string = false;
  std::vector<Token> m_tokens;
};

}  // namespace

std::vector<Token> pattern_tokens(std::string_view pattern, const PatternDialect& dialect) {
  return Tokenizer(pattern, dialect).run();
}

}  // namespace codelake::syntax
