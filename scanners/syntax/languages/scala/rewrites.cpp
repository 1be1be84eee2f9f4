// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/scala/hooks.h"

#include <cctype>
#include <utility>

namespace codelake::syntax::scala {

namespace {

constexpr std::size_t k_type_bytes_max = 400;

bool is_space(char byte) { return byte == ' ' || byte == '\t'; }
bool in_name(char byte) { return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_'; }

class Rewriter {
 public:
  explicit Rewriter(std::string_view source) : m_text(source) {}

  std::string run() {
    for (std::size_t at = find("{", 0); at != npos; at = find("{", at + 1)) block_parameter(at + 1);
    for (std::size_t at = find("class ", 0); at != npos; at = find("class ", at + 1)) {
      if (at == 0 || !in_name(m_text[at - 1])) constructor_annotation(at + 6);
    }
    for (std::size_t at = find("'", 0); at != npos; at = find("'", at + 1)) symbol_literal(at);
    return std::move(m_text);
  }

 private:
  static constexpr std::size_t npos = std::string::npos;

  std::size_t find(std::string_view word, std::size_t from) const { return m_text.find(word, from); }

  // `at` is behind the opening bracket.
  void block_parameter(std::size_t at) {
    std::size_t first = skip_spaces(at);
    while (byte(first) == '\n') first = skip_spaces(first + 1);
    std::size_t name = first;
    if (m_text.compare(first, 8, "implicit") == 0 && is_space(byte(first + 8))) name = skip_spaces(first + 8);
    if (!in_name(byte(name))) return;
    std::size_t end = name;
    while (in_name(byte(end))) ++end;
    end = skip_spaces(end);
    if (byte(end) != ':' || byte(end + 1) == ':') return;
    const std::size_t arrow = arrow_after(end + 1);
    if (arrow == 0 || !is_space(m_text[arrow - 1]) || !is_space(m_text[name - 1])) return;
    for (std::size_t each = first; each < name; ++each) m_text[each] = ' ';
    m_text[name - 1] = '(';
    m_text[arrow - 1] = ')';
  }

  // 'name is no character: as an operator before a name it can be read.
  void symbol_literal(std::size_t at) {
    std::size_t end = at + 1;
    while (in_name(byte(end))) ++end;
    const bool starts = at == 0 || !(in_name(m_text[at - 1]) || m_text[at - 1] == '\'' || m_text[at - 1] == '\\');
    if (starts && end > at + 1 && byte(end) != '\'') m_text[at] = '~';
  }

  // `at` is behind "class".
  void constructor_annotation(std::size_t at) {
    at = name_end(skip_spaces(at));
    if (byte(at) == '[') at = bracket_end(at);
    const std::size_t mark = skip_spaces(at);
    if (byte(mark) != '@') return;
    const std::size_t arguments = name_end(mark + 1);
    const std::size_t end = byte(arguments) == '(' ? bracket_end(arguments) : 0;
    if (end == 0 || byte(skip_spaces(end)) != '(') return;
    for (std::size_t each = mark; each < end; ++each) {
      if (m_text[each] != '\n') m_text[each] = ' ';
    }
  }

  std::size_t name_end(std::size_t at) const {
    while (in_name(byte(at)) || byte(at) == '.') ++at;
    return at;
  }

  // Behind the bracket that closes the one at `at`; 0 when none is near.
  std::size_t bracket_end(std::size_t at) const {
    const std::size_t end = at + k_type_bytes_max;
    int depth = 0;
    for (; at < end && at < m_text.size(); ++at) {
      const char here = m_text[at];
      if (here == '(' || here == '[') ++depth;
      if ((here == ')' || here == ']') && --depth == 0) return at + 1;
    }
    return 0;
  }

  char byte(std::size_t at) const { return at < m_text.size() ? m_text[at] : '\0'; }

  std::size_t skip_spaces(std::size_t at) const {
    while (is_space(byte(at))) ++at;
    return at;
  }

  // Where "=>" stands behind a type; 0 when something else does.
  std::size_t arrow_after(std::size_t at) const {
    const std::size_t end = at + k_type_bytes_max;
    for (; at < end && at < m_text.size(); ++at) {
      const char here = m_text[at];
      if (here == '=' && byte(at + 1) == '>') return at;
      const bool of_type = in_name(here) || is_space(here) || here == '.' || here == '[' || here == ']' || here == ',';
      if (!of_type) return 0;
    }
    return 0;
  }

  std::string m_text;
};

}  // namespace

std::string readable(std::string_view source) { return Rewriter(source).run(); }

}  // namespace codelake::syntax::scala
