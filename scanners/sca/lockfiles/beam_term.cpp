// SPDX-License-Identifier: Apache-2.0
// A term is read by its first character; a list ends at its closing bracket:
//
//   "a": {:hex, :a, "1.0.0"}      →  [a, [hex, a, 1.0.0]]
//   {<<"a">>,{pkg,<<"a">>},0}     →  [a, [pkg, a], 0]
#include "scanners/sca/lockfiles/beam_term.h"

#include "scanners/sca/versions/characters.h"

namespace codelake::sca {

namespace {

using yaml::Node;

constexpr int k_depth_max = 64;

class TermReader {
 public:
  explicit TermReader(std::string_view text) : m_text(text) {}

  BeamTerms read() {
    BeamTerms result;
    result.terms = list('\0', 0);
    result.complete = m_complete;
    result.broken_line = m_line;
    return result;
  }

 private:
  void advance() {
    if (m_text[m_at] == '\n') ++m_line;
    ++m_at;
  }

  // Space, separators, comments; '%' begins a comment unless it begins a map.
  void skip() {
    while (m_at < m_text.size()) {
      const char c = m_text[m_at];
      const bool comment = c == '#' || (c == '%' && m_text.substr(m_at, 2) != "%{");
      if (comment) {
        m_at = std::min(m_text.find('\n', m_at), m_text.size());
      } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' || c == '.') {
        advance();
      } else {
        return;
      }
    }
  }

  bool separator() const {
    return m_text.substr(m_at, 2) == "=>" || (m_at < m_text.size() && m_text[m_at] == ':');
  }

  void broken() {
    m_complete = false;
    m_at = m_text.size();
  }

  Node list(char closing, int depth) {
    Node node;
    node.kind = Node::Kind::sequence;
    node.line = m_line;
    if (depth > k_depth_max) {
      broken();
      return node;
    }
    while (true) {
      skip();
      if (m_at >= m_text.size()) {
        if (closing != '\0') broken();
        return node;
      }
      if (m_text[m_at] == closing) {
        ++m_at;
        return node;
      }
      if (std::string_view("}])").find(m_text[m_at]) != std::string_view::npos) {
        broken();
        return node;
      }
      node.items.push_back(pair(depth));
    }
  }

  // A term, or two when ':' or "=>" joins them.
  Node pair(int depth) {
    Node first = term(depth);
    const std::size_t end = m_at;
    const std::uint32_t line = m_line;
    skip();
    const bool joined = separator() && (m_text[m_at] == '=' || m_at == end);
    if (!joined) {
      m_at = end;
      m_line = line;
      return first;
    }
    m_at += m_text[m_at] == '=' ? 2 : 1;
    skip();
    Node node;
    node.kind = Node::Kind::sequence;
    node.line = first.line;
    node.items.push_back(std::move(first));
    if (m_at < m_text.size()) node.items.push_back(term(depth));
    return node;
  }

  Node term(int depth) {
    const char c = m_text[m_at];
    if (c == '%' || c == '{' || c == '[') {
      m_at += c == '%' ? 2 : 1;
      return list(c == '[' ? ']' : '}', depth + 1);
    }
    const bool binary = m_text.substr(m_at, 2) == "<<";
    if (binary) m_at += 2;
    Node node = m_at < m_text.size() && m_text[m_at] == '"' ? string() : word();
    if (binary && m_text.substr(m_at, 2) == ">>") m_at += 2;
    return node;
  }

  Node scalar() const {
    Node node;
    node.kind = Node::Kind::scalar;
    node.line = m_line;
    return node;
  }

  Node string() {
    Node node = scalar();
    node.quoted = true;
    for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; advance()) {
      if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) advance();
      node.text += m_text[m_at];
    }
    if (m_at >= m_text.size())
      broken();
    else
      ++m_at;
    return node;
  }

  Node word() {
    Node node = scalar();
    if (m_at < m_text.size() && m_text[m_at] == ':') ++m_at;  // :atom
    const std::size_t start = m_at;
    while (m_at < m_text.size() && (is_letter(m_text[m_at]) || is_digit(m_text[m_at]) ||
                                    m_text[m_at] == '_' || m_text[m_at] == '@' || m_text[m_at] == '-'))
      ++m_at;
    node.text = m_text.substr(start, m_at - start);
    if (node.text.empty()) broken();
    return node;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  std::uint32_t m_line = 1;
  bool m_complete = true;
};

}  // namespace

BeamTerms parse_beam_terms(std::string_view text) {
  return TermReader(text).read();
}

}  // namespace codelake::sca
