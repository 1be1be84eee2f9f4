// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/dockerfile/words.h"

#include <algorithm>
#include <string>

namespace codelake::syntax::dockerfile {

namespace {

constexpr std::string_view k_space = " \t\r\n\v\f";
constexpr std::string_view k_operators = "&|;()";

class Splitter {
 public:
  Splitter(std::string_view text, std::size_t begin, WordRules rules) : m_text(text), m_at(begin), m_rules(rules) {}

  std::vector<Word> run() {
    while (true) {
      m_at = std::min(m_text.find_first_not_of(k_space, m_at), m_text.size());
      if (m_at == m_text.size()) return std::move(m_words);
      const std::size_t begin = m_at;
      if (m_rules.operators && is_operator()) {
        take_operator();
        m_words.push_back({begin, m_at, true});
      } else {
        take_word();
        m_words.push_back({begin, m_at, false});
      }
    }
  }

 private:
  bool is_operator() const { return k_operators.find(m_text[m_at]) != std::string_view::npos; }
  bool pairs(char opener) const { return m_unpaired.find(opener) == std::string::npos; }
  bool is_redirection() const { return m_text[m_at] == '<' || m_text[m_at] == '>'; }

  void take_operator() {
    const char first = m_text[m_at++];
    const bool doubles = first == '&' || first == '|' || first == ';';
    if (doubles && m_at < m_text.size() && m_text[m_at] == first) ++m_at;
  }

  void take_word() {
    while (m_at < m_text.size() && k_space.find(m_text[m_at]) == std::string_view::npos) {
      if (m_rules.operators && is_redirection()) {
        while (m_at < m_text.size() && (is_redirection() || m_text[m_at] == '&')) ++m_at;
        continue;
      }
      if (m_rules.operators && is_operator()) return;
      take_part();
    }
  }

  // One byte, or all that belongs together from here.
  void take_part() {
    const char byte = m_text[m_at];
    const std::string_view rest = m_text.substr(m_at);
    const bool quotes = byte == '\'' || byte == '"' || (byte == '`' && m_rules.operators);
    const bool brackets = rest.starts_with("$(") || rest.starts_with("${");
    if (byte == m_rules.escape || byte == '\\') {
      m_at = std::min(m_at + 2, m_text.size());
    } else if (quotes && pairs(byte)) {
      take_quoted(byte);
    } else if (brackets && pairs(rest[1])) {
      take_bracket(rest[1]);
    } else {
      ++m_at;
    }
  }

  void take_quoted(char quote) {
    const std::size_t begin = m_at;
    for (++m_at; m_at < m_text.size(); ++m_at) {
      if (m_text[m_at] == quote) {
        ++m_at;
        return;
      }
      if (quote != '\'' && m_text[m_at] == m_rules.escape && m_at + 1 < m_text.size()) ++m_at;
    }
    fail(quote, begin + 1);
  }

  void take_bracket(char open) {
    const char close = open == '(' ? ')' : '}';
    std::size_t depth = 0;
    const std::size_t begin = m_at;
    for (++m_at; m_at < m_text.size(); ++m_at) {
      if (m_text[m_at] == open) ++depth;
      if (m_text[m_at] == close && --depth == 0) {
        ++m_at;
        return;
      }
    }
    fail(open, begin + 2);
  }

  // What has no partner is ordinary text, and so is all of its kind that follows: looking again would cost the rest of
  // the text each time.
  void fail(char opener, std::size_t after) {
    m_at = after;
    m_unpaired += opener;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  WordRules m_rules;
  std::string m_unpaired;
  std::vector<Word> m_words;
};

}  // namespace

std::vector<Word> words_of(std::string_view text, std::size_t begin, WordRules rules) {
  return Splitter(text, begin, rules).run();
}

}  // namespace codelake::syntax::dockerfile
