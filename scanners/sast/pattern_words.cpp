// SPDX-License-Identifier: Apache-2.0
// The pattern is read token by token. Example: `$X = (java.io.File $F).renameTo(new Target("a.b"))` gives
// renameTo and Target: java.io.File is the type of a typed metavariable, which code may not spell, new a keyword, "a.b" a
// string. In `java.io.File $F = f()` the type is declared, so that File must be there, imported or not.
#include "scanners/sast/prefilter.h"

#include <algorithm>
#include <array>

namespace codelake::sast {

namespace {

// Keywords of any language that equivalent code may do without; one too many costs a little speed, nothing
// else.
constexpr std::array<std::string_view, 84> k_keywords = {
    "abstract", "and",          "as",       "assert", "async",      "await",     "boolean",   "break",
    "byte",     "case",         "catch",    "chan",   "char",       "class",     "const",     "continue",
    "debugger", "def",          "default",  "defer",  "del",        "delete",    "do",        "double",
    "elif",     "else",         "enum",     "except", "export",     "extends",   "final",     "finally",
    "float",    "for",          "from",     "func",   "function",   "global",    "go",        "goto",
    "if",       "implements",   "import",   "in",     "instanceof", "int",       "interface", "is",
    "lambda",   "let",          "long",     "map",    "native",     "new",       "nonlocal",  "not",
    "of",       "or",           "package",  "pass",   "private",    "protected", "public",    "raise",
    "range",    "return",       "select",   "short",  "static",     "strictfp",  "struct",    "super",
    "switch",   "synchronized", "throw",    "throws", "transient",  "try",       "type",      "typeof",
    "var",      "void",         "volatile", "while"};

bool is_keyword(std::string_view word) {
  return std::binary_search(k_keywords.begin(), k_keywords.end(), word);
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_quote(char c) {
  return c == '"' || c == '\'' || c == '`';
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Reader {
 public:
  explicit Reader(std::string_view text) : m_text(text) {}

  std::vector<std::string_view> run() {
    while (m_at < m_text.size()) {
      const char c = m_text[m_at];
      if (is_quote(c))
        skip_string(c);
      else if (m_text.substr(m_at).starts_with("$..."))
        skip_gap();
      else if (is_word(c))
        word();
      else
        ++m_at;
    }
    return std::move(m_words);
  }

 private:
  void skip_string(char quote) {
    for (++m_at; m_at < m_text.size() && m_text[m_at] != quote; ++m_at) {
      if (m_text[m_at] == '\\') ++m_at;
    }
    ++m_at;
  }

  void skip_gap() {
    m_at += 4;
    while (m_at < m_text.size() && is_word(m_text[m_at])) ++m_at;
  }

  char next_visible() const {
    std::size_t at = m_at;
    while (at < m_text.size() && is_space(m_text[at])) ++at;
    return at < m_text.size() ? m_text[at] : '\0';
  }

  void word() {
    const std::size_t start = m_at;
    while (m_at < m_text.size() && is_word(m_text[m_at])) ++m_at;
    const std::string_view text = m_text.substr(start, m_at - start);
    const bool prefix = m_at < m_text.size() && is_quote(m_text[m_at]);
    if (text[0] == '$') return metavariable();
    m_chain = joined(start) ? m_chain : m_words.size();
    m_chain_end = m_at;
    if (!is_digit(text[0]) && !prefix && !is_keyword(text)) m_words.push_back(text);
  }

  // Whether the word at `start` goes on with the type or dotted name before it: `java.io.File`, `Map<String,
  // File>`.
  bool joined(std::size_t start) const {
    if (m_chain_end == 0) return false;
    for (std::size_t at = m_chain_end; at < start; ++at) {
      if (std::string_view(".<>,[]?*& ").find(m_text[at]) == std::string_view::npos) return false;
    }
    return true;
  }

  // `File $F`, `$F: File`: what stands beside the metavariable may be its type.
  void metavariable() {
    std::size_t before = m_at;
    while (before > 0 && is_word(m_text[before - 1])) --before;
    if (joined(before) && m_chain < m_words.size()) declared_type(before);
    m_chain_end = 0;
    if (next_visible() != ':') return;
    while (m_at < m_text.size() && m_text[m_at] != ')' && m_text[m_at] != '=' && m_text[m_at] != '\n') {
      const char c = m_text[m_at];
      if (is_quote(c))
        skip_string(c);
      else
        ++m_at;
    }
  }

  // Of the type of a declaration the last name stays; a type in brackets of its own, or of several parts, says nothing.
  void declared_type(std::size_t metavariable) {
    const std::string_view last = m_words.back();
    const auto begin = static_cast<std::size_t>(m_words[m_chain].data() - m_text.data());
    const std::string_view type = m_text.substr(begin, metavariable - begin);
    std::size_t before = begin;
    while (before > 0 && is_space(m_text[before - 1])) --before;
    const bool alone = before > 0 && m_text[before - 1] == '(' && next_visible() == ')';
    const bool plain = type.find_first_of("<>,[]?*&") == std::string_view::npos;
    m_words.resize(m_chain);
    if (plain && !alone) m_words.push_back(last);
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  std::vector<std::string_view> m_words;
  std::size_t m_chain = 0;      // where the words of the current chain of names start
  std::size_t m_chain_end = 0;  // where it ends in the text; 0: there is none
};

}  // namespace

std::vector<std::string_view> alternative_words(std::string_view regex) {
  if (regex.starts_with('^')) regex.remove_prefix(1);
  const bool group = regex.starts_with('(') && regex.ends_with(")$");
  if (!group && !regex.ends_with('$')) return {};
  regex.remove_suffix(1);
  if (group) regex = regex.substr(1, regex.size() - 2);
  if (regex.starts_with("?:")) regex.remove_prefix(2);
  std::vector<std::string_view> words;
  while (true) {
    const std::string_view word = regex.substr(0, regex.find('|'));
    if (word.empty() || !std::all_of(word.begin(), word.end(), [](char c) { return is_word(c) && c != '$'; })) return {};
    words.push_back(word);
    if (word.size() == regex.size()) break;
    regex.remove_prefix(word.size() + 1);
  }
  if (!group && words.size() > 1) return {};
  return words;
}

std::vector<std::string_view> pattern_words(std::string_view pattern) {
  return Reader(pattern).run();
}

}  // namespace codelake::sast
